#include "indices/loss_of_strength.hpp"

#include <cmath>
#include <numbers>

namespace entente::indices {
namespace {

constexpr int kFirstYear = 1816;

// The comparisons are false for NaN.
std::string why_not_computable(double capability_share, double miles, double miles_per_day) {
    if (!(capability_share >= 0 && capability_share <= 1)) return "a capability share lies between 0 and 1";
    if (!(miles >= 0 && std::isfinite(miles))) return "a distance is a number of miles from 0 up";
    if (!(miles_per_day > 0 && std::isfinite(miles_per_day))) return "miles per day are a number above 0";
    return {};
}

}  // namespace

std::optional<double> miles_per_day(int year) {
    if (year < kFirstYear) return std::nullopt;
    if (year <= 1918) return kMilesPerDayTo1918;
    if (year <= 1945) return kMilesPerDayTo1945;
    return kMilesPerDaySince1946;
}

StrengthAtDistance strength_at_distance(double capability_share, double miles, double miles_per_day) {
    StrengthAtDistance result;
    result.why_not = why_not_computable(capability_share, miles, miles_per_day);
    if (!result.why_not.empty()) return result;

    const double exponent = std::log10(miles / miles_per_day + 10 - std::numbers::e);
    result.exponent = exponent;
    result.value = std::pow(capability_share, exponent);
    result.inflated = *result.value > capability_share;
    return result;
}

}  // namespace entente::indices
