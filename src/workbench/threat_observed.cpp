#include <algorithm>
#include <iterator>
#include <set>

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

constexpr int kDollarsFrom = 1914;  // National Material Capabilities: thousand pounds before

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
    auto change = change_of(words_of(which), from, to, at.records->unit_of(which), at.records->dataset_of(source));
    change.before = at.records->force(which, from);
    change.after = at.records->force(which, to);
    // Pounds and dollars are no rise of expenditure.
    if (which == Force::Expenditure && from < kDollarsFrom && to >= kDollarsFrom) {
        change.before = change.after = Reading::missing(Reason::Undefined);
    }
    return change;
}

std::vector<NamedState> only_in(const std::set<int>& first, const std::set<int>& second, const StateInYear& at) {
    std::set<int> found;
    std::set_difference(first.begin(), first.end(), second.begin(), second.end(), std::inserter(found, found.end()));
    std::vector<NamedState> named;
    for (const int number : found) named.push_back(at.system->named(number, at.year));
    std::sort(named.begin(), named.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    return named;
}

// Partners before and after: how many, who came and who went. What is not known of one of the two leaves both unsaid.
void compare_partners(ObservedChange& change, const std::optional<std::set<int>>& before,
                      const std::optional<std::set<int>>& after, const StateInYear& at) {
    const auto why = Reading::missing(change.dataset.empty() ? Reason::NoDataset : Reason::OutsideCoverage);
    change.before = before ? Reading::of(static_cast<double>(before->size())) : why;
    change.after = after ? Reading::of(static_cast<double>(after->size())) : why;
    if (!before || !after) return;
    change.gained = only_in(*after, *before, at);
    change.lost = only_in(*before, *after, at);
}

ObservedChange change_of_pacts(const StateInYear& at, int from, int to) {
    auto change = change_of("defence pacts", from, to, "states that have pledged to defend it",
                            at.records->dataset_of("defence-allies"));
    compare_partners(change, at.records->defenders(from), at.records->defenders(to), at);
    // A state that was not in the system has no row in the data, which must not pass for a state without allies.
    if (!at.system->has(at.state, from)) change.before = Reading::missing(Reason::NoRow);
    if (!at.system->has(at.state, to)) change.after = Reading::missing(Reason::NoRow);
    if (!change.before.known() || !change.after.known()) {
        change.gained.clear();
        change.lost.clear();
    }
    return change;
}

// Deliveries come in some years and not in others, so suppliers of five years are compared with those of the five
// before.
ObservedChange change_of_suppliers(const StateInYear& at, int from, int to) {
    auto change = change_of("arms suppliers", from, to, "states that delivered major arms in the five years to then",
                            at.records->dataset_of("arms suppliers"));
    compare_partners(change, at.records->suppliers(from - kObservedYears + 1, from),
                     at.records->suppliers(to - kObservedYears + 1, to), at);
    return change;
}

}  // namespace

std::vector<ObservedChange> observed_changes(const StateInYear& at) {
    std::vector<ObservedChange> changes;
    for (const int from : {at.year - kObservedYears, at.year}) {
        const int to = from + kObservedYears;
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
