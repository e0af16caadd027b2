// Which of several things happens in a row, or none of them: a discrete-time model of competing ways of ending, whose
// hazards never add up to more than 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/fit_end.hpp"

namespace entente::models {

// Refers to its columns; each has one value for each outcome. An intercept is always added, in front.
struct MultinomialRows {
    std::vector<std::span<const float>> columns;
    std::span<const std::uint8_t> outcomes;   // 0: goes on; else the number of the mode, from 1
    std::span<const std::uint16_t> clusters;  // none: no errors by clusters
};

// One coefficient.
struct CoefficientPlace {
    std::size_t mode = 0;    // from 1
    std::size_t column = 0;  // 0: the intercept
};

struct MultinomialLogit {
    FitEnd end = FitEnd::CannotFit;
    std::string why_not;                            // set unless converged
    std::vector<CoefficientPlace> unbounded;        // coefficients that grow without end, if separated
    std::vector<std::vector<double>> coefficients;  // by mode, the intercept first; empty unless converged
    // One row for each coefficient, those of mode 1 first: the inverse of the penalised information.
    std::vector<std::vector<double>> covariance;
    std::vector<std::vector<double>> clustered_covariance;  // empty without clusters, or with one
    double log_likelihood = 0;                              // without the penalty
    double rows = 0;
    std::vector<double> happened;  // by mode
    int steps = 0;
};

// McFadden (1974): P(mode k) = e^(x'β_k) / (1 + Σ_m e^(x'β_m)), 0 being what others are measured against; Allison
// (1982) for its use as a hazard of competing modes. By Newton's method with the penalty λ/2 · Σ β_kj², intercepts
// apart. Errors by clusters as in `logit`. `modes` are all modes there are; one that never happens has no coefficients.
// Coefficients that are `held` stay 0, with no error: a mode that is too rare for a column does without it.
[[nodiscard]] MultinomialLogit multinomial_logit(const MultinomialRows& rows, std::size_t modes,
                                                 const FitChoices& choices = {},
                                                 const std::vector<CoefficientPlace>& held = {});

// Probabilities of the modes, from mode 1, for values of the columns.
[[nodiscard]] std::vector<double> mode_probabilities(const std::vector<std::vector<double>>& coefficients,
                                                     std::span<const double> values);

}  // namespace entente::models
