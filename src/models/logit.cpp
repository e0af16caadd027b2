#include "models/logit.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <Eigen/Dense>
#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

constexpr std::size_t kBlock = 2048;  // rows summed at a time: small enough for the processor's nearest memory
// Beyond this a probability is 0 or 1 in all but name: 1 / (1 + e^15) is .0000003.
constexpr double kCertain = 15;

// Rows of one block with some weight, the intercept as first column.
struct Block {
    Matrix regressors;
    Vector outcomes;
    Vector weights;
    std::vector<std::size_t> places;
};

Block block_at(const LogitRows& rows, std::size_t begin) {
    const auto end = std::min(begin + kBlock, rows.outcomes.size());
    Block block;
    for (auto row = begin; row < end; ++row) {
        if (rows.weights.empty() || rows.weights[row] > 0) block.places.push_back(row);
    }
    const auto size = static_cast<Eigen::Index>(block.places.size());
    block.regressors.resize(size, static_cast<Eigen::Index>(rows.columns.size() + 1));
    block.outcomes.resize(size);
    block.weights.resize(size);
    block.regressors.col(0).setOnes();
    for (Eigen::Index i = 0; i < size; ++i) {
        const auto row = block.places[static_cast<std::size_t>(i)];
        block.outcomes(i) = rows.outcomes[row];
        block.weights(i) = rows.weights.empty() ? 1 : static_cast<double>(rows.weights[row]);
    }
    for (std::size_t j = 0; j < rows.columns.size(); ++j) {
        for (Eigen::Index i = 0; i < size; ++i) {
            block.regressors(i, static_cast<Eigen::Index>(j) + 1) =
                static_cast<double>(rows.columns[j][block.places[static_cast<std::size_t>(i)]]);
        }
    }
    return block;
}

// ln(1 + e^x), without overflow.
double log_one_plus_exp(double x) {
    return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

// What one pass over the rows gives at some coefficients.
struct Pass {
    Matrix information;
    Vector score;
    double log_likelihood = 0;
    double largest = 0;  // |x'β|
};

Pass pass_over(const LogitRows& rows, const Vector& coefficients) {
    const auto count = coefficients.size();
    Pass pass{Matrix::Zero(count, count), Vector::Zero(count), 0, 0};
    for (std::size_t begin = 0; begin < rows.outcomes.size(); begin += kBlock) {
        const auto block = block_at(rows, begin);
        if (block.places.empty()) continue;
        const Vector linear = block.regressors * coefficients;
        Vector surprise(linear.size());
        Vector spread(linear.size());
        for (Eigen::Index i = 0; i < linear.size(); ++i) {
            const double p = logistic(linear(i));
            surprise(i) = block.weights(i) * (block.outcomes(i) - p);
            spread(i) = block.weights(i) * p * (1 - p);
            pass.log_likelihood += block.weights(i) * (block.outcomes(i) * linear(i) - log_one_plus_exp(linear(i)));
        }
        pass.largest = std::max(pass.largest, linear.cwiseAbs().maxCoeff());
        pass.score.noalias() += block.regressors.transpose() * surprise;
        const Matrix weighted = spread.asDiagonal() * block.regressors;
        pass.information.noalias() += block.regressors.transpose() * weighted;
    }
    return pass;
}

// Counts, and the standard deviation of each column, which says what a large move of its coefficient is.
struct Extent {
    double rows = 0;
    double events = 0;
    std::vector<double> deviations;
};

Extent extent_of(const LogitRows& rows) {
    Extent extent;
    std::vector<double> sums(rows.columns.size(), 0);
    std::vector<double> squares(rows.columns.size(), 0);
    for (std::size_t row = 0; row < rows.outcomes.size(); ++row) {
        const double weight = rows.weights.empty() ? 1 : static_cast<double>(rows.weights[row]);
        if (weight <= 0) continue;
        extent.rows += weight;
        extent.events += weight * rows.outcomes[row];
        for (std::size_t j = 0; j < rows.columns.size(); ++j) {
            const auto value = static_cast<double>(rows.columns[j][row]);
            sums[j] += weight * value;
            squares[j] += weight * value * value;
        }
    }
    for (std::size_t j = 0; j < rows.columns.size() && extent.rows > 0; ++j) {
        const double mean = sums[j] / extent.rows;
        extent.deviations.push_back(std::sqrt(std::max(squares[j] / extent.rows - mean * mean, 0.0)));
    }
    return extent;
}

std::string why_not_possible(const LogitRows& rows, const Extent& extent) {
    if (extent.rows <= static_cast<double>(rows.columns.size() + 1))
        return fmt::format("too few rows: {}", extent.rows);
    if (extent.events <= 0) return "the outcome never happens";
    if (extent.events >= extent.rows) return "the outcome always happens";
    return {};
}

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

std::vector<std::vector<double>> as_rows(const Matrix& matrix) {
    std::vector<std::vector<double>> rows;
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) rows.emplace_back(matrix.row(i).begin(), matrix.row(i).end());
    return rows;
}

