#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "workbench/threat_parts.hpp"

namespace entente::workbench {
namespace {

ObservedChange change_of(const char* what, int from, int to, std::string unit, std::string dataset) {
    ObservedChange change;
    change.what = what;
    change.from = from;
    change.to = to;
    change.unit = std::move(unit);
    change.dataset = std::move(dataset);
    return change;
}

const char* words_of(Force which) {
    switch (which) {
        case Force::Expenditure:
            return "military expenditure";
        case Force::ExpenditureAtConstantPrices:
            return "military expenditure, constant prices";
        case Force::Personnel:
            return "military personnel";
    }
    return "";
}

ObservedChange change_of_force(const StateInYear& at, Force which, int from, int to) {
    const auto* source = which == Force::ExpenditureAtConstantPrices ? "constant prices" : "observed forces";
    auto change =
        change_of(words_of(which), from, to, at.records->unit_of(which, from), at.records->dataset_of(source));
    change.before = at.records->force(which, from);
    change.after = at.records->force(which, to);
    // Both values are known, but pounds and dollars are no rise of expenditure.
    if (const auto unit = at.records->unit_of(which, to); unit != change.unit) change.unit_after = unit;
    return change;
}

using Partners = std::optional<std::set<int>>;

// How many partners there are in the first and the last year of a window, and all who came or went from any of its
// years to the next: a pact of one year is seen too. Years in which the state was not in the system have no row, which
// must not pass for a state without partners; what is not known of one of the others leaves all unsaid.
template <typename PartnersIn>
void compare_partners(ObservedChange& change, const StateInYear& at, const PartnersIn& partners_in) {
    const auto named = [&](const std::set<int>& numbers) {
        std::vector<NamedState> states;
        for (const int number : numbers) states.push_back(at.system->named(number, at.year));
        std::sort(states.begin(), states.end(),
                  [](const auto& one, const auto& other) { return one.name < other.name; });
        return states;
    };
    const auto count = [&](const Partners& partners) {
        if (partners) return Reading::of(static_cast<double>(partners->size()));
        return Reading::missing(change.dataset.empty() ? Reason::NoDataset : Reason::OutsideCoverage);
    };
    std::set<int> gained;
    std::set<int> lost;
    const Partners first = partners_in(change.from);
    Partners last = first;
    bool known = first.has_value();
    for (int year = change.from + 1; year <= change.to; ++year) {
        if (!at.system->has(at.state, year)) continue;
        const Partners next = partners_in(year);
        known = known && next.has_value();
        if (known) {
            std::set_difference(next->begin(), next->end(), last->begin(), last->end(),
                                std::inserter(gained, gained.end()));
            std::set_difference(last->begin(), last->end(), next->begin(), next->end(),
                                std::inserter(lost, lost.end()));
        }
        last = next;
    }
    change.before = count(first);
    change.after = count(last);
    if (!known) return;
    change.gained = named(gained);
    change.lost = named(lost);
}

ObservedChange change_of_pacts(const StateInYear& at, int from, int to) {
    auto change = change_of("defence pacts", from, to, "states that have pledged to defend it",
                            at.records->dataset_of("defence-allies"));
    compare_partners(change, at, [&](int year) { return at.records->defenders(year); });
    return change;
}

// Deliveries come in some years and not in others, so those who delivered in any of five years count.
ObservedChange change_of_suppliers(const StateInYear& at, int from, int to) {
    auto change = change_of("arms suppliers", from, to, "states that delivered major arms in the five years to then",
                            at.records->dataset_of("arms suppliers"));
    compare_partners(change, at, [&](int year) { return at.records->suppliers(year - kObservedYears + 1, year); });
    return change;
}

// The first and the last of these years in which the state was in the system; of the state's own year it was.
std::pair<int, int> years_in_system(const StateInYear& at, int from, int to) {
    while (from < to && !at.system->has(at.state, from)) ++from;
    while (to > from && !at.system->has(at.state, to)) --to;
    return {from, to};
}

}  // namespace

std::vector<ObservedChange> observed_changes(const StateInYear& at) {
    std::vector<ObservedChange> changes;
    for (const int begin : {at.year - kObservedYears, at.year}) {
        const auto [from, to] = years_in_system(at, begin, begin + kObservedYears);
        changes.push_back(change_of_force(at, Force::Expenditure, from, to));
        if (at.records->has_constant_prices()) {
            changes.push_back(change_of_force(at, Force::ExpenditureAtConstantPrices, from, to));
        }
        changes.push_back(change_of_force(at, Force::Personnel, from, to));
        changes.push_back(change_of_pacts(at, from, to));
        changes.push_back(change_of_suppliers(at, from, to));
    }
    return changes;
}

}  // namespace entente::workbench
