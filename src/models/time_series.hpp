// Observations in order of time, as the tests of this module take them. Only what was observed is in a series: a gap is
// a pair of neighbours that lie further apart, never a zero and never a guess.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace entente::models {

struct TimedValue {
    double time = 0;  // in any unit, mostly years
    double value = 0;
};

using TimeSeries = std::vector<TimedValue>;

// What describes a stretch without a break: one level, or a level and a straight trend over time.
enum class Shape { Level, LevelAndTrend };

[[nodiscard]] std::size_t coefficients_of(Shape shape) noexcept;

// Empty if the series can be tested; else why not: times that do not increase, numbers that are not finite or too large
// to be squared, values that never vary.
[[nodiscard]] std::string why_unusable(const TimeSeries& series);

// The same series with values moved and scaled to a mean of 0 and a largest distance of 1, so that squares neither
// overflow nor lose their digits; times likewise.
struct Standardised {
    TimeSeries series;
    double value_scale = 1;  // one unit of the scaled values in units of the given ones
    double time_scale = 1;
};

// The series must be usable.
[[nodiscard]] Standardised standardised(const TimeSeries& series);

// What is left of the variation of a standardised series is no more than the noise of its arithmetic.
[[nodiscard]] bool is_rounding(double residual_sum_of_squares, const TimeSeries& standardised_series);

// `why_unusable`, or why the parts before and from `first_after` on are too short for the shape and a spare point each.
[[nodiscard]] std::string why_untestable(const TimeSeries& series, std::size_t first_after, Shape shape);

}  // namespace entente::models
