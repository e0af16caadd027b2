// Is one description enough for the points before and after a date that was named in advance?
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "models/time_series.hpp"

namespace entente::models {

struct ChowTest {
    std::optional<double> statistic;  // F; nothing if it cannot be computed
    double p = 1;
    std::string why_not;  // set if `statistic` is not
    std::size_t before = 0;
    std::size_t after = 0;
};

// Chow (1960), p. 595–599: F = ((RSS_0 − RSS_1 − RSS_2) / k) / ((RSS_1 + RSS_2) / (n − 2k)), with k and n − 2k degrees
// of freedom. Exact where errors are independent, normal and of one variance; autocorrelation makes it reject too
// often. `first_after` is the index of the first point after the date. Gaps do not matter to it.
[[nodiscard]] ChowTest chow_test(const TimeSeries& series, std::size_t first_after, Shape shape);

}  // namespace entente::models
