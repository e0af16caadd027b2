#include "models/duration_basis.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/error.hpp"

namespace entente::models {
namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kMost = 7;

std::vector<double> quantiles_of_knots(std::size_t knots) {
    switch (knots) {
        case 3:
            return {0.10, 0.50, 0.90};
        case 4:
            return {0.05, 0.35, 0.65, 0.95};
        case 5:
            return {0.05, 0.275, 0.50, 0.725, 0.95};
        case 6:
            return {0.05, 0.23, 0.41, 0.59, 0.77, 0.95};
        default:
            return {0.025, 0.1833, 0.3417, 0.50, 0.6583, 0.8167, 0.975};
    }
}

// R's quantile, type 7, of values in order.
double quantile(const std::vector<double>& values, double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto under = static_cast<std::size_t>(std::floor(place));
    const auto over = std::min(under + 1, values.size() - 1);
    return values[under] + (place - static_cast<double>(under)) * (values[over] - values[under]);
}

double cube_above(double duration, double knot) {
    const double above = std::max(duration - knot, 0.0);
    return above * above * above;
}

}  // namespace

std::vector<std::vector<float>> cubic_columns(std::span<const double> durations) {
    std::vector<std::vector<float>> columns(3);
    for (const double duration : durations) {
        const double hundreds = duration / 100;
        columns[0].push_back(static_cast<float>(hundreds));
        columns[1].push_back(static_cast<float>(hundreds * hundreds));
        columns[2].push_back(static_cast<float>(hundreds * hundreds * hundreds));
    }
    return columns;
}

std::optional<std::vector<double>> harrell_knots(std::span<const double> durations, std::size_t knots) {
    if (knots < kFewest || knots > kMost || durations.empty()) return std::nullopt;
    std::vector<double> values(durations.begin(), durations.end());
    std::sort(values.begin(), values.end());
    std::vector<double> found;
    for (const double share : quantiles_of_knots(knots)) {
        const double knot = quantile(values, share);
        if (!found.empty() && !(knot > found.back())) return std::nullopt;
        found.push_back(knot);
    }
    return found;
}

std::vector<std::vector<float>> spline_columns(std::span<const double> durations, std::span<const double> knots) {
    ensure(knots.size() >= kFewest, "a restricted spline has at least three knots");
    ensure(std::adjacent_find(knots.begin(), knots.end(), std::greater_equal<>()) == knots.end(),
           "the knots of a spline are in order");
    const double last = knots.back();
    const double last_but_one = knots[knots.size() - 2];
    const double range = last - knots.front();
    std::vector<std::vector<float>> columns(knots.size() - 1);
    for (const double duration : durations) {
        columns[0].push_back(static_cast<float>(duration));
        for (std::size_t j = 0; j + 2 < knots.size(); ++j) {
            const double value = cube_above(duration, knots[j]) -
                                 cube_above(duration, last_but_one) * (last - knots[j]) / (last - last_but_one) +
                                 cube_above(duration, last) * (last_but_one - knots[j]) / (last - last_but_one);
            columns[j + 1].push_back(static_cast<float>(value / (range * range)));
        }
    }
    return columns;
}

}  // namespace entente::models