std::vector<std::vector<double>> clustered(const LogitRows& rows, const Vector& coefficients, const Matrix& inverse) {
    const auto last = *std::max_element(rows.clusters.begin(), rows.clusters.end());
    Matrix scores = Matrix::Zero(coefficients.size(), static_cast<Eigen::Index>(last) + 1);
    std::vector<std::uint8_t> met(static_cast<std::size_t>(last) + 1, 0);
    for (std::size_t begin = 0; begin < rows.outcomes.size(); begin += kBlock) {
        const auto block = block_at(rows, begin);
        const Vector linear = block.regressors * coefficients;
        for (Eigen::Index i = 0; i < linear.size(); ++i) {
            const auto cluster = rows.clusters[block.places[static_cast<std::size_t>(i)]];
            met[cluster] = 1;
            scores.col(cluster) +=
                block.weights(i) * (block.outcomes(i) - logistic(linear(i))) * block.regressors.row(i).transpose();
        }
    }
    const auto clusters = static_cast<double>(std::count(met.begin(), met.end(), 1));
    if (clusters < 2) return {};
    return as_rows(clusters / (clusters - 1) * inverse * (scores * scores.transpose()) * inverse);
}

Vector first_coefficients(const LogitChoices& choices, const Extent& extent, std::size_t columns) {
    if (choices.start.size() == columns + 1) {
        return Eigen::Map<const Vector>(choices.start.data(), static_cast<Eigen::Index>(choices.start.size()));
    }
    Vector start = Vector::Zero(static_cast<Eigen::Index>(columns) + 1);
    start(0) = std::log(extent.events / (extent.rows - extent.events));
    return start;
}

// The largest move of any coefficient, each times what its column varies.
double move_of(const Vector& step, const Extent& extent) {
    double largest = std::abs(step(0));
    for (std::size_t j = 0; j < extent.deviations.size(); ++j) {
        largest = std::max(largest, std::abs(step(static_cast<Eigen::Index>(j) + 1)) * extent.deviations[j]);
    }
    return largest;
}

Logit refused(Logit fit, LogitEnd end, std::string why_not) {
    fit.end = end;
    fit.why_not = std::move(why_not);
    return fit;
}

}  // namespace

double logistic(double x) noexcept {
    if (x >= 0) return 1 / (1 + std::exp(-x));
    const double grown = std::exp(x);
    return grown / (1 + grown);
}

Logit logit(const LogitRows& rows, const LogitChoices& choices) {
    for (const auto& column : rows.columns) {
        ensure(column.size() == rows.outcomes.size(),
               "each column of a logistic regression has one value for each outcome");
    }
    ensure(rows.weights.empty() || rows.weights.size() == rows.outcomes.size(), "one weight for each outcome");
    ensure(rows.clusters.empty() || rows.clusters.size() == rows.outcomes.size(), "one cluster for each outcome");
    const auto extent = extent_of(rows);
    Logit fit;
    fit.rows = extent.rows;
    fit.events = extent.events;
    if (auto why_not = why_not_possible(rows, extent); !why_not.empty()) {
        return refused(std::move(fit), LogitEnd::CannotFit, std::move(why_not));
    }
    auto coefficients = first_coefficients(choices, extent, rows.columns.size());
    Vector penalty = Vector::Constant(coefficients.size(), choices.ridge);
    penalty(0) = 0;
    double largest = 0;
    const auto penalised = [&](const Pass& pass, const Vector& at) {
        return pass.log_likelihood - at.cwiseAbs2().dot(penalty) / 2;
    };
    auto pass = pass_over(rows, coefficients);
    while (fit.steps < choices.most_steps) {
        ++fit.steps;
        const Matrix information = pass.information + Matrix(penalty.asDiagonal());
        const auto inverse = inverse_of(information);
        largest = pass.largest;
        if (!inverse) {
            return largest > kCertain
                       ? refused(std::move(fit), LogitEnd::Separated,
                                 "the columns tell the outcomes apart without error")
                       : refused(std::move(fit), LogitEnd::CannotFit, "the columns cannot be told apart on these rows");
        }
        Vector step = *inverse * (pass.score - penalty.cwiseProduct(coefficients));
        const double move = move_of(step, extent);
        if (move < choices.tolerance) {
            fit.end = LogitEnd::Converged;
            fit.coefficients.assign(coefficients.begin(), coefficients.end());
            fit.covariance = as_rows(*inverse);
            fit.log_likelihood = pass.log_likelihood;
            if (!rows.clusters.empty()) fit.clustered_covariance = clustered(rows, coefficients, *inverse);
            return fit;
        }
        // A full step may overshoot far from the answer: it is halved until the likelihood does not fall.
        auto next = pass_over(rows, coefficients + step);
        for (int halvings = 0;
             halvings < 20 && penalised(next, coefficients + step) <
                                  penalised(pass, coefficients) - 1e-9 * std::abs(pass.log_likelihood);
             ++halvings) {
            step /= 2;
            next = pass_over(rows, coefficients + step);
        }
        coefficients += step;
        pass = std::move(next);
    }
    // Newton's steps shrink quickly towards an answer; where there is none, coefficients go on growing.
    auto why_not = largest > kCertain ? std::string("some columns tell outcomes apart without error")
                                      : fmt::format("no answer after {} steps", fit.steps);
    return refused(std::move(fit), largest > kCertain ? LogitEnd::Separated : LogitEnd::NotConverged,
                   std::move(why_not));
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
