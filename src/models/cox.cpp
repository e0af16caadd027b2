#include "models/cox.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <Eigen/Dense>
#include <fmt/format.h>

#include "models/cox_sums.hpp"
#include "models/logit_newton.hpp"
#include "models/newton_steps.hpp"

namespace entente::models {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

std::string why_no_regression(const RiskIntervals& rows, double events, double ridge) {
    if (events <= 0) return "no unit ends this way";
    if (ridge <= 0 && events <= static_cast<double>(rows.columns.size())) {
        return fmt::format("too few endings for {} columns: {}", rows.columns.size(), events);
    }
    return {};
}

NewtonAnswer most_likely(const CoxSums& sums, const CoxChoices& choices) {
    const Index count = sums.means().size();
    NewtonTask task;
    task.likelihood_at = [&](const Vector& coefficients) { return sums.likelihood_at(coefficients); };
    task.start = Vector::Zero(count);
    task.penalty = Vector::Constant(count, choices.fit.ridge);
    task.deviations = sums.deviations();
    if (count > 0) return newton_steps(task, choices.fit);
    NewtonAnswer answer;  // without covariates the baseline is all there is
    answer.end = FitEnd::Converged;
    answer.coefficients = task.start;
    answer.inverse = Matrix(0, 0);
    answer.at = sums.likelihood_at(task.start);
    return answer;
}

std::vector<std::vector<double>> clustered(const RiskIntervals& rows, const CoxSums& sums, const NewtonAnswer& answer) {
    const auto places = places_of_clusters(rows);
    const auto clusters = *std::max_element(places.begin(), places.end()) + 1;
    if (clusters < 2) return {};
    const Matrix residuals = sums.score_residuals(answer.coefficients);
    Matrix scores = Matrix::Zero(static_cast<Index>(clusters), residuals.cols());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        scores.row(static_cast<Index>(places[row])) += residuals.row(static_cast<Index>(row));
    }
    return as_rows(sandwich(answer.inverse, scores));
}

}  // namespace

Cox cox(const RiskIntervals& rows, const CoxChoices& choices) {
    Cox fit;
    fit.why_not = why_no_model(rows);
    if (!fit.why_not.empty()) return fit;
    const CoxSums sums(rows, choices);
    fit.rows = static_cast<double>(rows.size());
    fit.units = static_cast<double>(std::set(rows.units.begin(), rows.units.end()).size());
    fit.events = sums.events();
    fit.why_not = why_no_regression(rows, fit.events, choices.fit.ridge);
    if (!fit.why_not.empty()) return fit;
    const auto answer = most_likely(sums, choices);
    fit.end = answer.end;
    fit.why_not = answer.why_not;
    fit.unbounded = answer.unbounded;
    fit.steps = answer.steps;
    if (answer.end != FitEnd::Converged) return fit;
    fit.coefficients.assign(answer.coefficients.begin(), answer.coefficients.end());
    fit.covariance = as_rows(answer.inverse);
    fit.clustered_covariance = clustered(rows, sums, answer);
    fit.log_likelihood = answer.at.log_likelihood;
    fit.null_log_likelihood = sums.likelihood_at(Vector::Zero(sums.means().size())).log_likelihood;
    fit.means.assign(sums.means().begin(), sums.means().end());
    fit.baseline = sums.baseline(answer.coefficients);
    return fit;
}

}  // namespace entente::models
