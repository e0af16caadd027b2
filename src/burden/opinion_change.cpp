#include "burden/opinion_change.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.hpp"

namespace entente::burden {
namespace {

constexpr double kNormal975 = 1.959963984540054;  // the quantile of the normal distribution, for 95 %

double variance_of_one(double share) {
    return share * (1 - share);
}

}  // namespace

OpinionChange opinion_change(const Poll& first, const Poll& second, double design_effect) {
    ensure(design_effect >= 1, "a design effect is at least 1");
    OpinionChange result;
    result.change = second.share - first.share;
    if (first.n.value_or(0) < 1 || second.n.value_or(0) < 1) return result;
    const double asked_first = *first.n / design_effect;
    const double asked_second = *second.n / design_effect;

    const double pooled = (first.share * asked_first + second.share * asked_second) / (asked_first + asked_second);
    const double pooled_variance = variance_of_one(pooled) * (1 / asked_first + 1 / asked_second);
    if (pooled_variance > 0) {
        result.z = result.change / std::sqrt(pooled_variance);
        result.p = std::erfc(std::abs(*result.z) / std::numbers::sqrt2);
    }
    // Where nobody, or everybody, agreed in both polls, the variance of the sample says nothing of that of the people.
    const double variance = variance_of_one(first.share) / asked_first + variance_of_one(second.share) / asked_second;
    if (variance > 0) {
        result.low = std::max(result.change - kNormal975 * std::sqrt(variance), -1.0);
        result.high = std::min(result.change + kNormal975 * std::sqrt(variance), 1.0);
    }
    return result;
}

}  // namespace entente::burden
