// burden: who carries what: members as rows, measures as columns, and what each measure is.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

using Places = std::vector<std::size_t>;

std::vector<const burden::BurdenReading*> column_of(const burden::GroupFacts& facts, std::size_t measure) {
    std::vector<const burden::BurdenReading*> column;
    for (const auto& member : facts.members) column.push_back(reading_of(facts, member.state, measure));
    return column;
}

bool anything_known(const burden::GroupFacts& facts, std::size_t measure) {
    const auto column = column_of(facts, measure);
    return std::any_of(column.begin(), column.end(),
                       [](const auto* reading) { return reading != nullptr && reading->value.known(); });
}

// The year that most numbers of a column are of: it stands at its head, and the others say their own.
int year_of_column(const burden::GroupFacts& facts, std::size_t measure) {
    std::map<int, int> years;
    for (const auto* reading : column_of(facts, measure)) {
        if (reading != nullptr && reading->value.known()) ++years[reading->of_year];
    }
    const auto most = std::max_element(years.begin(), years.end(),
                                       [](const auto& one, const auto& other) { return one.second < other.second; });
    return most == years.end() ? facts.year : most->first;
}

// Who stands at the ends of a column, on unrounded numbers. An end that many share is no distinction.
struct Ends {
    std::vector<int> most;
    std::vector<int> least;
};

Ends ends_of(const burden::GroupFacts& facts, std::size_t place, evidence::BurdenSense sense) {
    constexpr std::size_t kShared = 2;
    if (sense == evidence::BurdenSense::Neither) return {};
    std::vector<std::pair<double, int>> known;
    for (const auto& member : facts.members) {
        const auto* reading = reading_of(facts, member.state, place);
        if (reading != nullptr && reading->value.known()) known.emplace_back(reading->value.value, member.state);
    }
    if (known.size() < 2) return {};
    const auto [low, high] = std::minmax_element(known.begin(), known.end());
    if (low->first == high->first) return {};
    const auto states_at = [&known](double value) {
        std::vector<int> states;
        for (const auto& [each, state] : known) {
            if (each == value) states.push_back(state);
        }
        if (states.size() > kShared) states.clear();
        return states;
    };
    Ends ends{states_at(high->first), states_at(low->first)};
    if (known.size() == 2) ends.least.clear();
    if (sense == evidence::BurdenSense::CarriesLess) std::swap(ends.most, ends.least);
    return ends;
}

bool has(const std::vector<int>& states, int state) {
    return std::find(states.begin(), states.end(), state) != states.end();
}

Text cell_of(const burden::BurdenReading* reading, const evidence::BurdenMeasure& measure, int year, int state,
             const Ends& ends) {
    if (reading == nullptr) return {"—"};
    const auto words = reading_words(*reading, measure, year);
    if (has(ends.most, state)) return {words + " ▲", Tone::Strong};
    if (has(ends.least, state)) return {words + " ▼", Tone::Weak};
    return {words};
}

// By the first measure that anybody has, the largest first; whom it says nothing of comes last.
std::vector<int> in_order(const burden::GroupFacts& facts, const Places& places) {
    std::vector<int> states;
    for (const auto& member : facts.members) states.push_back(member.state);
    if (places.empty()) return states;
    std::stable_sort(states.begin(), states.end(), [&](int one, int other) {
        const auto* left = reading_of(facts, one, places.front());
        const auto* right = reading_of(facts, other, places.front());
        const bool left_known = left != nullptr && left->value.known();
        const bool right_known = right != nullptr && right->value.known();
        if (left_known != right_known) return left_known;
        return left_known && left->value.value > right->value.value;
    });
    return states;
}

