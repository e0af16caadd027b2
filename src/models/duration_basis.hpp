// How long a unit has lasted, as columns that let the hazard of a discrete-time model rise and fall smoothly with it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace entente::models {

// Carter and Signorino (2010), "Back to the Future: Modeling Time Dependence in Binary Data": t, t² and t³, with t in
// hundreds, so that no coefficient is lost in rounding.
[[nodiscard]] std::vector<std::vector<float>> cubic_columns(std::span<const double> durations);

// Harrell (2001), section 2.4.5: the quantiles at which 3 to 7 knots are best laid, .05, .35, .65 and .95 for 4.
// Nothing for fewer or more, without durations, or where two knots fall together.
[[nodiscard]] std::optional<std::vector<double>> harrell_knots(std::span<const double> durations, std::size_t knots);

// Harrell (2001), section 2.4.4: the restricted cubic spline with knots t_1 < … < t_k, which is a straight line below
// the first and above the last: t itself, and for each j < k − 1 [(t − t_j)₊³ − (t − t_(k−1))₊³ (t_k − t_j)/(t_k −
// t_(k−1)) + (t − t_k)₊³ (t_(k−1) − t_j)/(t_k − t_(k−1))] / (t_k − t_1)². At least three knots, in order.
[[nodiscard]] std::vector<std::vector<float>> spline_columns(std::span<const double> durations,
                                                             std::span<const double> knots);

}  // namespace entente::models
