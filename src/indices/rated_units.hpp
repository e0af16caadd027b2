// What the agreement coefficients share: which units can be compared, and why a set of ratings cannot.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indices/agreement.hpp"

namespace entente::indices {

// The values of one unit, the missing ones gone.
[[nodiscard]] std::vector<double> present_values(const std::vector<std::optional<double>>& unit);

// Units with at least two values.
[[nodiscard]] Ratings units_with_pairs(const Ratings& ratings);

// Units to which both of the first two coders gave a value.
[[nodiscard]] Ratings units_of_both(const Ratings& ratings);

// Units with the number of values (≥ 2) that most units have; of equally common numbers, the larger.
[[nodiscard]] Ratings units_of_equal_number(const Ratings& ratings);

// Columns of the widest unit.
[[nodiscard]] std::size_t coders_of(const Ratings& ratings);

// Why no coefficient can be computed from these units, already chosen by one of the above; empty if one can.
[[nodiscard]] std::string why_not_comparable(const Ratings& units);

// Counts the units and their values.
[[nodiscard]] Agreement agreement_over(const Ratings& units);

}  // namespace entente::indices
