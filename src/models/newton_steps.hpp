// Newton's method for a penalised likelihood of a handful of coefficients, whatever it is the likelihood of; says why
// there is no largest one. For use inside the module.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <Eigen/Dense>

#include "models/fit_end.hpp"

namespace entente::models {

struct LikelihoodAt {
    double log_likelihood = 0;  // not finite where the coefficients are out of all bounds
    Eigen::VectorXd score;
    Eigen::MatrixXd information;
};

struct NewtonTask {
    std::function<LikelihoodAt(const Eigen::VectorXd& coefficients)> likelihood_at;
    Eigen::VectorXd start;
    Eigen::VectorXd penalty;     // λ of each coefficient, 0 or more
    Eigen::VectorXd deviations;  // of each coefficient's column: what a large move of it is
};

struct NewtonAnswer {
    FitEnd end = FitEnd::CannotFit;
    std::string why_not;
    Eigen::VectorXd coefficients;
    Eigen::MatrixXd inverse;             // of the penalised information
    LikelihoodAt at;                     // there, without the penalty
    std::vector<std::size_t> unbounded;  // coefficients that grow without end, where there is no answer
    int steps = 0;
};

// β ← β + (I + Λ)⁻¹ (U − Λβ), a step halved until the penalised likelihood does not fall. Separated: a step would still
// move coefficients by much while the likelihood has nothing more to gain, so that there is no largest one (Albert and
// Anderson 1984; Bryson and Johnson 1981 for Cox's).
[[nodiscard]] NewtonAnswer newton_steps(const NewtonTask& task, const FitChoices& choices);

// Of a symmetric matrix; nothing unless it is positive definite by a margin.
[[nodiscard]] std::optional<Eigen::MatrixXd> inverse_of_information(const Eigen::MatrixXd& information);

// B (Σ_g d_g d_g') B' for scores with a row for each cluster.
[[nodiscard]] Eigen::MatrixXd sandwich(const Eigen::MatrixXd& bread, const Eigen::MatrixXd& cluster_scores);

}  // namespace entente::models
