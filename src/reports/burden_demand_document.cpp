// burden: demands, and when the behaviour that answers them turned.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

using workbench::StateAsked;

constexpr std::size_t kInTable = 6;  // of those asked: more are listed by when they turned

// A demand for money is tested on the theory's series of spending. That answers a demand to spend, and none to buy arms
// or to pay for bases.
bool is_to_spend(const evidence::BurdenMeasure& measure, const evidence::BurdenTheory& theory) {
    const auto* effort = evidence::find_measure(theory, theory.effort);
    return effort != nullptr && measure.unit == effort->unit && measure.coin == effort->coin &&
           measure.stage == effort->stage && measure.sense == effort->sense;
}

// What the demand's behaviour is read from; null where no series answers it.
const evidence::BurdenMeasure* tested_on(const evidence::BurdenMeasure& measure, const evidence::BurdenTheory& theory) {
    if (theory.trend.empty() || measure.coin != evidence::BurdenCoin::Money) return &measure;
    if (theory.trend == measure.id) return &measure;
    return is_to_spend(measure, theory) ? evidence::find_measure(theory, theory.trend) : nullptr;
}

std::string asked_for_words(const evidence::Demand& demand, const evidence::BurdenTheory& theory) {
    if (demand.measure.empty()) return "nothing that a measure knows";
    const auto* measure = evidence::find_measure(theory, demand.measure);
    const auto name = measure == nullptr ? demand.measure : measure->name;
    if (!demand.at_least) return name;
    return fmt::format("{}, at least {}", name, bound_words(*demand.at_least, measure));
}

// `in 2015`, `in 2015 (2013 to 2017)`: the years in which the new stretch may begin.
std::string year_of_turn(const burden::Turn& turn) {
    if (turn.earliest == 0 || turn.earliest >= turn.latest) return fmt::format("in {}", turn.first_after);
    return fmt::format("in {} ({} to {})", turn.first_after, turn.earliest, turn.latest);
}

// Why it cannot be said; empty where it can.
std::string cannot_say_words(const StateAsked& asked) {
    if (!asked.turning.why_not.empty()) return asked.turning.why_not;
    return asked.against.order == burden::Order::CannotSay ? asked.against.cannot_say : std::string{};
}

// `turned upward before it, in 2015 (2013 to 2017)`, `rising since 2013 (no test); cannot be said: …`
std::string turn_words(const StateAsked& asked) {
    std::string words;
    if (asked.against.rising_since) words = fmt::format("rising since {} (no test); ", *asked.against.rising_since);
    if (!asked.turning.why_not.empty()) return words + "cannot be said: " + asked.turning.why_not;
    words += order_words(asked.against.order);
    if (const auto why = cannot_say_words(asked); !why.empty()) words += ": " + why;
    if (!asked.against.turn) return words;
    words += ", " + year_of_turn(*asked.against.turn);
    return words + (asked.turning.borne_out ? fmt::format(" (sup-F p {})", p_words(asked.turning.p))
                                            : std::string(" (not borne out by sup-F)"));
}

std::string reading_text(const Reading& reading, const evidence::BurdenMeasure* measure) {
    if (!reading.known()) return "—";
    return measure == nullptr ? value_words(reading.value) : with_decimals(reading.value, measure->decimals);
}

std::string change_words(const std::optional<double>& change) {
    if (!change) return "—";
    const auto words = value_words(*change);
    return *change > 0 ? "+" + words : words;
}

std::string heading_of(const evidence::BurdenMeasure& measure) {
    return measure.heading.empty() ? measure.unit : measure.heading;
}

// What was asked about, and beside it what was done: each in its own unit, which stands in the heads.
struct AskedTable {
    const evidence::BurdenMeasure* measure = nullptr;
    const evidence::BurdenMeasure* tested = nullptr;  // null: nothing answers it
};

std::vector<Text> asked_row(const StateAsked& asked, const std::string& name, const AskedTable& of) {
    const auto latest = asked.latest.known()
                            ? fmt::format("{} ({})", reading_text(asked.latest, of.measure), asked.latest_year)
                            : std::string("—");
    std::vector<Text> row{{name}, {reading_text(asked.at_demand, of.measure)}, {latest}};
    if (of.tested == nullptr) return row;
    row.emplace_back(change_words(asked.against.change_before));
    row.emplace_back(change_words(asked.against.change_after));
    row.emplace_back(asked.against.chow_p ? p_words(*asked.against.chow_p) : "—");
    row.emplace_back(turn_words(asked));
    return row;
}

