#include "models/structural_change.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/random.hpp"
#include "models/segment_fits.hpp"

namespace entente::models {
namespace {

// Every break of the middle; a range of numbers of points before it.
struct Tried {
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Summary {
    double largest = 0;
    double average = 0;
    double exponential = 0;
};

std::vector<double> all_statistics(const TimeSeries& scaled, Shape shape, const Tried& tried) {
    const SegmentFits fits(scaled, shape);
    const auto points = scaled.size();
    const double together = fits.residuals(0, points);
    const double freedom = static_cast<double>(points) - 2 * static_cast<double>(coefficients_of(shape));
    std::vector<double> statistics;
    for (std::size_t before = tried.first; before <= tried.last; ++before) {
        const double apart = fits.residuals(0, before) + fits.residuals(before, points);
        if (is_rounding(apart, scaled)) return {};  // a break that explains everything leaves no scale
        statistics.push_back(std::max(together - apart, 0.0) / (apart / freedom));
    }
    return statistics;
}

Summary summary_of(const std::vector<double>& statistics) {
    Summary summary;
    summary.largest = *std::max_element(statistics.begin(), statistics.end());
    double exponentials = 0;  // of the distance to the largest, so that none overflows
    for (const double statistic : statistics) {
        summary.average += statistic / static_cast<double>(statistics.size());
        exponentials += std::exp((statistic - summary.largest) / 2);
    }
    summary.exponential = summary.largest / 2 + std::log(exponentials / static_cast<double>(statistics.size()));
    return summary;
}

// Box and Muller (1958): two uniform numbers give two normal ones. 1 − u is never 0.
void fill_with_noise(TimeSeries& series, const RandomStream& stream, std::uint64_t draw) {
    for (std::size_t i = 0; i < series.size(); i += 2) {
        const double radius = std::sqrt(-2 * std::log(1 - stream.uniform(draw, i)));
        const double angle = 2 * std::numbers::pi * stream.uniform(draw, i + 1);
        series[i].value = radius * std::cos(angle);
        if (i + 1 < series.size()) series[i + 1].value = radius * std::sin(angle);
    }
}

ScanTest with_p(double statistic, int at_least, int draws) {
    ScanTest test;
    test.statistic = statistic;
    test.p = (1.0 + at_least) / (1.0 + draws);
    test.standard_error = std::sqrt(test.p * (1 - test.p) / draws);
    return test;
}

}  // namespace

StructuralChange structural_change(const TimeSeries& series, Shape shape, const StructuralChangeOptions& options) {
    ensure(options.trimming > 0 && options.trimming < 0.5, "the trimmed share is between 0 and a half");
    ensure(options.draws > 0, "a simulation has draws");
    StructuralChange change;
    const auto points = series.size();
    const auto trimmed = static_cast<std::size_t>(std::floor(options.trimming * static_cast<double>(points)));
    const auto shortest = std::max(trimmed, coefficients_of(shape) + 1);
    if (points < 2 * shortest + 1) {
        change.why_not = fmt::format("too short: {} points", points);
        return change;
    }
    change.why_not = why_unusable(series);
    if (!change.why_not.empty()) return change;

    const Tried tried{shortest, points - shortest};
    TimeSeries scaled = standardised(series).series;
    change.first_tried = tried.first;
    change.statistics = all_statistics(scaled, shape, tried);
    if (change.statistics.empty()) {
        change.why_not = "no variation around two parts: chance has nothing to be measured by";
        return change;
    }
    const Summary observed = summary_of(change.statistics);
    const auto largest = std::max_element(change.statistics.begin(), change.statistics.end());
    change.before = tried.first + static_cast<std::size_t>(largest - change.statistics.begin());

    const RandomStream stream(options.seed, "structural-change");
    int largest_at_least = 0;
    int average_at_least = 0;
    int exponential_at_least = 0;
    for (int draw = 0; draw < options.draws; ++draw) {
        fill_with_noise(scaled, stream, static_cast<std::uint64_t>(draw));
        const Summary drawn = summary_of(all_statistics(scaled, shape, tried));
        largest_at_least += drawn.largest >= observed.largest ? 1 : 0;
        average_at_least += drawn.average >= observed.average ? 1 : 0;
        exponential_at_least += drawn.exponential >= observed.exponential ? 1 : 0;
    }
    change.largest = with_p(observed.largest, largest_at_least, options.draws);
    change.average = with_p(observed.average, average_at_least, options.draws);
    change.exponential = with_p(observed.exponential, exponential_at_least, options.draws);
    return change;
}

}  // namespace entente::models
