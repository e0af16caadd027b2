// From hazards of single periods to what becomes of a unit over many: the chance of each way of ending by then.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/cumulative_incidence.hpp"
#include "models/log_log_interval.hpp"
#include "models/multinomial_logit.hpp"

namespace entente::models {

// After one more period.
struct PeriodShares {
    double survival = 1;
    std::vector<double> shares;  // by mode, from mode 1; with survival they add up to 1
};

struct IncidencePath {
    std::vector<PeriodShares> periods;
    std::string why_not;  // set if there are none
};

// The same with what is not known of the coefficients.
struct PeriodOutlook {
    double survival = 1;
    double survival_variance = 0;
    std::optional<ProbabilityInterval> survival_interval;
    std::vector<Incidence> incidences;  // by mode, from mode 1
};

struct IncidenceOutlook {
    std::vector<PeriodOutlook> periods;
    std::string why_not;  // set if there is no outlook
};

enum class OutlookErrors { ModelBased, Clustered };

// Hazards by period and mode, from wherever: F_k(t) = F_k(t − 1) + S(t − 1) h_k(t), S(t) = S(t − 1) (1 − Σ_k h_k(t))
// (Kalbfleisch and Prentice 2002, chapter 8, in discrete time). Hazards of separate models may add up
// to more than 1, which is said and not cut off.
[[nodiscard]] IncidencePath incidences_of(const std::vector<std::vector<double>>& hazards);

// The same of a fit, for the values that the columns take in each period, which may change with the unit's age. The
// variances are of the coefficients' uncertainty by the delta method, ∇F' V ∇F with the derivative of the recursion
// itself; intervals are log-log. They do not contain that the model may be wrong.
[[nodiscard]] IncidenceOutlook predicted_incidences(const MultinomialLogit& fit,
                                                    const std::vector<std::vector<double>>& values_by_period,
                                                    OutlookErrors errors = OutlookErrors::ModelBased,
                                                    double level = 0.95);

}  // namespace entente::models
