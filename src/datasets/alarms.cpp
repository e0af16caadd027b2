#include "datasets/alarms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace entente::datasets {
namespace {

// `46582` → `46,582`; digits after a point are left alone.
std::string with_commas(std::string digits) {
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(digits.find('.'), digits.size());
    for (std::size_t place = end; place > begin + 3; place -= 3) digits.insert(place - 3, ",");
    return digits;
}

// 1816 is more often a year than a quantity: only larger numbers are grouped.
std::string whole_number(double value) {
    constexpr double kGrouped = 10'000;
    auto digits = fmt::format("{:.0f}", value);
    return std::abs(std::round(value)) < kGrouped ? digits : with_commas(std::move(digits));
}

double share_of(const Alarm& alarm) {
    return alarm.checked == 0 ? 0.0 : static_cast<double>(alarm.units) / static_cast<double>(alarm.checked);
}

}  // namespace

void sort_alarms(std::vector<Alarm>& alarms) {
    const auto rank = [](const Alarm& alarm) {
        return std::make_tuple(alarm.gravity, alarm.minor, -share_of(alarm), -alarm.units, alarm.kind,
                               std::cref(alarm.dataset), std::cref(alarm.version), std::cref(alarm.variable),
                               std::cref(alarm.what));
    };
    std::stable_sort(alarms.begin(), alarms.end(),
                     [&rank](const Alarm& one, const Alarm& two) { return rank(one) < rank(two); });
}

std::string figure_text(double value) {
    constexpr double kLargestWhole = 1e15;
    constexpr double kSmallest = 1e-4;
    const double size = std::abs(value);
    if (size < kLargestWhole && (size >= 1000 || std::floor(value) == value)) return whole_number(value);
    if (size >= kSmallest && size < 1000) {
        const int before_point = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
        const int leading_zeros = size < 1 ? static_cast<int>(-std::floor(std::log10(size))) - 1 : 0;
        return fmt::format("{:.{}f}", value, 4 - before_point + leading_zeros);
    }
    return fmt::format("{:.3e}", value);
}

std::string share_text(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "none";
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    if (part > 0 && percent < 0.1) return "under 0.1%";
    if (part < whole && percent > 99.9) return "over 99.9%";
    if (part == 0 || part == whole) return fmt::format("{:.0f}%", percent);
    return fmt::format("{:.1f}%", percent);
}

std::string count_text(std::int64_t count, std::string_view one) {
    return fmt::format("{} {}{}", with_commas(std::to_string(count)), one, count == 1 ? "" : "s");
}

}  // namespace entente::datasets
