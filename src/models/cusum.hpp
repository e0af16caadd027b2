// Does a series stay around one description, or does it run away from it for a while?
#pragma once

#include <optional>
#include <string>

#include "models/time_series.hpp"

namespace entente::models {

struct Cusum {
    std::optional<double> statistic;  // nothing if it cannot be computed
    double p = 1;
    std::string why_not;     // set if `statistic` is not
    std::size_t before = 0;  // points up to where the sum is furthest from zero
};

// Ploberger and Krämer (1992): the largest of |e_1 + … + e_i| / (s √n) over i, with residuals e of ordinary least
// squares and s² = RSS / (n − 1); its limit is the largest distance of a Brownian bridge from zero. For one level. Gaps
// do not matter to it: it sums in the order of the list.
[[nodiscard]] Cusum ols_cusum(const TimeSeries& series);

// Kolmogorov (1933), Smirnov (1948): the chance that a Brownian bridge strays beyond x, 2 Σ (−1)^(i+1) exp(−2 i² x²).
[[nodiscard]] double chance_that_a_bridge_exceeds(double x);

}  // namespace entente::models
