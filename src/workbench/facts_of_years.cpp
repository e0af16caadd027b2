#include "workbench/facts_of_years.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "workbench/state_values.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

// A panel of states that is asked for so has the values in these columns.
struct StateColumn {
    FactNeeds needs;
    std::string_view asked;
    std::string_view column;
    Reading StateFacts::* fact;
};

const std::vector<StateColumn>& state_columns() {
    static const std::vector<StateColumn> columns{
        {{"capability-share", {"nmc"}, {"milex", "milper", "irst", "pec", "tpop", "upop"}},
         "capability-share",
         "capability_share",
         &StateFacts::capability},
        {{"spending-share", {"nmc"}, {"milex", "milper"}},
         "military-share",
         "military_expenditure_share",
         &StateFacts::spending},
        {{"personnel-share", {"nmc"}, {"milex", "milper"}},
         "military-share",
         "military_personnel_share",
         &StateFacts::personnel},
        {{"policy-distance", {"unga-ideal-points"}, {"idealpointall"}},
         "unga-ideal-points.idealpointall",
         "unga_ideal_points_idealpointall",
         &StateFacts::ideal_point},
    };
    return columns;
}

// The largest distance of two ideal points, over all states that have one.
std::optional<double> largest_policy_distance(std::span<const StateFacts> states) {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
    for (const auto& state : states) {
        if (!state.ideal_point.known()) continue;
        lowest = std::min(lowest, state.ideal_point.value);
        highest = std::max(highest, state.ideal_point.value);
    }
    return highest > lowest ? std::optional(highest - lowest) : std::nullopt;
}

// As a share of the largest, if there is one. indices::ideal_point_distance, as the panel's measure of that name.
Reading policy_distance(const Reading& one, const Reading& other, const std::optional<double>& largest) {
    for (const auto& point : {one, other}) {
        if (point.reason == Reason::NoDataset) return point;
    }
    if (!one.known() || !other.known()) return Reading::missing(Reason::Input);
    if (!largest) return Reading::missing(Reason::Undefined);
    return Reading::of(std::min(1.0, std::abs(one.value - other.value) / *largest));
}

constexpr std::array<std::string_view, PairColumns::Inflated + 1> kPairColumns{"capital_distance",
                                                                               "contiguity_conttype",
                                                                               "rivalry",
                                                                               "territorial_rivalry",
                                                                               "capability_at_distance_1",
                                                                               "capability_at_distance_2",
                                                                               "capability_at_distance_inflated"};

}  // namespace

FactsOfStates::FactsOfStates(const panels::DataAtHand& data, int from, int to) {
    std::vector<const StateColumn*> there;
    std::vector<std::string> asked;
    for (const auto& column : state_columns()) {
        if (find_dataset(data, column.needs) == nullptr) continue;
        there.push_back(&column);
        asked.emplace_back(column.asked);
    }
    const auto values = state_values(data, asked, from, to).values;
    std::vector<std::size_t> places;
    for (const auto* column : there) places.push_back(values.place_of(column->column));
    facts_.resize(values.rows());
    for (std::size_t row = 0; row < values.rows(); ++row) {
        facts_[row].number = values.states[row];
        for (std::size_t place = 0; place < there.size(); ++place) {
            facts_[row].*there[place]->fact = values.reading(places[place], row);
        }
        auto& [begin, end] = years_.try_emplace(values.years[row], row, row).first->second;
        end = row + 1;
    }
}

std::span<const StateFacts> FactsOfStates::in(int year) const {
    const auto found = years_.find(year);
    if (found == years_.end()) return {};
    const auto [begin, end] = found->second;
    return std::span(facts_).subspan(begin, end - begin);
}

PairColumns::PairColumns(const panels::Panel& panel) : places_(kPairColumns.size()) {
    for (std::size_t place = 0; place < kPairColumns.size(); ++place) {
        const bool there = std::any_of(panel.columns.begin(), panel.columns.end(),
                                       [&](const auto& column) { return column.name == kPairColumns[place]; });
        if (!there) continue;
        places_[place] = names_.size();
        names_.emplace_back(kPairColumns[place]);
    }
}