void add_asked_table(Document& document, const workbench::DemandResult& result, const AskedTable& of,
                     const std::vector<const StateAsked*>& shown) {
    Table table;
    const auto unit = heading_of(*of.measure);
    table.columns = {{"asked", Align::Left, true}, {unit + " when asked", Align::Right}, {"latest", Align::Right}};
    if (of.tested != nullptr) {
        const auto tested = heading_of(*of.tested);
        table.columns.push_back({"before, " + tested, Align::Right});
        table.columns.push_back({"after, " + tested, Align::Right});
        table.columns.push_back({"p", Align::Right});
        table.columns.push_back({"behaviour", Align::Left, true, true});
    }
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto* asked : shown) table.rows.push_back(asked_row(*asked, asked->state.name, of));
    if (result.together && of.tested != nullptr) {
        const auto all = result.asked.size();
        const auto name = result.together_of > 0 && result.together_of < all
                              ? fmt::format("{} of {} together", result.together_of, all)
                              : fmt::format("all {} together", all);
        table.rows.push_back(asked_row(*result.together, name, of));
    }
    if (!table.rows.empty()) document.table(std::move(table));
}

constexpr std::array kOrders{burden::Order::TurnedBefore, burden::Order::SameYear, burden::Order::TurnedAfter,
                             burden::Order::NoTurn, burden::Order::CannotSay};

// Of many asked: who was rising, who turned before, who after, and when.
struct AskedList {
    std::string title;
    std::string names;
    bool operator==(const AskedList&) const = default;
};

std::optional<AskedList> rising_list(const workbench::DemandResult& result) {
    std::vector<std::string> names;
    for (const auto& asked : result.asked) {
        const auto& since = asked.against.rising_since;
        if (since) names.push_back(fmt::format("{} (since {})", asked.state.name, *since));
    }
    if (names.empty()) return std::nullopt;
    return AskedList{fmt::format("rising when asked: {}", names.size()), listed(names, names.size())};
}

// The reasons in the order in which they come, each with those of whom it holds.
std::vector<std::pair<std::string, std::vector<std::string>>> by_reason(const workbench::DemandResult& result) {
    std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
    for (const auto& asked : result.asked) {
        if (asked.against.order != burden::Order::CannotSay) continue;
        auto why = cannot_say_words(asked);
        const auto found =
            std::find_if(reasons.begin(), reasons.end(), [&why](const auto& each) { return each.first == why; });
        auto& names = found == reasons.end() ? reasons.emplace_back(std::move(why), std::vector<std::string>{}).second
                                             : found->second;
        names.push_back(asked.state.name);
    }
    return reasons;
}

std::vector<AskedList> asked_lists(const workbench::DemandResult& result) {
    std::vector<AskedList> lists;
    if (auto rising = rising_list(result)) lists.push_back(std::move(*rising));
    for (const auto order : kOrders) {
        std::vector<std::string> names;
        for (const auto& asked : result.asked) {
            if (asked.against.order != order) continue;
            const auto year =
                asked.against.turn ? fmt::format(" ({})", asked.against.turn->first_after) : std::string{};
            names.push_back(asked.state.name + year);
        }
        if (names.empty()) continue;
        auto says = listed(names, names.size());
        if (order == burden::Order::CannotSay) {
            std::vector<std::string> reasons;
            for (const auto& [why, of] : by_reason(result))
                reasons.push_back((why.empty() ? "" : why + ": ") + listed(of, of.size()));
            says = joined(reasons, "; ");
        }
        lists.push_back({fmt::format("{}: {}", order_words(order), names.size()), std::move(says)});
    }
    return lists;
}

bool lists_shown(const workbench::DemandResult& result, const evidence::BurdenTheory& theory) {
    const auto* measure = evidence::find_measure(theory, result.demand->measure);
    return measure != nullptr && tested_on(*measure, theory) != nullptr && result.asked.size() > kInTable;
}

// The first demand of whose addressees the same is true: demands that are repeated need not repeat their lists.
const workbench::DemandResult* earlier_like(const workbench::DemandResult& result,
                                            const std::vector<workbench::DemandResult>& all,
                                            const evidence::BurdenTheory& theory) {
    for (const auto& earlier : all) {
        if (&earlier == &result) return nullptr;
        if (lists_shown(earlier, theory) && asked_lists(earlier) == asked_lists(result)) return &earlier;
    }
    return nullptr;
}

