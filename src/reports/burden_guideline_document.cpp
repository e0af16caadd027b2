// burden: the distance to what was asked or promised, in the measure's unit and in money; the leader's share; whether
// the large carry the small.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

std::string status_of(const workbench::GuidelineResult& guideline) {
    std::vector<std::string> parts;
    if (!guideline.bindingness.empty()) parts.push_back(guideline.bindingness);
    if (guideline.since) parts.push_back("agreed " + to_text(*guideline.since));
    if (guideline.deadline) parts.push_back("due " + to_text(*guideline.deadline));
    if (guideline.before_it) parts.emplace_back("not yet agreed in that year");
    if (!guideline.agreed && !guideline.bindingness.empty())
        parts.emplace_back("not agreed by this group: for comparison");
    if (!guideline.sources.empty()) parts.push_back(joined(guideline.sources, ", "));
    return joined(parts, " · ");
}

std::string judgement(const burden::GuidelineGap& gap) {
    switch (gap.compliance) {
        case burden::Compliance::Meets:
            return "meets";
        case burden::Compliance::Below:
            return gap.rounding_would_pass ? "below, though not as rounded" : "below";
        case burden::Compliance::CannotJudge:
            break;
    }
    return "cannot be judged";
}

Tone tone_of(const burden::GuidelineGap& gap) {
    if (gap.compliance == burden::Compliance::Meets) return Tone::Strong;
    return gap.compliance == burden::Compliance::Below ? Tone::Weak : Tone::Faint;
}

// One digit more than the measure has: a gap that is there must not read as none.
std::string signed_gap(const burden::GuidelineGap& gap, int decimals) {
    if (gap.compliance == burden::Compliance::CannotJudge) return "—";
    const auto words = with_decimals(gap.difference, decimals + 1);
    return gap.difference > 0 ? "+" + words : words;
}

std::string money_to_close(const burden::GuidelineGap& gap, const std::string& unit) {
    if (gap.compliance == burden::Compliance::Meets) return "none";
    if (gap.compliance == burden::Compliance::CannotJudge || !gap.money) return "—";
    return money_words(*gap.money, unit);
}

std::string way_words(const burden::Progress& progress) {
    if (!progress.known) return "—";
    if (progress.met_already) return progress.met ? "already met when promised" : "met when promised, lost since";
    return progress.share_of_way < 0 ? "further off" : percent(progress.share_of_way, 0);
}

std::string line_words(const burden::Progress& progress) {
    if (!progress.known || progress.met_already || !progress.on_line) return "—";
    return *progress.on_line ? "yes" : "no";
}

// A promise of the same bound whose progress is known: the distances need not stand there twice.
const workbench::GuidelineResult* twin_of(const workbench::GuidelineResult& guideline,
                                          const std::vector<workbench::GuidelineResult>& all) {
    const auto followed = [](const workbench::GuidelineResult& one) {
        return std::any_of(one.members.begin(), one.members.end(),
                           [](const auto& member) { return member.progress.known; });
    };
    if (followed(guideline)) return nullptr;
    for (const auto& other : all) {
        if (&other != &guideline && other.measure == guideline.measure && other.at_least == guideline.at_least &&
            other.members.size() == guideline.members.size() && followed(other)) {
            return &other;
        }
    }
    return nullptr;
}

std::string time_words(const workbench::GuidelineResult& guideline) {
    for (const auto& member : guideline.members) {
        if (!member.progress.known || !guideline.deadline) continue;
        return fmt::format(" Of the time from promise to deadline {} has gone.",
                           percent(member.progress.share_of_time, 0));
    }
    return {};
}

std::vector<const workbench::GuidelineResult::Member*> by_gap(const workbench::GuidelineResult& guideline) {
    std::vector<const workbench::GuidelineResult::Member*> members;
    for (const auto& member : guideline.members) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(), [](const auto* one, const auto* other) {
        const bool known = one->gap.compliance != burden::Compliance::CannotJudge;
        const bool other_known = other->gap.compliance != burden::Compliance::CannotJudge;
        if (known != other_known) return known;
        return known && one->gap.difference > other->gap.difference;
    });
    return members;
}

