// How well one level, or one straight line, describes any stretch of a series: sums over its beginnings are kept, so
// that each stretch costs the same whatever its length.
#pragma once

#include <cstddef>
#include <vector>

#include "models/time_series.hpp"

namespace entente::models {

class SegmentFits {
public:
    // Takes a standardised series (time_series.hpp): differences of its sums keep their digits.
    SegmentFits(const TimeSeries& standardised_series, Shape shape);

    [[nodiscard]] std::size_t size() const noexcept { return sums_.size() - 1; }

    // The sum of squared residuals of the points first … last-1; first < last.
    [[nodiscard]] double residuals(std::size_t first, std::size_t last) const;
    [[nodiscard]] double mean(std::size_t first, std::size_t last) const;

private:
    struct Sums {
        double time = 0;
        double time_time = 0;
        double value = 0;
        double value_value = 0;
        double time_value = 0;
    };

    Shape shape_;
    std::vector<Sums> sums_;  // of the first 0, 1, 2 … points
};

}  // namespace entente::models
