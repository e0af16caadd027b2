// How far an opinion moved, and whether more than the sampling error of two polls.
#pragma once

#include <optional>

namespace entente::burden {

struct Poll {
    double share = 0;      // 0 … 1
    std::optional<int> n;  // asked
};

struct OpinionChange {
    double change = 0;          // second − first, −1 … 1
    std::optional<double> z;    // two-proportion z with the pooled share; none where an n is not known, or all agreed
    std::optional<double> p;    // two-sided
    std::optional<double> low;  // 95 %, unpooled (Wald), of the change, within −1 … 1
    std::optional<double> high;
};

// z = (p₂ − p₁) ÷ √(p (1 − p) (1/n₁ + 1/n₂)), p the share of both polls together. Simple random samples, as published
// polls are treated; a design effect above 1 widens the interval and shrinks z by its square root.
[[nodiscard]] OpinionChange opinion_change(const Poll& first, const Poll& second, double design_effect = 1);

}  // namespace entente::burden
