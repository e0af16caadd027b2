#include "models/bai_perron.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <fmt/format.h>

#include "core/error.hpp"
#include "models/break_interval.hpp"
#include "models/segment_fits.hpp"

namespace entente::models {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

// best[m][i]: the least sum of squared residuals of the first i points with m breaks; from[m][i]: its last break.
class Partitions {
public:
    Partitions(const SegmentFits& fits, std::size_t shortest, std::size_t most_breaks)
        : points_(fits.size()),
          best_(most_breaks + 1, std::vector<double>(points_ + 1, kNever)),
          from_(most_breaks + 1, std::vector<std::size_t>(points_ + 1, 0)) {
        for (std::size_t end = shortest; end <= points_; ++end) best_[0][end] = fits.residuals(0, end);
        for (std::size_t breaks = 1; breaks <= most_breaks; ++breaks) {
            for (std::size_t end = (breaks + 1) * shortest; end <= points_; ++end) {
                for (std::size_t last = breaks * shortest; last + shortest <= end; ++last) {
                    const double sum = best_[breaks - 1][last] + fits.residuals(last, end);
                    if (sum >= best_[breaks][end]) continue;
                    best_[breaks][end] = sum;
                    from_[breaks][end] = last;
                }
            }
        }
    }

    [[nodiscard]] Partition with(std::size_t breaks) const {
        Partition partition;
        partition.residual_sum_of_squares = best_[breaks][points_];
        std::size_t end = points_;
        for (std::size_t left = breaks; left > 0; --left) {
            end = from_[left][end];
            partition.breaks.insert(partition.breaks.begin(), end);
        }
        return partition;
    }

private:
    std::size_t points_;
    std::vector<std::vector<double>> best_;
    std::vector<std::vector<std::size_t>> from_;
};

double bic_of(double residual_sum_of_squares, double points, double breaks, double coefficients) {
    return points * (std::log(2 * std::numbers::pi) + 1 + std::log(residual_sum_of_squares / points)) +
           std::log(points) * (breaks + 1) * (coefficients + 1);
}

// Where the segments of a partition begin and end.
std::vector<std::size_t> borders_of(const Partition& partition, std::size_t points) {
    std::vector<std::size_t> borders{0};
    borders.insert(borders.end(), partition.breaks.begin(), partition.breaks.end());
    borders.push_back(points);
    return borders;
}

// Each segment has its own variance, the mean of its squared residuals.
std::vector<std::optional<BreakInterval>> intervals_of(const Partition& partition, const SegmentFits& fits,
                                                       double level) {
    const auto borders = borders_of(partition, fits.size());
    const auto variance = [&](std::size_t first, std::size_t last) {
        return fits.residuals(first, last) / static_cast<double>(last - first);
    };
    std::vector<std::optional<BreakInterval>> intervals;
    for (std::size_t i = 1; i + 1 < borders.size(); ++i) {
        const double jump = fits.mean(borders[i], borders[i + 1]) - fits.mean(borders[i - 1], borders[i]);
        intervals.push_back(break_interval(
            {borders[i], jump, variance(borders[i - 1], borders[i]), variance(borders[i], borders[i + 1])}, level));
    }
    return intervals;
}

}  // namespace

BaiPerron bai_perron(const TimeSeries& series, Shape shape, const BaiPerronOptions& options) {
    ensure(options.shortest_share > 0 && options.shortest_share <= 0.5,
           "a segment's share is above 0 and at most a half");
    BaiPerron result;
    const auto points = series.size();
    const auto share = static_cast<std::size_t>(std::floor(options.shortest_share * static_cast<double>(points)));
    const auto shortest = std::max(share, coefficients_of(shape) + 1);
    if (points < 2 * shortest + 1) {
        result.why_not = fmt::format("too short: {} points", points);
        return result;
    }
    result.why_not = why_unusable(series);
    if (!result.why_not.empty()) return result;

    const auto [scaled, value_scale, time_scale] = standardised(series);
    const SegmentFits fits(scaled, shape);
    const auto most = std::min(options.most_breaks, points / shortest - 1);
    const Partitions all(fits, shortest, most);
    for (std::size_t breaks = 0; breaks <= most; ++breaks) {
        Partition partition = all.with(breaks);
        // Without residuals the logarithm of the BIC has no value, and fewer breaks than these explain everything.
        if (is_rounding(partition.residual_sum_of_squares, scaled)) {
            result = {};
            result.why_not =
                fmt::format("no variation around {} levels: chance has nothing to be measured by", breaks + 1);
            return result;
        }
        partition.residual_sum_of_squares *= value_scale * value_scale;
        partition.bic = bic_of(partition.residual_sum_of_squares, static_cast<double>(points),
                               static_cast<double>(breaks), static_cast<double>(coefficients_of(shape)));
        result.partitions.push_back(std::move(partition));
    }
    const auto best = std::min_element(result.partitions.begin(), result.partitions.end(),
                                       [](const Partition& a, const Partition& b) { return a.bic < b.bic; });
    result.best = static_cast<std::size_t>(best - result.partitions.begin());
    if (shape == Shape::Level) {
        result.intervals = intervals_of(*best, fits, options.level);
    } else {
        result.intervals.resize(result.best);
    }
    const auto borders = borders_of(*best, points);
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        double mean = 0;
        for (auto point = borders[i]; point < borders[i + 1]; ++point) {
            mean += series[point].value / static_cast<double>(borders[i + 1] - borders[i]);
        }
        result.levels.push_back(mean);
    }
    return result;
}

}  // namespace entente::models
