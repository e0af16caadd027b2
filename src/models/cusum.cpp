#include "models/cusum.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace entente::models {

double chance_that_a_bridge_exceeds(double x) {
    if (x <= 0) return 1;
    if (x < 0.5) {
        // The same distribution in the form that converges fast near zero (Jacobi's identity).
        double within = 0;
        for (int i = 1; i <= 9; i += 2) {
            within += std::exp(-i * i * std::numbers::pi * std::numbers::pi / (8 * x * x));
        }
        return 1 - std::sqrt(2 * std::numbers::pi) / x * within;
    }
    double beyond = 0;
    for (int i = 1; i <= 20; ++i) beyond += (i % 2 == 1 ? 2 : -2) * std::exp(-2.0 * i * i * x * x);
    return std::clamp(beyond, 0.0, 1.0);
}

Cusum ols_cusum(const TimeSeries& series) {
    Cusum cusum;
    if (series.size() < 3) {
        cusum.why_not = fmt::format("too short: {} points", series.size());
        return cusum;
    }
    cusum.why_not = why_unusable(series);
    if (!cusum.why_not.empty()) return cusum;
    const auto scaled = standardised(series).series;  // its values are the residuals of a level
    const auto points = static_cast<double>(scaled.size());
    double squares = 0;
    for (const auto& point : scaled) squares += point.value * point.value;
    double sum = 0;
    double furthest = 0;
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        sum += scaled[i].value;
        if (std::abs(sum) <= furthest) continue;
        furthest = std::abs(sum);
        cusum.before = i + 1;
    }
    cusum.statistic = furthest / std::sqrt(squares / (points - 1) * points);
    cusum.p = chance_that_a_bridge_exceeds(*cusum.statistic);
    return cusum;
}

}  // namespace entente::models
