#include "models/break_interval.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <boost/math/distributions/normal.hpp>

namespace entente::models {
namespace {

double normal_below(double x) {
    return cdf(boost::math::normal(), x);
}

// c exp(a x) Φ(−b √x): its two factors overflow and vanish one by one, their product does not. Beyond 30 the tail
// of Φ is taken by its bounds' leading term (Mills' ratio, with its first correction).
double tilted_tail(double a, double b, double c, double x) {
    const double z = b * std::sqrt(x);
    if (z < 30) return c * std::exp(a * x) * normal_below(-z);
    const double mills =
        (1 - 1 / (z * z) + 3 / std::pow(z, 4) - 15 / std::pow(z, 6)) / (z * std::sqrt(2 * std::numbers::pi));
    return c * std::exp(a * x - z * z / 2) * mills;
}

double quantile_of(double probability, double variance_ratio) {
    double low = -1;
    double high = 1;
    while (low > -1e9 && break_date_distribution(low, 1, variance_ratio) > probability) low *= 2;
    while (high < 1e9 && break_date_distribution(high, 1, variance_ratio) < probability) high *= 2;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        (break_date_distribution(middle, 1, variance_ratio) < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

double break_date_distribution(double x, double drift, double variance) {
    const double xi = drift;
    const double phi = variance;
    const double size = std::abs(x);
    const double root = std::sqrt(size / (2 * std::numbers::pi));
    if (x <= 0) {
        const double a = xi / phi * (1 + xi / phi) / 2;
        const double b = 0.5 + xi / phi;
        const double c = phi * (phi + 2 * xi) / (xi * (phi + xi));
        const double d = (phi + 2 * xi) * (phi + 2 * xi) / ((phi + xi) * xi);
        return std::clamp(-root * std::exp(-size / 8) - tilted_tail(a, b, c, size) +
                              (d - 2 + size / 2) * normal_below(-std::sqrt(size) / 2),
                          0.0, 1.0);
    }
    const double a = (phi + xi) / 2;
    const double b = (2 * phi + xi) / (2 * std::sqrt(phi));
    const double c = xi * (xi + 2 * phi) / (phi * (phi + xi));
    const double d = (xi + 2 * phi) * (xi + 2 * phi) / ((phi + xi) * phi);
    return std::clamp(1 + xi / std::sqrt(phi) * root * std::exp(-xi * xi * x / (8 * phi)) + tilted_tail(a, b, c, x) +
                          (-d + 2 - xi * xi * x / (2 * phi)) * normal_below(-xi / 2 * std::sqrt(x / phi)),
                      0.0, 1.0);
}

std::optional<BreakInterval> break_interval(const DatedBreak& dated, double level) {
    const double jump = dated.jump * dated.jump;
    if (!(dated.variance_before > 0 && dated.variance_after > 0 && jump > 0)) return std::nullopt;
    const double per_point = jump / dated.variance_before;
    const double ratio = dated.variance_after / dated.variance_before;
    const double reach_low = quantile_of((1 + level) / 2, ratio) / per_point;
    const double reach_high = quantile_of((1 - level) / 2, ratio) / per_point;
    if (std::max(std::abs(reach_low), std::abs(reach_high)) > 1e9) return std::nullopt;
    const auto before = static_cast<long>(dated.before);
    return BreakInterval{before - static_cast<long>(std::trunc(reach_low)) - 1,
                         before - static_cast<long>(std::trunc(reach_high)) + 1};
}

}  // namespace entente::models
