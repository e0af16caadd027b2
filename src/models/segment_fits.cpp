#include "models/segment_fits.hpp"

#include <algorithm>

namespace entente::models {

SegmentFits::SegmentFits(const TimeSeries& standardised_series, Shape shape) : shape_(shape), sums_(1) {
    sums_.reserve(standardised_series.size() + 1);
    for (const auto& [time, value] : standardised_series) {
        Sums sums = sums_.back();
        sums.time += time;
        sums.time_time += time * time;
        sums.value += value;
        sums.value_value += value * value;
        sums.time_value += time * value;
        sums_.push_back(sums);
    }
}

double SegmentFits::mean(std::size_t first, std::size_t last) const {
    return (sums_[last].value - sums_[first].value) / static_cast<double>(last - first);
}

double SegmentFits::residuals(std::size_t first, std::size_t last) const {
    const Sums& to = sums_[last];
    const Sums& from = sums_[first];
    const auto points = static_cast<double>(last - first);
    const double value = to.value - from.value;
    double left = (to.value_value - from.value_value) - value * value / points;
    if (shape_ == Shape::LevelAndTrend && last - first > 1) {
        const double time = to.time - from.time;
        const double spread = (to.time_time - from.time_time) - time * time / points;
        const double together = (to.time_value - from.time_value) - time * value / points;
        left -= together * together / spread;
    }
    return std::max(left, 0.0);
}

}  // namespace entente::models
