#include "models/multinomial_logit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <Eigen/Dense>
#include <fmt/format.h>

#include "core/error.hpp"
#include "models/logit_newton.hpp"
#include "models/newton_steps.hpp"

namespace entente::models {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

void ensure_same_length(const MultinomialRows& rows, std::size_t modes) {
    for (const auto& column : rows.columns) {
        ensure(column.size() == rows.outcomes.size(), "each column has one value for each outcome");
    }
    ensure(rows.clusters.empty() || rows.clusters.size() == rows.outcomes.size(), "one cluster for each outcome");
    ensure(
        std::all_of(rows.outcomes.begin(), rows.outcomes.end(), [&](std::uint8_t outcome) { return outcome <= modes; }),
        "every outcome is one of the modes, or none");
}

// The columns of one row after another, with the intercept in front.
Matrix as_matrix(const MultinomialRows& rows) {
    Matrix values(static_cast<Index>(rows.columns.size()) + 1, static_cast<Index>(rows.outcomes.size()));
    values.row(0).setOnes();
    for (std::size_t j = 0; j < rows.columns.size(); ++j) {
        for (std::size_t row = 0; row < rows.outcomes.size(); ++row) {
            values(static_cast<Index>(j) + 1, static_cast<Index>(row)) = static_cast<double>(rows.columns[j][row]);
        }
    }
    return values;
}

// Shifted by the largest, so that nothing overflows; the log of what they were
// divided by comes with them.
struct Softmax {
    Vector probabilities;
    double log_sum = 0;
};

Softmax softmax(const Vector& linear) {
    const double largest = std::max(linear.maxCoeff(), 0.0);
    const Vector grown = (linear.array() - largest).exp();
    const double sum = grown.sum() + std::exp(-largest);
    return {grown / sum, largest + std::log(sum)};
}

class Sums {
public:
    Sums(const MultinomialRows& rows, std::size_t modes)
        : outcomes_(rows.outcomes), values_(as_matrix(rows)), modes_(static_cast<Index>(modes)) {}

    [[nodiscard]] Index width() const noexcept { return values_.rows(); }
    [[nodiscard]] Index coefficients() const noexcept { return width() * modes_; }

    // What each row adds to the score: its values times (y_k − p_k), for each
    // mode.
    [[nodiscard]] Vector surprises(Index row, const Softmax& fitted) const {
        Vector off = -fitted.probabilities;
        if (const auto outcome = outcomes_[static_cast<std::size_t>(row)]; outcome > 0) off(outcome - 1) += 1;
        return off;
    }

    [[nodiscard]] Softmax fitted(Index row, const Vector& coefficients) const {
        const Eigen::Map<const Matrix> by_mode(coefficients.data(), width(), modes_);
        return softmax(by_mode.transpose() * values_.col(row));
    }

    [[nodiscard]] LikelihoodAt likelihood_at(const Vector& coefficients) const {
        LikelihoodAt at{0, Vector::Zero(coefficients.size()), Matrix::Zero(coefficients.size(), coefficients.size())};
        const Eigen::Map<const Matrix> by_mode(coefficients.data(), width(), modes_);
        for (Index row = 0; row < values_.cols(); ++row) {
            const auto x = values_.col(row);
            const auto fit = fitted(row, coefficients);
            const auto outcome = outcomes_[static_cast<std::size_t>(row)];
            at.log_likelihood += (outcome > 0 ? by_mode.col(outcome - 1).dot(x) : 0) - fit.log_sum;
            const Vector off = surprises(row, fit);
            const Matrix squares = x * x.transpose();
            for (Index k = 0; k < modes_; ++k) {
                at.score.segment(k * width(), width()) += off(k) * x;
                for (Index m = 0; m < modes_; ++m) {
                    const double spread =
                        (k == m ? fit.probabilities(k) : 0) - fit.probabilities(k) * fit.probabilities(m);
                    at.information.block(k * width(), m * width(), width(), width()) += spread * squares;
                }
            }
        }
        return at;
    }

    // A row for each cluster.
    [[nodiscard]] Matrix cluster_scores(const Vector& coefficients, std::span<const std::uint16_t> clusters) const {
        const auto last = *std::max_element(clusters.begin(), clusters.end());
        Matrix scores = Matrix::Zero(static_cast<Index>(last) + 1, coefficients.size());
        for (Index row = 0; row < values_.cols(); ++row) {
            const Vector off = surprises(row, fitted(row, coefficients));
            for (Index k = 0; k < modes_; ++k) {
                scores.row(clusters[static_cast<std::size_t>(row)]).segment(k * width(), width()) +=
                    off(k) * values_.col(row).transpose();
            }
        }
        return scores;
    }

