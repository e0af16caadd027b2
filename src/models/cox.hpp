// Cox's regression: how covariates, which may change over time, multiply the hazard of ending, whatever the hazard's
// own shape; with late entry, a ridge penalty, and errors that allow rows of one cluster to depend on each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/fit_end.hpp"
#include "models/risk_intervals.hpp"

namespace entente::models {

// What endings at the same moment count as.
enum class Ties {
    Efron,    // any order of them is as likely
    Breslow,  // each against the whole risk set; nearer 0 where ties are many
};

struct CoxChoices {
    // The mode that counts as the event; other modes then end the observation, and the hazard is that of the cause
    // (Prentice and others 1978). None: every ending counts.
    std::optional<std::uint8_t> mode;
    Ties ties = Ties::Efron;
    FitChoices fit;
};

// The cumulative hazard of a row whose columns are at their means, with what the errors of a prediction need.
struct BaselineHazard {
    std::vector<double> times;                        // of endings
    std::vector<double> cumulative;                   // Σ 1/denominator; Efron's denominators fall while the tied go
    std::vector<double> variances;                    // Σ 1/denominator²
    std::vector<std::vector<double>> weighted_means;  // by time: Σ (x̄ − mean)/denominator, by column
};

struct Cox {
    FitEnd end = FitEnd::CannotFit;
    std::string why_not;                                    // set unless converged
    std::vector<std::size_t> unbounded;                     // columns whose coefficients grow without end, if separated
    std::vector<double> coefficients;                       // ln of the hazard ratio; empty unless converged
    std::vector<std::vector<double>> covariance;            // the inverse of the penalised information
    std::vector<std::vector<double>> clustered_covariance;  // by clusters, else by units; empty with one
    double log_likelihood = 0;                              // partial, without the penalty
    double null_log_likelihood = 0;                         // with all coefficients 0
    std::vector<double> means;                              // of the columns over all rows
    BaselineHazard baseline;
    double rows = 0;
    double units = 0;
    double events = 0;
    int steps = 0;
};

// Cox (1972), eq. 12, with risk sets entry < t ≤ exit (Andersen and Gill 1982) and ties by Efron (1977) or
// Breslow (1974). Errors by clusters: Lin and Wei (1989), from sums of dfbeta over clusters (Therneau and Grambsch
// 2000, chapter 8), without a factor for few clusters, as in R's coxph. The baseline is Breslow's (1972) estimator, or
// Efron's.
[[nodiscard]] Cox cox(const RiskIntervals& rows, const CoxChoices& choices = {});

}  // namespace entente::models
