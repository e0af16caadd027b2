// How large a change of level would have to be to be seen: what a test that found nothing has not ruled out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "models/time_series.hpp"

namespace entente::models {

struct DetectableChangeQuestion {
    double residual_deviation = 0;  // standard deviation around the two levels, in the unit of the series
    std::size_t before = 0;         // points
    std::size_t after = 0;
    double autocorrelation = 0;  // of neighbouring residuals, above −1 and below 1
    double alpha = 0.05;         // two-sided
    double power = 0.8;
    Shape shape = Shape::Level;
};

struct DetectableChange {
    std::optional<double> change;  // in the unit of the series; nothing if it cannot be computed
    std::string why_not;           // set if `change` is not
};

// The change δ of the level at which the t test with n − 2k degrees of freedom rejects with the asked power: the
// noncentral t with δ / (s √v) exceeds the critical value with that probability (Cohen 1988, chapter 2). v = Σ w_i w_j
// ρ^|i−j| is the variance of the estimated change Σ w_i y_i of evenly spaced points with unit variance and first-order
// autocorrelation ρ; for a level w is −1/n_1 before and 1/n_2 after, with trends that of two lines at the first point
// after. It takes s and ρ as known.
[[nodiscard]] DetectableChange detectable_change(const DetectableChangeQuestion& question);

}  // namespace entente::models
