#include "models/logit_newton.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace entente::models {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// Beyond this a probability is 0 or 1 in all but name: 1 / (1 + e^15) is .0000003.
constexpr double kCertain = 15;
// Each of Newton's moves is about the square of the one before: after one of a millionth there is nothing left to gain.
constexpr double kLastMove = 1e-6;
// Less, as a share of the largest value, is what rounding leaves of a column that is always the same.
constexpr double kVaries = 1e-6;
// Bach (2010), "Self-concordant analysis for logistic regression", lemma 1: where a full step changes no row's x'β by
// more than m, the likelihood gains at least (1 − (e^m − m − 1) / m²) of what its slope promises: .04 of it for this m.
constexpr double kSafeChange = 1.7;

// Columns are brought to one scale first: shares and kilometres differ by orders of magnitude, which says nothing about
// whether they can be told apart.
std::optional<Matrix> inverse_of(const Matrix& information) {
    const Vector scale = information.diagonal().cwiseMax(0).cwiseSqrt();
    if ((scale.array() <= 0).any()) return std::nullopt;
    const Matrix scaled = scale.cwiseInverse().asDiagonal() * information * scale.cwiseInverse().asDiagonal();
    const Eigen::SelfAdjointEigenSolver<Matrix> parts(scaled);
    if (parts.eigenvalues()(0) < 1e-11) return std::nullopt;
    const Matrix inverse =
        parts.eigenvectors() * parts.eigenvalues().cwiseInverse().asDiagonal() * parts.eigenvectors().transpose();
    return scale.cwiseInverse().asDiagonal() * inverse * scale.cwiseInverse().asDiagonal();
}

// The largest move of any coefficient, each times what its column varies.
double move_of(const Vector& step, const std::vector<double>& deviations) {
    double largest = std::abs(step(0));
    for (std::size_t j = 0; j < deviations.size(); ++j) {
        largest = std::max(largest, std::abs(step(static_cast<Eigen::Index>(j) + 1)) * deviations[j]);
    }
    return largest;
}

// What a step changes in the x'β of a row at most.
double change_of(const Vector& step, const LogitExtent& extent) {
    double change = std::abs(step(0));
    for (std::size_t j = 0; j < extent.largest.size(); ++j) {
        change += std::abs(step(static_cast<Eigen::Index>(j) + 1)) * extent.largest[j];
    }
    return change;
}

// λ of each coefficient, the intercept's 0.
Vector penalty_of(const LogitChoices& choices, const LogitExtent& extent, const std::vector<double>& deviations) {
    Vector penalty = Vector::Constant(static_cast<Eigen::Index>(deviations.size()) + 1, choices.ridge);
    penalty(0) = 0;
    if (choices.ridge_scale == RidgeScale::AsGiven) return penalty;
    for (std::size_t j = 0; j < deviations.size(); ++j) {
        if (deviations[j] > kVaries * extent.largest[j])
            penalty(static_cast<Eigen::Index>(j) + 1) *= deviations[j] * deviations[j];
    }
    return penalty;
}

Logit refused(Logit fit, FitEnd end, std::string why_not) {
    fit.end = end;
    fit.why_not = std::move(why_not);
    return fit;
}

}  // namespace

Vector first_coefficients(const LogitChoices& choices, const LogitExtent& extent) {
    const auto count = extent.sums.size() + 1;
    if (choices.start.size() == count) {
        return Eigen::Map<const Vector>(choices.start.data(), static_cast<Eigen::Index>(count));
    }
    Vector start = Vector::Zero(static_cast<Eigen::Index>(count));
    start(0) = std::log(extent.events / (extent.rows - extent.events));
    return start;
}

Logit newton(const LogitExtent& extent, const LogitChoices& choices, NewtonStart start, const SumsAt& sums_at,
             LogitWanted wanted) {
    Logit fit;
    fit.rows = extent.rows;
    fit.events = extent.events;
    const auto deviations = extent.deviations();
    auto [coefficients, sums] = std::move(start);
    const Vector penalty = penalty_of(choices, extent, deviations);
    double largest = 0;
    const auto penalised = [&](const LogitSums& of, const Vector& at) {
        return of.log_likelihood.value() - at.cwiseAbs2().dot(penalty) / 2;
    };
    while (fit.steps < choices.most_steps) {
        ++fit.steps;
        const Matrix information = sums.information + Matrix(penalty.asDiagonal());
        const auto inverse = inverse_of(information);
        largest = sums.largest;
        if (!inverse) {
            return largest > kCertain
                       ? refused(std::move(fit), FitEnd::Separated, "the columns tell the outcomes apart without error")
                       : refused(std::move(fit), FitEnd::CannotFit, "the columns cannot be told apart on these rows");
        }
        Vector step = *inverse * (sums.score - penalty.cwiseProduct(coefficients));
        const double move = move_of(step, deviations);
        const bool last = wanted == LogitWanted::Coefficients && move < kLastMove;
        if (last) coefficients += step;
        if (last || move < choices.tolerance) {
            fit.end = FitEnd::Converged;
            fit.coefficients.assign(coefficients.begin(), coefficients.end());
            if (wanted == LogitWanted::Coefficients) return fit;
            fit.covariance = as_rows(*inverse);
            fit.log_likelihood = sums.log_likelihood.value();
            return fit;
        }
        // A full step may overshoot far from the answer: it is halved until the likelihood does not fall.
        const bool safe = change_of(step, extent) <= kSafeChange;
        const auto likelihood =
            safe && wanted == LogitWanted::Coefficients ? Likelihood::NotWanted : Likelihood::Wanted;
        auto next = sums_at(coefficients + step, likelihood);
        if (!safe && !sums.log_likelihood) sums = sums_at(coefficients, Likelihood::Wanted);
        for (int halvings = 0; !safe && halvings < 20 &&
                               penalised(next, coefficients + step) <
                                   penalised(sums, coefficients) - 1e-9 * std::abs(sums.log_likelihood.value());
             ++halvings) {
            step /= 2;
            next = sums_at(coefficients + step, Likelihood::Wanted);
        }
        coefficients += step;
        sums = std::move(next);
    }
    // Newton's steps shrink quickly towards an answer; where there is none, coefficients go on growing.
    auto why_not = largest > kCertain ? std::string("some columns tell outcomes apart without error")
                                      : fmt::format("no answer after {} steps", fit.steps);
    return refused(std::move(fit), largest > kCertain ? FitEnd::Separated : FitEnd::NotConverged, std::move(why_not));
}

std::vector<std::vector<double>> as_rows(const Matrix& matrix) {
    std::vector<std::vector<double>> rows;
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) rows.emplace_back(matrix.row(i).begin(), matrix.row(i).end());
    return rows;
}

}  // namespace entente::models
