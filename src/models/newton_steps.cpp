#include "models/newton_steps.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace entente::models {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// A step that promises less than this gain, and yet moves a coefficient by more than that many deviations: its standard
// error would be .001 / √(2 · 10⁻⁹), over twenty deviations, so that no data speak of it. A sign that a row in a
// million has makes steps as small as that, each of which divides what is left to gain by e.
constexpr double kNoGain = 1e-9;
constexpr double kStillMoves = 0.001;
constexpr int kMostHalvings = 30;

double penalised(const NewtonTask& task, const LikelihoodAt& at, const Vector& coefficients) {
    return at.log_likelihood - coefficients.cwiseAbs2().dot(task.penalty) / 2;
}

// The coefficients that move most: all within a tenth of the largest move.
std::vector<std::size_t> those_that_move(const Vector& moves) {
    std::vector<std::size_t> found;
    const double largest = moves.maxCoeff();
    for (Eigen::Index j = 0; j < moves.size(); ++j) {
        if (moves(j) > 0 && moves(j) >= largest / 10) found.push_back(static_cast<std::size_t>(j));
    }
    return found;
}

NewtonAnswer refused(NewtonAnswer answer, FitEnd end, std::string why_not) {
    answer.end = end;
    answer.why_not = std::move(why_not);
    return answer;
}

NewtonAnswer separated(NewtonAnswer answer, const Vector& moves) {
    answer.unbounded = those_that_move(moves);
    return refused(std::move(answer), FitEnd::Separated,
                   "some columns tell outcomes apart without error, so that their coefficients have no bound");
}

}  // namespace

std::optional<Matrix> inverse_of_information(const Matrix& information) {
    // Columns are brought to one scale first: shares and kilometres differ by orders of magnitude, which says nothing
    // about whether they can be told apart.
    const Vector scale = information.diagonal().cwiseMax(0).cwiseSqrt();
    if ((scale.array() <= 0).any() || !scale.allFinite()) return std::nullopt;
    const Vector shrink = scale.cwiseInverse();
    const Eigen::SelfAdjointEigenSolver<Matrix> parts(shrink.asDiagonal() * information * shrink.asDiagonal());
    if (!(parts.eigenvalues()(0) >= 1e-11)) return std::nullopt;
    const Matrix inverse =
        parts.eigenvectors() * parts.eigenvalues().cwiseInverse().asDiagonal() * parts.eigenvectors().transpose();
    return shrink.asDiagonal() * inverse * shrink.asDiagonal();
}

Matrix sandwich(const Matrix& bread, const Matrix& cluster_scores) {
    const Matrix parts = cluster_scores * bread;
    return parts.transpose() * parts;
}

NewtonAnswer newton_steps(const NewtonTask& task, const FitChoices& choices) {
    NewtonAnswer answer;
    Vector coefficients = task.start;
    auto at = task.likelihood_at(coefficients);
    Vector moves = Vector::Zero(coefficients.size());
    while (answer.steps < choices.most_steps) {
        ++answer.steps;
        const auto inverse = inverse_of_information(at.information + Matrix(task.penalty.asDiagonal()));
        if (!inverse) {
            // At the start nothing has been told apart yet: it is the columns themselves that say the same.
            return answer.steps > 1 ? separated(std::move(answer), moves)
                                    : refused(std::move(answer), FitEnd::CannotFit,
                                              "the columns cannot be told apart on these rows");
        }
        const Vector slope = at.score - task.penalty.cwiseProduct(coefficients);
        Vector step = *inverse * slope;
        moves = step.cwiseAbs().cwiseProduct(task.deviations);
        if (moves.maxCoeff() < choices.tolerance) {
            answer.end = FitEnd::Converged;
            answer.coefficients = std::move(coefficients);
            answer.inverse = *inverse;
            answer.at = std::move(at);
            return answer;
        }
        if (slope.dot(step) / 2 < kNoGain && moves.maxCoeff() > kStillMoves) {
            return separated(std::move(answer), moves);
        }
        const double before = penalised(task, at, coefficients);
        auto next = task.likelihood_at(coefficients + step);
        for (int halvings = 0; halvings < kMostHalvings &&
                               !(penalised(task, next, coefficients + step) >= before - 1e-10 * std::abs(before));
             ++halvings) {
            step /= 2;
            next = task.likelihood_at(coefficients + step);
        }
        coefficients += step;
        at = std::move(next);
    }
    auto why_not = fmt::format("no answer after {} steps", answer.steps);
    return refused(std::move(answer), FitEnd::NotConverged, std::move(why_not));
}

}  // namespace entente::models