// `equipment share, of: Iceland (no row); United States (missing in source)`
void add_missing(Document& document, const workbench::GroupBurden& group, const evidence::BurdenTheory& theory,
                 const Places& places) {
    constexpr std::size_t kNamed = 6;
    const auto& facts = group.now.facts;
    std::vector<std::string> sentences;
    for (const auto place : places) {
        std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
        for (const auto& member : facts.members) {
            const auto* reading = reading_of(facts, member.state, place);
            if (reading != nullptr && reading->value.known()) continue;
            const std::string why{reading == nullptr ? "not looked up" : name_of(reading->value.reason)};
            const auto name = state_name(group, member.state);
            const auto found =
                std::find_if(by_reason.begin(), by_reason.end(), [&why](const auto& one) { return one.first == why; });
            if (found == by_reason.end()) {
                by_reason.emplace_back(why, std::vector{name});
            } else {
                found->second.push_back(name);
            }
        }
        if (by_reason.empty()) continue;
        std::vector<std::string> parts;
        for (const auto& [why, names] : by_reason) parts.push_back(fmt::format("{} ({})", listed(names, kNamed), why));
        sentences.push_back(fmt::format("{} of {}", theory.measures[place].name, joined(parts, ", ")));
    }
    if (!sentences.empty())
        document.paragraph(Text{fmt::format("— not known: {}.", joined(sentences, "; ")), Tone::Faint}, 1);
}

std::string column_title(const burden::GroupFacts& facts, const evidence::BurdenMeasure& measure, std::size_t place) {
    const auto& short_name = measure.heading.empty() ? measure.name : measure.heading;
    const auto year = year_of_column(facts, place);
    return year == facts.year ? short_name : fmt::format("{} {}", short_name, year);
}

