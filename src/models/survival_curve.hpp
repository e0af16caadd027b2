// How many last how long: the survival curve of histories, some of which begin late or have not ended yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/log_log_interval.hpp"
#include "models/risk_intervals.hpp"

namespace entente::models {

// The curve falls at the times of endings only.
struct SurvivalStep {
    double time = 0;
    double at_risk = 0;  // just before
    double ended = 0;
    double survival = 0;             // from this time on
    std::optional<double> variance;  // of it; none at 0
    std::optional<ProbabilityInterval> interval;
};

struct SurvivalCurve {
    std::vector<SurvivalStep> steps;
    double units = 0;
    double ended = 0;
    std::optional<double> median;       // none where the curve stays above one half
    std::optional<double> median_low;   // where the interval's lower border crosses one half
    std::optional<double> median_high;  // where its upper border does
    // With late entries everybody at risk may end while others are yet to come: the curve is 0 from there on, and says
    // nothing about them.
    std::optional<double> emptied;
    std::string why_not;  // set if there is no curve
};

// Kaplan and Meier (1958), section 2, with risk sets that begin at entry (Tsai, Jewell and Wang 1987): S = Π (1 − d /
// n). Variance by Greenwood (1926): S² Σ d / (n (n − d)); interval: log-log. Endings of all modes count. A unit that
// ends at the moment at which another enters or is lost sight of, ends before the former and while the latter is at
// risk.
[[nodiscard]] SurvivalCurve survival_curve(const RiskIntervals& rows, double level = 0.95);

// The step that holds at a time; none before the first, where survival is 1.
[[nodiscard]] const SurvivalStep* step_at(const SurvivalCurve& curve, double time) noexcept;

}  // namespace entente::models
