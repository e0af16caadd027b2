// How many breaks does a series have, and when? The best partition for each number of breaks, and the number that is
// worth its price.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/time_series.hpp"

namespace entente::models {

struct BaiPerronOptions {
    double shortest_share = 0.15;  // of all points, that a segment holds at least
    std::size_t most_breaks = 5;
    double level = 0.95;  // of the intervals of the dates
};

struct Partition {
    std::vector<std::size_t> breaks;  // the number of points before each break, rising
    double residual_sum_of_squares = 0;
    double bic = 0;
};

// The interval of one break's date, as numbers of points before it. May reach beyond the series: then its date is
// hardly known at all.
struct BreakInterval {
    long low = 0;
    long high = 0;
};

struct BaiPerron {
    std::vector<Partition> partitions;  // the best one with 0, 1, 2 … breaks; empty if none can be computed
    std::size_t best = 0;               // breaks of the partition with the smallest BIC
    // One for each break of the best partition; nothing for a shape with a trend, whose distribution is another.
    std::vector<std::optional<BreakInterval>> intervals;
    std::vector<double> levels;  // the mean of each segment of the best partition
    std::string why_not;         // set if there are no partitions
};

// Bai and Perron (2003), section 3.1: the partition of least squares by dynamic programming over the residual sums of
// all segments. BIC = n (ln 2π + 1 + ln(RSS / n)) + ln n · ((m + 1)(k + 1)) for m breaks and k coefficients (Yao 1988).
// Gaps: segments are counted in points, not in years, and a break lies between neighbours in the list.
[[nodiscard]] BaiPerron bai_perron(const TimeSeries& series, Shape shape, const BaiPerronOptions& options = {});

}  // namespace entente::models
