// How well a Cox regression ranks who ends first, and whether its hazards are proportional.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/cox.hpp"

namespace entente::models {

// Harrell and others (1982), with risk sets: of all pairs of a unit that ends and one that is at risk then and does not
// end, the share in which the former had the higher score, ties of scores counting half. .5 is chance. `mode` as in
// CoxChoices. Nothing without such a pair.
[[nodiscard]] std::optional<double> concordance(const RiskIntervals& rows, std::span<const double> scores,
                                                std::optional<std::uint8_t> mode = std::nullopt);

// What a coefficient may change with.
enum class TimeScale {
    Identity,  // time itself
    Survived,  // 1 − the survival curve just before: late endings, of which there are few, lead less astray
};

struct ProportionalityTest {
    double chi_square = 0;
    int freedom = 0;
    double p = 1;  // of hazards being as far from proportional, were they proportional
};

struct ProportionalityTests {
    std::vector<ProportionalityTest> columns;  // each alone: its coefficient does not change over time
    ProportionalityTest all;
    std::string why_not;  // set if there are none
};

// Grambsch and Therneau (1994) as a score test (Therneau and Grambsch 2000, chapter 6; R's cox.zph since 3.0): the
// slope of each coefficient on the scale g(t), centred over the events, added to the model. Only of a fit without a
// penalty, whose score is 0.
[[nodiscard]] ProportionalityTests proportionality_tests(const RiskIntervals& rows, const Cox& fit,
                                                         const CoxChoices& choices, TimeScale scale);

}  // namespace entente::models