    // 1 for the intercept.
    [[nodiscard]] Vector deviations() const {
        Vector found = Vector::Ones(coefficients());
        for (Index j = 1; j < width(); ++j) {
            const auto column = values_.row(j).array();
            const double deviation = std::sqrt((column - column.mean()).square().mean());
            for (Index k = 0; k < modes_; ++k) found(k * width() + j) = deviation;
        }
        return found;
    }

private:
    std::span<const std::uint8_t> outcomes_;
    Matrix values_;
    Index modes_ = 0;
};

std::vector<Index> places_of(const std::vector<CoefficientPlace>& held, const Sums& sums, std::size_t modes) {
    std::vector<Index> places;
    for (const auto& place : held) {
        ensure(place.mode >= 1 && place.mode <= modes && static_cast<Index>(place.column) < sums.width(),
               "what is held is one of the coefficients");
        places.push_back(static_cast<Index>(place.mode - 1) * sums.width() + static_cast<Index>(place.column));
    }
    return places;
}

// Nothing is to be gained by moving these, and they say nothing about the others: Newton's steps leave them at 0.
void hold(LikelihoodAt& at, const std::vector<Index>& places) {
    for (const auto place : places) {
        at.score(place) = 0;
        at.information.row(place).setZero();
        at.information.col(place).setZero();
        at.information(place, place) = 1;
    }
}

std::string why_no_regression(const MultinomialLogit& fit, std::size_t columns, double ridge) {
    const auto modes = static_cast<double>(fit.happened.size());
    if (ridge <= 0 && fit.rows <= modes * static_cast<double>(columns + 1)) {
        return fmt::format("too few rows: {}", fit.rows);
    }
    double happened = 0;
    for (std::size_t mode = 0; mode < fit.happened.size(); ++mode) {
        if (fit.happened[mode] <= 0) return fmt::format("mode {} never happens", mode + 1);
        happened += fit.happened[mode];
    }
    if (happened >= fit.rows) return "every row ends";
    return {};
}

NewtonTask task_of(const Sums& sums, const MultinomialLogit& fit, double ridge, const std::vector<Index>& held) {
    NewtonTask task;
    task.likelihood_at = [&sums, &held](const Vector& coefficients) {
        auto at = sums.likelihood_at(coefficients);
        hold(at, held);
        return at;
    };
    task.start = Vector::Zero(sums.coefficients());
    task.penalty = Vector::Constant(sums.coefficients(), ridge);
    task.deviations = sums.deviations();
    double goes_on = fit.rows;
    for (const double happened : fit.happened) goes_on -= happened;
    for (std::size_t mode = 0; mode < fit.happened.size(); ++mode) {
        const auto intercept = static_cast<Index>(mode) * sums.width();
        task.start(intercept) = std::log(fit.happened[mode] / goes_on);
        task.penalty(intercept) = 0;
    }
    return task;
}

std::vector<std::vector<double>> clustered(const MultinomialRows& rows, const Sums& sums, const NewtonAnswer& answer) {
    auto numbers = std::vector<std::uint16_t>(rows.clusters.begin(), rows.clusters.end());
    std::sort(numbers.begin(), numbers.end());
    const auto clusters = static_cast<double>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
    if (clusters < 2) return {};
    const Matrix scores = sums.cluster_scores(answer.coefficients, rows.clusters);
    return as_rows(clusters / (clusters - 1) * sandwich(answer.inverse, scores));
}

}  // namespace

MultinomialLogit multinomial_logit(const MultinomialRows& rows, std::size_t modes, const FitChoices& choices,
                                   const std::vector<CoefficientPlace>& held) {
    ensure(modes > 0, "at least one mode");
    ensure_same_length(rows, modes);
    MultinomialLogit fit;
    fit.rows = static_cast<double>(rows.outcomes.size());
    fit.happened.assign(modes, 0);
    for (const auto outcome : rows.outcomes) {
        if (outcome > 0) fit.happened[outcome - std::size_t{1}] += 1;
    }
    fit.why_not = why_no_regression(fit, rows.columns.size(), choices.ridge);
    if (!fit.why_not.empty()) return fit;
    const Sums sums(rows, modes);
    const auto places = places_of(held, sums, modes);
    auto answer = newton_steps(task_of(sums, fit, choices.ridge, places), choices);
    fit.end = answer.end;
    fit.why_not = answer.why_not;
    fit.steps = answer.steps;
    const auto width = static_cast<std::size_t>(sums.width());
    for (const auto place : answer.unbounded) fit.unbounded.push_back({place / width + 1, place % width});
    if (answer.end != FitEnd::Converged) return fit;
    for (const auto place : places) {
        answer.coefficients(place) = 0;  // but for rounding it is
        answer.inverse.row(place).setZero();
        answer.inverse.col(place).setZero();
    }
    for (std::size_t mode = 0; mode < modes; ++mode) {
        const auto own = answer.coefficients.segment(static_cast<Index>(mode * width), sums.width());
        fit.coefficients.emplace_back(own.begin(), own.end());
    }
    fit.covariance = as_rows(answer.inverse);
    fit.log_likelihood = answer.at.log_likelihood;
    if (!rows.clusters.empty()) fit.clustered_covariance = clustered(rows, sums, answer);
    return fit;
}

std::vector<double> mode_probabilities(const std::vector<std::vector<double>>& coefficients,
                                       std::span<const double> values) {
    Vector linear(static_cast<Index>(coefficients.size()));
    for (std::size_t mode = 0; mode < coefficients.size(); ++mode) {
        const auto& own = coefficients[mode];
        ensure(own.size() == values.size() + 1, "one coefficient for each column, and the intercept");
        double sum = own[0];
        for (std::size_t j = 0; j < values.size(); ++j) sum += own[j + 1] * values[j];
        linear(static_cast<Index>(mode)) = sum;
    }
    const auto fitted = softmax(linear).probabilities;
    return {fitted.begin(), fitted.end()};
}

}  // namespace entente::models
