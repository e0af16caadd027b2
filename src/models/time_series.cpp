#include "models/time_series.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::models {
namespace {

constexpr double kLargest = 1e100;  // its square is still finite, and so are sums of many

template <typename Member>
double mean_of(const TimeSeries& series, Member member) {
    double mean = 0;
    for (const auto& point : series) mean += point.*member / static_cast<double>(series.size());
    return mean;
}

// Moves a member of all points to mean 0 and largest distance 1; the distance that became 1.
template <typename Member>
double standardise(TimeSeries& series, Member member) {
    const double mean = mean_of(series, member);
    double largest = 0;
    for (auto& point : series) {
        point.*member -= mean;
        largest = std::max(largest, std::abs(point.*member));
    }
    for (auto& point : series) point.*member /= largest;
    return largest;
}

}  // namespace

std::size_t coefficients_of(Shape shape) noexcept {
    return shape == Shape::Level ? 1 : 2;
}

std::string why_unusable(const TimeSeries& series) {
    if (series.size() < 2) return fmt::format("too short: {} in all", series.size());
    const auto tame = [](double number) { return std::isfinite(number) && std::abs(number) <= kLargest; };
    for (const auto& point : series) {
        if (!tame(point.value) || !tame(point.time)) return "a value or a time is not finite, or beyond 1e100";
    }
    const auto not_later = [](const TimedValue& a, const TimedValue& b) { return a.time >= b.time; };
    if (std::adjacent_find(series.begin(), series.end(), not_later) != series.end()) {
        return "two points have the same time, or a later one stands first";
    }
    const auto [low, high] = std::minmax_element(
        series.begin(), series.end(), [](const TimedValue& a, const TimedValue& b) { return a.value < b.value; });
    // Below the last digits that a double holds nothing can be told from rounding.
    const double size = std::max(std::abs(low->value), std::abs(high->value));
    if (high->value - low->value <= 1e-12 * size) return "no variation: all points have the same value";
    if (size < 1 / kLargest) return "no variation: all values are within 1e-100 of zero";
    return {};
}

Standardised standardised(const TimeSeries& series) {
    Standardised result;
    result.series = series;
    result.value_scale = standardise(result.series, &TimedValue::value);
    result.time_scale = standardise(result.series, &TimedValue::time);
    return result;
}

bool is_rounding(double residual_sum_of_squares, const TimeSeries& standardised_series) {
    double total = 0;
    for (const auto& point : standardised_series) total += point.value * point.value;
    return residual_sum_of_squares <= 1e-12 * total;
}

std::string why_untestable(const TimeSeries& series, std::size_t first_after, Shape shape) {
    const auto before = std::min(first_after, series.size());
    const auto after = series.size() - before;
    const auto needed = coefficients_of(shape) + 1;
    if (before < needed || after < needed) return fmt::format("too short: {} before / {} after", before, after);
    return why_unusable(series);
}

}  // namespace entente::models
