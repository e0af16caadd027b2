// Histories of units that may end, as rows (entry, exit] of a counting process: what every model of endings starts
// from. A unit that comes under observation late has a first entry above 0 (left truncation); one whose covariates
// change has a row for each stretch. Times are compared exactly: give them in whole days, months or years.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::models {

struct RiskIntervals {
    std::vector<double> entries;  // not at risk at this moment itself
    std::vector<double> exits;    // at risk at this one
    // 0: the unit goes on in its next row, or was lost sight of; else the number of the mode by which it ended, from 1.
    std::vector<std::uint8_t> endings;
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> clusters;       // rows of one cluster may depend on each other; none: the units
    std::vector<std::vector<double>> columns;  // covariates, one value for each row

    [[nodiscard]] std::size_t size() const noexcept { return exits.size(); }
};

struct RowTrouble {
    std::size_t row = 0;  // from 0
    std::string why;
};

// All that is wrong with the rows, in their order: an entry that is not before its exit, a number that is not finite,
// intervals of one unit that overlap, an ending before the unit's last interval. A gap between intervals is allowed:
// the unit was not observed. A Fault unless every row has all its values.
[[nodiscard]] std::vector<RowTrouble> why_unusable(const RiskIntervals& rows);

// What stands in the way of any model: the first trouble and how many more, or that there is no row; else empty.
[[nodiscard]] std::string why_no_model(const RiskIntervals& rows);

// The times at which a unit ended, whatever the mode, each once, the earliest first.
[[nodiscard]] std::vector<double> ending_times(const RiskIntervals& rows);

// Units with entry < t ≤ exit, for each of the times, which are in order.
[[nodiscard]] std::vector<double> numbers_at_risk(const RiskIntervals& rows, const std::vector<double>& times);

// For each row its cluster, numbered from 0 without gaps in the order of their numbers.
[[nodiscard]] std::vector<std::size_t> places_of_clusters(const RiskIntervals& rows);

}  // namespace entente::models