void add_guideline(Document& document, const workbench::GuidelineResult& guideline, const workbench::GroupBurden& group,
                   const workbench::BurdenResult& result, std::set<std::string>& said) {
    const auto place = place_of(result.theory, guideline.measure);
    if (!place) return;
    const auto& measure = result.theory.measures[*place];
    document.heading(fmt::format("At least {}{}: {}", bound_words(guideline.at_least, &measure),
                                 guideline.since ? ", of " + to_text(*guideline.since) : "", measure.name));
    if (!guideline.text.empty() && said.insert(guideline.text).second) document.paragraph(guideline.text, 1);
    if (const auto status = status_of(guideline); !status.empty()) document.paragraph(Text{status, Tone::Faint}, 1);
    if (const auto* twin = twin_of(guideline, group.guidelines)) {
        const auto which = twin->since ? "of the promise of " + to_text(*twin->since) : twin->id;
        document.paragraph(fmt::format("The distances are those {}.", which), 1);
        return;
    }
    if (guideline.judged == 0) {
        document.paragraph(Text{"Known of no member.", Tone::Faint}, 1);
        return;
    }
    const bool promised = std::any_of(guideline.members.begin(), guideline.members.end(),
                                      [](const auto& member) { return member.progress.known; });
    const bool in_money = !guideline.money_unit.empty();
    Table table;
    table.columns = {{"member", Align::Left, true},
                     {measure.heading.empty() ? measure.unit : measure.heading, Align::Right},
                     {"judged unrounded"},
                     {"distance", Align::Right}};
    if (in_money) table.columns.push_back({"to close it, a year", Align::Right});
    if (promised) {
        table.columns.push_back({"progress", Align::Left, true, true});
        table.columns.push_back({"on schedule"});
        table.columns.back().title_wraps = true;
    }
    for (const auto* member : by_gap(guideline)) {
        const bool asked = is_asked_about(result, member->state.number);
        const auto* reading = reading_of(group.now.facts, member->state.number, *place);
        std::vector<Text> row{{(asked ? "› " : "") + member->state.name, asked ? Tone::Bold : Tone::Plain},
                              {reading == nullptr ? "—" : reading_words(*reading, measure, group.now.year)},
                              {judgement(member->gap), tone_of(member->gap)},
                              {signed_gap(member->gap, measure.decimals)}};
        if (in_money) row.emplace_back(money_to_close(member->gap, guideline.money_unit));
        if (promised) {
            row.emplace_back(way_words(member->progress));
            row.emplace_back(line_words(member->progress));
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    auto note = fmt::format("Judged on unrounded numbers; the distance is in {}.", measure.unit);
    if (in_money) note += " Money: what the member would have to add each year at its present size.";
    if (in_money && !guideline.money_mixes.empty()) note += " Mixed sources: " + guideline.money_mixes + '.';
    if (promised)
        note += time_words(guideline) +
                " Progress: how far from the value when promised to the bound; on schedule: on the straight line "
                "between the two or above it; further off: below the value when promised.";
    if (said.insert(note).second) document.paragraph(Text{note, Tone::Faint}, 1);
}

std::string reading_line(const evidence::BurdenReading& reading) {
    return reading.citations.empty() ? reading.says
                                     : fmt::format("{} [{}]", reading.says, joined(reading.citations, "; "));
}

void add_readings(Document& document, const evidence::BurdenTheory& theory, const std::string& of) {
    for (const auto& reading : theory.readings) {
        if (reading.of == of) document.labelled(reading.id, {reading_line(reading)});
    }
}

}  // namespace

void add_guidelines(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    std::set<std::string> said;  // what several guidelines have in common is said of the first
    for (const auto& guideline : group.guidelines) add_guideline(document, guideline, group, result, said);
}

void add_leader(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    const auto leader = leader_in_words(group.now);
    const bool correlated = group.now.exploitation.why_not.empty();
    if (leader.empty() && is_the_pair(group, result)) return;
    document.heading("Leadership or exploitation");
    if (!leader.empty()) {
        document.paragraph(leader + " That number allows these readings, and the program chooses none:", 1);
        add_readings(document, result.theory, "leader-share");
    } else {
        document.paragraph("What a leader pays of the whole is not said: the group has none, or no spending is known.",
                           1);
    }
    document.paragraph(exploitation_in_words(group.now.exploitation, result.theory), 1);
    if (!correlated) return;  // nothing to read
    add_readings(document, result.theory, "exploitation");
    const auto& correlation = group.now.exploitation;
    if (!correlation.exact && correlation.p_error > 0) {
        document.paragraph(Text{fmt::format("p over random permutations, ± {:.4f}; one-sided, of the larger carrying "
                                            "more, {:.3f}.",
                                            correlation.p_error, correlation.p_more),
                                Tone::Faint},
                           1);
    }
}

void add_burden_history(Document& document, const workbench::GroupBurden& group,
                        const workbench::BurdenResult& result) {
    if (group.history.size() < 2) return;
    const auto effort = place_of(result.theory, result.theory.effort);
    document.heading(fmt::format("Year by year, {}–{}", group.history.front().year, group.history.back().year));
    Table table;
    table.columns = {{"year", Align::Right},
                     {"members", Align::Right},
                     {"leader", Align::Left, true},
                     {"of spending", Align::Right},
                     {"of output", Align::Right},
                     {"ρ", Align::Right},
                     {"95%"},
                     {"p", Align::Right}};
    if (effort) {
        const auto& measure = result.theory.measures[*effort];
        for (const auto& state : result.pair_states) {
            table.columns.push_back({fmt::format("{} {}", state.code, measure.heading), Align::Right});
        }
    }
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& year : group.history) {
        const auto& found = year.exploitation;
        const bool computed = found.why_not.empty();
        std::vector<Text> row{
            {std::to_string(year.year)},
            {std::to_string(year.facts.members.size())},
            {year.leader ? year.leader->name : "—"},
            {year.leader_share ? percent(*year.leader_share, 0) : "—"},
            {year.leader_size_share ? percent(*year.leader_size_share, 0) : "—"},
            {computed ? coefficient(found.rho) : "—"},
            {computed ? fmt::format("{} to {}", coefficient(found.low), coefficient(found.high)) : "—"},
            {computed ? p_words(found.p_two) : "—"}};
        if (effort) {
            const auto& measure = result.theory.measures[*effort];
            for (const auto& state : result.pair_states) {
                const auto* reading = reading_of(year.facts, state.number, *effort);
                row.emplace_back(reading == nullptr ? "—" : reading_words(*reading, measure, year.year));
            }
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

}  // namespace entente::reports
