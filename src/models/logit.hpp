// Logistic regression by Newton's method (iteratively reweighted least squares), for a handful of columns and millions
// of rows, with a ridge penalty, standard errors, and errors that allow rows of one cluster to depend on each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/fit_end.hpp"

namespace entente::models {

// Refers to its columns; each has one value for each outcome. An intercept is always added, in front.
struct LogitRows {
    std::vector<std::span<const float>> columns;
    std::span<const std::uint8_t> outcomes;   // 1 or 0
    std::span<const float> weights;           // 0 or more; a row of weight 0 is left out; none: all 1
    std::span<const std::uint16_t> clusters;  // none: no errors by clusters
};

// What a penalty is laid on: coefficients of the columns as they are, or of the columns ÷ their standard deviations in
// the rows that are fitted to. A column that does not vary there keeps the first, so that its coefficient is 0.
enum class RidgeScale { AsGiven, PerDeviation };

struct LogitChoices {
    double ridge = 0;           // λ of the penalty λ/2 · Σ β_j², the intercept apart
    int most_steps = 50;        // of Newton
    double tolerance = 1e-9;    // the largest move of a coefficient, in standard deviations of its column
    std::vector<double> start;  // coefficients to begin with, intercept first; none: 0
    RidgeScale ridge_scale = RidgeScale::AsGiven;
};

struct Logit {
    FitEnd end = FitEnd::CannotFit;
    std::string why_not;                                    // set unless converged
    std::vector<double> coefficients;                       // the intercept first; empty unless converged
    std::vector<std::vector<double>> covariance;            // the inverse of the penalised information
    std::vector<std::vector<double>> clustered_covariance;  // empty without clusters, or with one
    double log_likelihood = 0;                              // without the penalty
    double rows = 0;                                        // sum of the weights
    double events = 0;                                      // of those with outcome 1
    int steps = 0;
};

// McCullagh and Nelder (1989), section 4.4: β ← β + (X'WX + λI)⁻¹ (X'(y − p) − λβ) with W = p(1 − p); the penalty is le
// Cessie and van Houwelingen's (1992). Sums run over blocks of rows in their order, so that they never depend on the
// machine's threads. Errors by clusters are A⁻¹ (Σ_g s_g s_g') A⁻¹ · G/(G − 1), s_g the sum of the scores of a cluster
// (Liang and Zeger 1986).
[[nodiscard]] Logit logit(const LogitRows& rows, const LogitChoices& choices = {});

// The probability of outcome 1, for each row, whatever its weight.
[[nodiscard]] std::vector<float> logit_probabilities(const LogitRows& rows, std::span<const double> coefficients);

// 1 / (1 + e^(−x)), without overflow.
[[nodiscard]] double logistic(double x) noexcept;

}  // namespace entente::models
