#include "models/persistent_errors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "core/error.hpp"
#include "core/random.hpp"
#include "models/segment_fits.hpp"

namespace entente::models {
namespace {

constexpr std::array kPersistences{0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

struct Largest {
    double statistic = 0;
    std::size_t before = 0;
};

Largest largest_statistic(const TimeSeries& scaled, Shape shape, std::size_t first_tried, std::size_t last_tried) {
    const SegmentFits fits(scaled, shape);
    const auto points = scaled.size();
    const double together = fits.residuals(0, points);
    const double freedom = static_cast<double>(points) - 2 * static_cast<double>(coefficients_of(shape));
    Largest largest{-1, first_tried};
    for (std::size_t before = first_tried; before <= last_tried; ++before) {
        const double apart = fits.residuals(0, before) + fits.residuals(before, points);
        const double statistic = std::max(together - apart, 0.0) / (apart / freedom);
        if (statistic > largest.statistic) largest = {statistic, before};
    }
    return largest;
}

void add_residuals(std::span<const TimedValue> part, Shape shape, std::vector<double>& residuals) {
    const auto points = static_cast<double>(part.size());
    double mean_time = 0;
    double mean_value = 0;
    for (const auto& point : part) {
        mean_time += point.time / points;
        mean_value += point.value / points;
    }
    double together = 0;
    double times = 0;
    for (const auto& point : part) {
        together += (point.time - mean_time) * (point.value - mean_value);
        times += (point.time - mean_time) * (point.time - mean_time);
    }
    const double slope = shape == Shape::LevelAndTrend ? together / times : 0;
    for (const auto& point : part) residuals.push_back(point.value - mean_value - slope * (point.time - mean_time));
}

// As neighbour_correlation of least_squares.hpp, around the two parts.
double residual_correlation(const TimeSeries& scaled, Shape shape, std::size_t before, std::vector<double>& residuals) {
    const std::span<const TimedValue> all(scaled);
    residuals.clear();
    add_residuals(all.first(before), shape, residuals);
    add_residuals(all.subspan(before), shape, residuals);
    double together = 0;
    double squares = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i > 0) together += residuals[i] * residuals[i - 1];
    }
    return squares > 0 ? together / squares : 0;
}

// Box and Muller (1958): two uniform numbers give two normal ones. 1 − u is never 0.
void fill_with_shocks(std::vector<double>& shocks, const RandomStream& stream, std::uint64_t draw) {
    for (std::size_t i = 0; i < shocks.size(); i += 2) {
        const double radius = std::sqrt(-2 * std::log(1 - stream.uniform(draw, i)));
        const double angle = 2 * std::numbers::pi * stream.uniform(draw, i + 1);
        shocks[i] = radius * std::cos(angle);
        if (i + 1 < shocks.size()) shocks[i + 1] = radius * std::sin(angle);
    }
}

// Errors of variance 1 whatever their persistence. Neighbours are neighbours in the list.
void let_persist(TimeSeries& series, const std::vector<double>& shocks, double persistence) {
    const double fresh = std::sqrt(1 - persistence * persistence);
    series.front().value = shocks.front();
    for (std::size_t i = 1; i < series.size(); ++i) {
        series[i].value = persistence * series[i - 1].value + fresh * shocks[i];
    }
}

}  // namespace

PersistentErrors::PersistentErrors(const TimeSeries& series, Shape shape, const StructuralChangeOptions& options)
    : shape_(shape) {
    const auto points = series.size();
    const auto trimmed = static_cast<std::size_t>(std::floor(options.trimming * static_cast<double>(points)));
    first_tried_ = std::max(trimmed, coefficients_of(shape) + 1);
    last_tried_ = points - std::min(points, first_tried_);
    ensure(first_tried_ < last_tried_ + 1 && why_unusable(series).empty(),
           "only a series that can be tested is drawn for");
    for (const double persistence : kPersistences) drawn_.push_back({persistence, 0, {}});

    // The same shocks under every persistence, so that what differs is persistence alone.
    const RandomStream stream(options.seed, "persistent-errors");
    TimeSeries scaled = standardised(series).series;
    std::vector<double> shocks(points);
    std::vector<double> residuals;
    for (int draw = 0; draw < options.draws; ++draw) {
        fill_with_shocks(shocks, stream, static_cast<std::uint64_t>(draw));
        for (auto& each : drawn_) {
            let_persist(scaled, shocks, each.persistence);
            const auto largest = largest_statistic(scaled, shape, first_tried_, last_tried_);
            each.largest.push_back(largest.statistic);
            each.mean_correlation += residual_correlation(scaled, shape, largest.before, residuals) / options.draws;
        }
    }
    for (auto& each : drawn_) std::sort(each.largest.begin(), each.largest.end());
}

double PersistentErrors::persistence_of(const TimeSeries& series) const {
    const TimeSeries scaled = standardised(series).series;
    const auto largest = largest_statistic(scaled, shape_, first_tried_, last_tried_);
    std::vector<double> residuals;
    const double correlation = residual_correlation(scaled, shape_, largest.before, residuals);
    const auto found = std::find_if(drawn_.begin(), drawn_.end(),
                                    [&](const Drawn& each) { return each.mean_correlation >= correlation; });
    return found == drawn_.end() ? drawn_.back().persistence : found->persistence;
}

double PersistentErrors::p(double largest, double persistence) const {
    const auto found =
        std::find_if(drawn_.begin(), drawn_.end(), [&](const Drawn& each) { return each.persistence >= persistence; });
    const auto& draws = (found == drawn_.end() ? drawn_.back() : *found).largest;
    const auto at_least = draws.end() - std::lower_bound(draws.begin(), draws.end(), largest);
    return (1.0 + static_cast<double>(at_least)) / (1.0 + static_cast<double>(draws.size()));
}

}  // namespace entente::models
