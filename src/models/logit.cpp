#include "models/logit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <Eigen/Dense>

#include "core/error.hpp"
#include "models/logit_newton.hpp"
#include "models/logit_sums.hpp"

namespace entente::models {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

std::vector<std::vector<double>> clustered(const LogitRows& rows, const Logit& fit) {
    std::vector<bool> met(*std::max_element(rows.clusters.begin(), rows.clusters.end()) + std::size_t{1}, false);
    for (std::size_t row = 0; row < rows.outcomes.size(); ++row) {
        if (rows.weights.empty() || rows.weights[row] > 0) met[rows.clusters[row]] = true;
    }
    const auto clusters = static_cast<double>(std::count(met.begin(), met.end(), true));
    if (clusters < 2) return {};
    const auto count = static_cast<Eigen::Index>(fit.coefficients.size());
    const Matrix scores = scores_by_cluster(rows, Eigen::Map<const Vector>(fit.coefficients.data(), count));
    Matrix inverse(count, count);
    for (Eigen::Index i = 0; i < count; ++i) {
        inverse.row(i) = Eigen::Map<const Vector>(fit.covariance[static_cast<std::size_t>(i)].data(), count);
    }
    return as_rows(clusters / (clusters - 1) * inverse * (scores * scores.transpose()) * inverse);
}

}  // namespace

double logistic(double x) noexcept {
    if (x >= 0) return 1 / (1 + std::exp(-x));
    const double grown = std::exp(x);
    return grown / (1 + grown);
}

Logit logit(const LogitRows& rows, const LogitChoices& choices) {
    ensure_same_length(rows);
    const auto count = rows.outcomes.size();
    const auto extent = extent_over(rows, 0, count);
    if (auto why_not = extent.why_not(); !why_not.empty()) {
        Logit refused;
        refused.rows = extent.rows;
        refused.events = extent.events;
        refused.why_not = std::move(why_not);
        return refused;
    }
    const auto sums_at = [&](const Vector& coefficients, Likelihood likelihood) {
        return sums_over(rows, 0, count, coefficients, likelihood);
    };
    auto start = first_coefficients(choices, extent);
    auto sums = sums_at(start, Likelihood::Wanted);
    auto fit = newton(extent, choices, {std::move(start), std::move(sums)}, sums_at, LogitWanted::Errors);
    if (fit.end == FitEnd::Converged && !rows.clusters.empty()) fit.clustered_covariance = clustered(rows, fit);
    return fit;
}

std::vector<float> logit_probabilities(const LogitRows& rows, std::span<const double> coefficients) {
    ensure(coefficients.size() == rows.columns.size() + 1, "one coefficient for each column, and the intercept");
    std::vector<float> probabilities(rows.outcomes.size());
    for (std::size_t row = 0; row < probabilities.size(); ++row) {
        double linear = coefficients[0];
        for (std::size_t j = 0; j < rows.columns.size(); ++j) {
            linear += coefficients[j + 1] * static_cast<double>(rows.columns[j][row]);
        }
        probabilities[row] = static_cast<float>(logistic(linear));
    }
    return probabilities;
}

}  // namespace entente::models
