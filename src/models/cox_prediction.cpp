#include "models/cox_prediction.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <Eigen/Dense>
#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

using Eigen::Index;
using Vector = Eigen::VectorXd;

Eigen::Map<const Vector> as_vector(const std::vector<double>& values) {
    return {values.data(), static_cast<Index>(values.size())};
}

// The baseline's sums over the endings after `from` and up to `to`.
struct Stretch {
    double hazard = 0;
    double variance = 0;
    Vector weighted_mean;
};

Stretch up_to(const BaselineHazard& baseline, double time, Index columns) {
    const auto after = std::upper_bound(baseline.times.begin(), baseline.times.end(), time) - baseline.times.begin();
    if (after == 0) return {0, 0, Vector::Zero(columns)};
    const auto place = static_cast<std::size_t>(after - 1);
    return {baseline.cumulative[place], baseline.variances[place], as_vector(baseline.weighted_means[place])};
}

double quadratic_form(const std::vector<std::vector<double>>& matrix, const Vector& around) {
    double sum = 0;
    for (Index i = 0; i < around.size(); ++i) {
        sum += around(i) * as_vector(matrix[static_cast<std::size_t>(i)]).dot(around);
    }
    return sum;
}

}  // namespace

SurvivalPrediction predict_survival(const Cox& fit, const std::vector<double>& values, double from, double to,
                                    CoxErrors errors, double level) {
    SurvivalPrediction prediction;
    if (fit.end != FitEnd::Converged) {
        prediction.why_not = "there is no fit: " + fit.why_not;
        return prediction;
    }
    ensure(values.size() == fit.coefficients.size(), "one value for each coefficient");
    ensure(from <= to, "a prediction runs forwards");
    if (to > fit.baseline.times.back()) {
        prediction.why_not =
            fmt::format("the last ending known is at {}: nothing is known of {}", fit.baseline.times.back(), to);
        return prediction;
    }
    const auto& covariance = errors == CoxErrors::Clustered ? fit.clustered_covariance : fit.covariance;
    if (covariance.size() != values.size()) {
        prediction.why_not = "there are no errors by clusters: one cluster only";
        return prediction;
    }
    const Vector off = as_vector(values) - as_vector(fit.means);
    const double ratio = std::exp(off.dot(as_vector(fit.coefficients)));
    const auto begin = up_to(fit.baseline, from, off.size());
    const auto end = up_to(fit.baseline, to, off.size());
    const double hazard = end.hazard - begin.hazard;
    const Vector around = hazard * off - (end.weighted_mean - begin.weighted_mean);
    prediction.cumulative_hazard = ratio * hazard;
    prediction.hazard_variance = ratio * ratio * (end.variance - begin.variance + quadratic_form(covariance, around));
    if (!std::isfinite(prediction.cumulative_hazard) || !std::isfinite(prediction.hazard_variance)) {
        return {0, 0, 0, std::nullopt, "the values lie too far from all that the fit has seen"};
    }
    prediction.survival = std::exp(-prediction.cumulative_hazard);
    prediction.interval = log_log_interval(
        prediction.survival, prediction.survival * prediction.survival * prediction.hazard_variance, level);
    return prediction;
}

std::vector<double> log_hazard_ratios(const Cox& fit, const RiskIntervals& rows) {
    ensure(rows.columns.size() == fit.coefficients.size(), "one column for each coefficient");
    std::vector<double> ratios(rows.size(), 0);
    for (std::size_t j = 0; j < rows.columns.size(); ++j) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            ratios[row] += fit.coefficients[j] * (rows.columns[j][row] - fit.means[j]);
        }
    }
    return ratios;
}

}  // namespace entente::models
