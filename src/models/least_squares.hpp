// Ordinary least squares for a handful of coefficients, with standard errors that allow for autocorrelation.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::models {

struct LeastSquares {
    std::vector<double> coefficients;
    std::vector<double> residuals;
    double residual_sum_of_squares = 0;
    // One row for each coefficient: covariances by Newey and West.
    std::vector<std::vector<double>> covariance;
    std::vector<std::vector<double>> classical_covariance;  // where errors are independent and of one variance
    int lag = 0;          // up to which neighbours' errors were taken to move together
    std::string why_not;  // set if there are no coefficients: too few rows, or columns that say the same
};

// The automatic lag: the whole part of 4 (n/100)^(2/9) (Newey and West 1994, p. 642, for the Bartlett kernel), at most
// n − 1.
[[nodiscard]] int automatic_lag(std::size_t points) noexcept;

// One row of regressors for each value. Newey and West (1987), p. 704: the covariance (X'X)⁻¹ S (X'X)⁻¹ with
// S = Γ_0 + Σ_j (1 − j/(L+1)) (Γ_j + Γ_j'), times n / (n − k), which short series need (Davidson and MacKinnon 1993, p.
// 554). Neighbours are neighbours in the list: over a gap they are taken for nearer than they are.
[[nodiscard]] LeastSquares least_squares(const std::vector<std::vector<double>>& rows,
                                         const std::vector<double>& values, std::optional<int> lag = std::nullopt);

// Correlation of neighbouring residuals, Σ e_i e_(i−1) / Σ e_i², which is always between −1 and 1; 0 where all are 0.
[[nodiscard]] double neighbour_correlation(const std::vector<double>& residuals);

}  // namespace entente::models