void add_table(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result,
               const Places& places) {
    const auto& facts = group.now.facts;
    Table table;
    table.columns = {{"member", Align::Left, true}};
    std::vector<Ends> ends;
    constexpr std::size_t kRoom = 66;  // beside a name, on a terminal of 100 columns
    std::size_t titles = 0;
    for (const auto place : places) {
        titles += display_width(column_title(facts, result.theory.measures[place], place)) + 3;
    }
    for (const auto place : places) {
        const auto& measure = result.theory.measures[place];
        table.columns.push_back({column_title(facts, measure, place), Align::Right});
        table.columns.back().title_wraps = titles > kRoom;
        ends.push_back(ends_of(facts, place, measure.sense));
    }
    for (const auto state : in_order(facts, places)) {
        const bool asked = is_asked_about(result, state);
        std::vector<Text> row{{(asked ? "› " : "") + state_name(group, state), asked ? Tone::Bold : Tone::Plain}};
        for (std::size_t at = 0; at < places.size(); ++at) {
            row.push_back(cell_of(reading_of(facts, state, places[at]), result.theory.measures[places[at]],
                                  year_of_column(facts, places[at]), state, ends[at]));
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

void add_some(Document& document, const std::string& title, const workbench::GroupBurden& group,
              const workbench::BurdenResult& result, const Places& all) {
    Places places;
    std::vector<std::string> unknown;
    for (const auto place : all) {
        if (anything_known(group.now.facts, place)) {
            places.push_back(place);
        } else {
            unknown.push_back(result.theory.measures[place].name);
        }
    }
    if (all.empty()) return;
    document.heading(title);
    // As many measures as fit beside a name; what is over stands in a table of its own, evenly.
    constexpr std::size_t kBeside = 7;
    const auto tables = (places.size() + kBeside - 1) / kBeside;
    for (std::size_t at = 0; at < tables; ++at) {
        const auto begin = places.begin() + static_cast<std::ptrdiff_t>(at * places.size() / tables);
        const auto end = places.begin() + static_cast<std::ptrdiff_t>((at + 1) * places.size() / tables);
        add_table(document, group, result, {begin, end});
    }
    if (!places.empty()) add_missing(document, group, result.theory, places);
    if (!unknown.empty())
        document.paragraph(Text{fmt::format("Known of no member: {}.", listed(unknown, unknown.size())), Tone::Faint},
                           1);
}

}  // namespace

void add_measures(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    Places counted_ones;
    Places beside;
    for (std::size_t place = 0; place < result.theory.measures.size(); ++place) {
        const auto& fair = group.fair_share;
        const auto& measure = result.theory.measures[place];
        const auto among = [place](const Places& places) {
            return std::find(places.begin(), places.end(), place) != places.end();
        };
        const bool enters = among(fair.measures) || among(fair.alike) || among(fair.left_out);
        (enters || (measure.weight > 0 && !measure.pairs_only) ? counted_ones : beside).push_back(place);
    }
    add_some(document, "Who carries what", group, result, counted_ones);
    document.paragraph(
        Text{"▲ carries most by that measure, ▼ least; ’15: the number is of 2015; a year at the head of "
             "a column: all others are of that year.",
             Tone::Faint},
        1);
    add_some(document, "Beside it, in no fair share", group, result, beside);
}

void add_legend(Document& document, const workbench::BurdenResult& result) {
    document.heading("What the measures are");
    Table table;
    table.columns = {{"measure", Align::Left, true, true},
                     {"head"},
                     {"unit", Align::Left, true, true},
                     {"kind"},
                     {"counts", Align::Right},
                     {"definition", Align::Left, false, true, false, true}};
    for (const auto& measure : result.theory.measures) {
        auto says = measure.definition;
        if (!measure.mixes.empty()) says += " " + measure.mixes;
        table.rows.push_back({{measure.name},
                              {measure.heading},
                              {measure.unit},
                              {kind_words(measure)},
                              {measure.weight > 0 ? plain_number(measure.weight) : "—"},
                              {says}});
    }
    document.table(std::move(table));
}

namespace {

std::optional<std::size_t> place_of_formula(const evidence::BurdenTheory& theory, evidence::BurdenFormula formula) {
    const auto found = std::find_if(theory.measures.begin(), theory.measures.end(),
                                    [formula](const auto& measure) { return measure.formula == formula; });
    if (found == theory.measures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - theory.measures.begin());
}

std::string members_words(double count) {
    return counted(static_cast<long>(count), "member");
}

}  // namespace

void add_obligations(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    const auto owes = place_of_formula(result.theory, evidence::BurdenFormula::ObligedTo);
    const auto owed = place_of_formula(result.theory, evidence::BurdenFormula::DefendedBy);
    if (!owes || !owed) return;
    const auto& facts = group.now.facts;
    std::vector<Text> uneven;
    std::vector<std::string> unknown;
    std::size_t even = 0;
    bool nobody_owes = true;
    for (const auto& member : facts.members) {
        const auto* gives = reading_of(facts, member.state, *owes);
        const auto* gets = reading_of(facts, member.state, *owed);
        const auto name = state_name(group, member.state);
        if (gives == nullptr || gets == nullptr || !gives->value.known() || !gets->value.known()) {
            unknown.push_back(name);
        } else if (gives->value.value == gets->value.value) {
            nobody_owes = nobody_owes && gives->value.value == 0;
            ++even;
        } else {
            uneven.emplace_back(fmt::format("{} is obliged to defend {} and is to be defended by {}.", name,
                                            members_words(gives->value.value), members_words(gets->value.value)));
        }
    }
    if (unknown.size() == facts.members.size()) return;
    document.heading("Who must defend whom");
    std::string words =
        even == 0 ? "No obligation is even."
                  : fmt::format("{} of {} members owe as much defence as they are owed.", even, facts.members.size());
    if (even == facts.members.size()) {
        words = "On paper the obligations are even: each member must defend as many others as must defend it.";
    }
    if (even == facts.members.size() && nobody_owes) words = "No member has promised to defend another.";
    if (!unknown.empty()) words += fmt::format(" Not known of {}.", listed(unknown, 6));
    document.paragraph(words, 1);
    if (!uneven.empty()) document.list(std::move(uneven));
}

}  // namespace entente::reports
