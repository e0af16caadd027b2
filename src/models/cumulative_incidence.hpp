// How likely each way of ending is by when, where one way takes away the chance of every other (competing risks).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/log_log_interval.hpp"
#include "models/risk_intervals.hpp"

namespace entente::models {

struct Incidence {
    double share = 0;  // of all who have ended this way by the step's time
    double variance = 0;
    std::optional<ProbabilityInterval> interval;
};

struct IncidenceStep {
    double time = 0;
    double at_risk = 0;
    std::vector<double> ended;  // by mode, from mode 1
    double survival = 0;
    double survival_variance = 0;
    std::vector<Incidence> incidences;  // by mode, from mode 1; with survival they add up to 1
};

struct CumulativeIncidence {
    std::vector<IncidenceStep> steps;
    std::vector<double> ended;      // by mode
    std::optional<double> emptied;  // as in SurvivalCurve
    std::string why_not;            // set if there are no steps to be had
};

// Aalen and Johansen (1978), for one start and `modes` ends: F_k grows by S(t−) d_k / n at each time. The
// variance is the infinitesimal jackknife over clusters: the sum of squares of what each contributes to the share, by
// the derivative of the product with respect to the cluster's weight (Jaeckel 1972; Therneau and Grambsch 2000, chapter
// 7), which is what R's survfit gives for several states. With one mode and one row for each unit it is Greenwood's.
// `modes` at least as many as the largest ending, so that a mode that never came has a curve of its own, at 0.
[[nodiscard]] CumulativeIncidence cumulative_incidence(const RiskIntervals& rows, std::size_t modes,
                                                       double level = 0.95);

}  // namespace entente::models
