// What the agreement coefficients share: which units can be compared, and why a set of ratings cannot.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

// Many units, few patterns of values: a coefficient needs each pattern once and the number of units that have it, and
// a bootstrap draw changes these numbers alone. Patterns stand in the order of the first unit that has them.
struct CountedUnits {
    std::vector<double> values;                      // sorted, all different
    std::vector<std::vector<std::size_t>> patterns;  // places in `values`, by coder; the missing ones gone
    std::vector<std::size_t> pattern_of;             // for each unit
    std::vector<int> counts;                         // for each pattern
};

// Of finite values only: see why_not_comparable.
[[nodiscard]] CountedUnits counted(const Ratings& units);

struct Computed {
    std::optional<double> value;
    std::string_view why_not;  // set if `value` is not
};

// A coefficient, if `counts` of the units have each pattern; they add up to as many units as there are. It refers to
// the units, which must outlive it, and keeps its working memory: calling it again allocates nothing.
using FromCounts = std::function<Computed(const std::vector<int>& counts)>;

[[nodiscard]] FromCounts alpha_from_counts(const CountedUnits& units, Metric metric);
[[nodiscard]] FromCounts cohen_kappa_from_counts(const CountedUnits& units);
[[nodiscard]] FromCounts fleiss_kappa_from_counts(const CountedUnits& units);

// `agreement`, with the coefficient of all units in it.
[[nodiscard]] Agreement with_coefficient(Agreement agreement, const CountedUnits& units, const FromCounts& coefficient);

}  // namespace entente::indices
