// What a Cox regression expects of a unit whose covariates stay as they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/cox.hpp"
#include "models/log_log_interval.hpp"

namespace entente::models {

enum class CoxErrors { ModelBased, Clustered };

struct SurvivalPrediction {
    double cumulative_hazard = 0;  // between the two times
    double hazard_variance = 0;    // of it
    double survival = 1;           // the chance to last until the second time, having lasted until the first
    std::optional<ProbabilityInterval> interval;
    std::string why_not;  // set if nothing can be said, or not for all of the time
};

// The chance that a unit with these values of the columns, which has lasted until `from`, lasts beyond `to`:
// exp(−Λ(from, to) e^(x'β)). The interval is log-log, its variance by the delta method, with both the coefficients' and
// the baseline's uncertainty: e^(2x'β) Σ 1/denominator² + q'Vq, q = ∫ (x − x̄) dΛ (Tsiatis 1981; Therneau and
// Grambsch 2000, chapter 10). Of one cause among several it is the chance were there no other; for the share that
// ends this way see `cumulative_incidence` and `predicted_incidences`. Nothing beyond the last ending: there the
// baseline is not known.
[[nodiscard]] SurvivalPrediction predict_survival(const Cox& fit, const std::vector<double>& values, double from,
                                                  double to, CoxErrors errors = CoxErrors::ModelBased,
                                                  double level = 0.95);

// ln of the hazard ratio of each row against one at the means.
[[nodiscard]] std::vector<double> log_hazard_ratios(const Cox& fit, const RiskIntervals& rows);

}  // namespace entente::models
