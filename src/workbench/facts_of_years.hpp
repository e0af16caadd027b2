// The facts of threat of a year, put together from what the store says of each state and of each pair of states: a pair
// is read once for both of its directions. For use inside the module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/missing.hpp"
#include "panels/panel.hpp"
#include "panels/panel_values.hpp"
#include "threat/facts.hpp"
#include "workbench/past_hostility.hpp"

namespace entente::workbench {

// Of one state in one year.
struct StateFacts {
    int number = 0;
    Reading capability;
    Reading spending;
    Reading personnel;
    Reading ideal_point;
};

// Of all states of the system, year by year.
class FactsOfStates {
public:
    // Of the data sets at hand. Leaves a panel of its own in the database.
    FactsOfStates(const panels::DataAtHand& data, int from, int to);

    // In the order of their numbers.
    [[nodiscard]] std::span<const StateFacts> in(int year) const;

private:
    std::vector<StateFacts> facts_;
    std::map<int, std::pair<std::size_t, std::size_t>> years_;  // where each begins and ends
};

// The columns of a panel of pairs that facts are read from.
class PairColumns {
public:
    explicit PairColumns(const panels::Panel& panel);

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

    enum Column : std::uint8_t { Distance, Contiguity, Rivalry, Territory, AtDistance1, AtDistance2, Inflated };
    // Missing where the panel has no such column.
    [[nodiscard]] Reading reading(const panels::PanelValues& values, std::size_t row, Column column) const;

private:
    std::vector<std::optional<std::size_t>> places_;
    std::vector<std::string> names_;
};

// Rows of pairs of some years as facts, those of threats to one state or of all directed pairs.
class FactsOfYears {
public:
    FactsOfYears(const FactsOfStates& states, const PairColumns& columns, const PastHostility& past,
                 std::optional<int> state);

    // `rows` are all that `values` has of the year, in any order. Ordered by state and other; valid until the next
    // call.
    [[nodiscard]] std::span<threat::DyadFacts> of(int year, const panels::PanelValues& values,
                                                  std::span<const std::uint32_t> rows);

private:
    // Where the facts of a pair belong, both given by their places among the states of the year.
    [[nodiscard]] std::size_t place(std::size_t state, std::size_t other) const;
    void put(std::size_t state, std::size_t other, const threat::DyadFacts& of_pair, const Reading& at_distance);
    void put_hostility(int year);

    const FactsOfStates& states_;
    const PairColumns& columns_;
    const PastHostility& past_;
    std::optional<int> state_;

    // Of the year at work.
    std::span<const StateFacts> of_states_;
    std::vector<std::size_t> places_;  // by the number of a state
    std::vector<threat::DyadFacts> facts_;
};

}  // namespace entente::workbench