// `15 of 28 had been rising for two years or more when asked (no test); 4 had turned upward within ten years before
// it; of 24 it cannot be said: …`. What is true of nobody is not said, as nobody may be there to see.
std::string demand_in_words(const workbench::DemandResult& result) {
    if (result.asked.size() < 2) return {};
    std::array<std::size_t, kOrders.size()> counts{};
    std::size_t rising = 0;
    for (const auto& asked : result.asked) {
        ++counts[static_cast<std::size_t>(asked.against.order)];
        if (asked.against.rising_since) ++rising;
    }
    std::vector<std::string> parts;
    const bool searched = std::any_of(result.asked.begin(), result.asked.end(),
                                      [](const auto& asked) { return asked.turning.why_not.empty(); });
    if (rising > 0 || searched)
        parts.push_back(fmt::format("{} of {} had been rising for two years or more when asked (no test)",
                                    rising == 0 ? "none" : std::to_string(rising), result.asked.size()));
    const auto say = [&](burden::Order order, const std::string& what) {
        const auto count = counts[static_cast<std::size_t>(order)];
        if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
    };
    say(burden::Order::TurnedBefore, "had turned upward within ten years before it");
    say(burden::Order::SameYear, "turned upward in its year");
    say(burden::Order::TurnedAfter, "turned upward after it");
    say(burden::Order::NoTurn, "with no upward turn in the ten years before it or after it");
    const auto unclear = counts[static_cast<std::size_t>(burden::Order::CannotSay)];
    if (unclear > 0) {
        std::vector<std::string> reasons;
        for (const auto& [why, of] : by_reason(result)) {
            if (!why.empty()) reasons.push_back(fmt::format("{} ({})", why, of.size()));
        }
        parts.push_back(
            fmt::format("of {} it cannot be said{}{}", unclear, reasons.empty() ? "" : ": ", joined(reasons, ", ")));
    }
    auto words = joined(parts, "; ") + ".";
    if (words.starts_with("none")) words.front() = 'N';
    if (words.starts_with("of")) words.front() = 'O';
    return words;
}

void add_behaviour(Document& document, const workbench::DemandResult& result, const workbench::BurdenResult& all,
                   const std::vector<workbench::DemandResult>& demands) {
    const auto* measure = evidence::find_measure(all.theory, result.demand->measure);
    if (measure == nullptr) return;  // what no measure knows has no behaviour to test
    const AskedTable of{measure, tested_on(*measure, all.theory)};
    if (of.tested != nullptr) {
        if (const auto words = demand_in_words(result); !words.empty()) document.paragraph(words, 3);
    }
    std::vector<const StateAsked*> shown;
    const bool few = result.asked.size() <= kInTable;
    for (const auto& asked : result.asked) {
        if (few || is_asked_about(all, asked.state.number)) shown.push_back(&asked);
    }
    add_asked_table(document, result, of, shown);
    if (of.tested == nullptr) {
        document.paragraph(Text{"Spending is no answer to this demand, so when it turned is not shown.", Tone::Faint},
                           3);
        return;
    }
    if (few) return;
    if (const auto* earlier = earlier_like(result, demands, all.theory)) {
        document.paragraph(fmt::format("Who turned when: as for {}.", to_text(earlier->demand->date)), 3);
        return;
    }
    for (const auto& list : asked_lists(result)) document.labelled(list.title, {list.names});
}

void add_demand(Document& document, const workbench::DemandResult& result, const workbench::OpenCase& open,
                const workbench::BurdenResult& all, const std::vector<workbench::DemandResult>& demands) {
    const auto& demand = *result.demand;
    document.paragraph(
        Text{fmt::format("{} · {} asks {}: {}", to_text(demand.date), actor_words(demand.by, open),
                         actors_words(demand.of, "all other members", open), asked_for_words(demand, all.theory)),
             Tone::Bold},
        1);
    document.paragraph(demand.text, 3);
    auto answer = fmt::format("answer: {}", name_of(demand.answer));
    if (!demand.answer_item.empty()) answer += fmt::format(" (item {})", demand.answer_item);
    const auto sources = sources_and_item(demand.sources, demand.item);
    document.paragraph(Text{sources.empty() ? answer : fmt::format("{} · {}", answer, sources), Tone::Faint}, 3);
    if (!demand.note.empty()) document.paragraph(Text{without_rows(demand.note), Tone::Faint}, 3);
    add_behaviour(document, result, all, demands);
}

}  // namespace

void add_demands(Document& document, const workbench::BurdenOfCase& of_case, const workbench::BurdenResult& result) {
    if (of_case.demands.empty()) return;
    document.heading("Demands against behaviour");
    for (const auto& demand : of_case.demands) add_demand(document, demand, *of_case.open, result, of_case.demands);
    const auto* trend = evidence::find_measure(result.theory, result.theory.trend);
    const auto spending = trend == nullptr
                              ? std::string{}
                              : fmt::format(" A demand to spend is tested on {} ({}).", trend->name, trend->unit);
    document.paragraph(
        Text{fmt::format(
                 "When asked, latest: the measure asked about.{} Before, after: the change a year, in the five years "
                 "up to the demand and since it; p: of a break at the demand, errors independent, so too often small. "
                 "Rising: every change from that year to the last before the demand was upward, which noise alone "
                 "brings about now and then. What comes after a demand need not come of it.",
                 spending),
             Tone::Faint},
        1);
}

}  // namespace entente::reports