Reading PairColumns::reading(const panels::PanelValues& values, std::size_t row, Column column) const {
    return places_[column] ? values.reading(*places_[column], row) : Reading::missing(Reason::NoDataset);
}

FactsOfYears::FactsOfYears(const FactsOfStates& states, const PairColumns& columns, const PastHostility& past,
                           std::optional<int> state)
    : states_(states), columns_(columns), past_(past), state_(state) {}

std::size_t FactsOfYears::place(std::size_t state, std::size_t other) const {
    const auto among_others = other > state ? other - 1 : other;
    if (state_) return of_states_[state].number == *state_ ? among_others : kNowhere;
    return state * (of_states_.size() - 1) + among_others;
}

void FactsOfYears::put(std::size_t state, std::size_t other, const threat::DyadFacts& of_pair,
                       const Reading& at_distance) {
    const auto at = place(state, other);
    if (at == kNowhere) return;
    auto& facts = facts_[at];
    facts = of_pair;
    facts.state = of_states_[state].number;
    facts.other = of_states_[other].number;
    facts.capability = of_states_[other].capability;
    facts.own_capability = of_states_[state].capability;
    facts.spending_share = of_states_[other].spending;
    facts.personnel_share = of_states_[other].personnel;
    facts.capability_at_distance = at_distance;
}

void FactsOfYears::put_hostility(int year) {
    for (const auto& one : past_.in(year)) {
        if (state_ && one.target != *state_) continue;
        const auto find = [&](int number) {
            return std::cmp_less(number, places_.size()) ? places_[static_cast<std::size_t>(number)] : kNowhere;
        };
        const auto state = find(one.target);
        const auto other = find(one.actor);
        if (state == kNowhere || other == kNowhere || state == other) continue;
        facts_[place(state, other)].hostility = one.hostility;
    }
}

std::span<threat::DyadFacts> FactsOfYears::of(int year, const panels::PanelValues& values,
                                              std::span<const std::uint32_t> rows) {
    of_states_ = states_.in(year);
    places_.assign(of_states_.empty() ? 0 : static_cast<std::size_t>(of_states_.back().number) + 1, kNowhere);
    for (std::size_t state = 0; state < of_states_.size(); ++state) {
        places_[static_cast<std::size_t>(of_states_[state].number)] = state;
    }
    facts_.resize(state_ ? rows.size() : 2 * rows.size());
    const auto states = of_states_.size();
    ensure(state_ ? rows.empty() || rows.size() + 1 == states : 2 * rows.size() + states == states * states,
           "a panel of pairs has all pairs of the states of a year");
    threat::DyadFacts of_pair;
    of_pair.year = year;
    of_pair.hostility = past_.of_none(year);
    of_pair.hostility_known_to = past_.known_to();
    const auto largest = largest_policy_distance(of_states_);
    for (const auto row : rows) {
        const auto first = places_.at(static_cast<std::size_t>(values.states[row]));
        const auto second = places_.at(static_cast<std::size_t>(values.others[row]));
        of_pair.distance_km = columns_.reading(values, row, PairColumns::Distance);
        of_pair.contiguity = columns_.reading(values, row, PairColumns::Contiguity);
        of_pair.rivalry = columns_.reading(values, row, PairColumns::Rivalry);
        of_pair.territorial_rivalry = columns_.reading(values, row, PairColumns::Territory);
        of_pair.policy_distance =
            policy_distance(of_states_[first].ideal_point, of_states_[second].ideal_point, largest);
        const auto inflated = columns_.reading(values, row, PairColumns::Inflated);
        of_pair.inflated = inflated.known() && inflated.value > 0;
        put(second, first, of_pair, columns_.reading(values, row, PairColumns::AtDistance1));
        put(first, second, of_pair, columns_.reading(values, row, PairColumns::AtDistance2));
    }
    put_hostility(year);
    return facts_;
}

}  // namespace entente::workbench
