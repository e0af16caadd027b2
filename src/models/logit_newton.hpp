// Newton's method for a logistic regression, whatever its rows are summed from. For use inside the module.
#pragma once

#include <functional>

#include <Eigen/Dense>

#include "models/logit.hpp"
#include "models/logit_sums.hpp"

namespace entente::models {

enum class LogitWanted { Coefficients, Errors };

struct NewtonStart {
    Eigen::VectorXd coefficients;
    LogitSums sums;  // there, with the likelihood
};

using SumsAt = std::function<LogitSums(const Eigen::VectorXd& coefficients, Likelihood likelihood)>;

// `choices.start` if it has as many as there are coefficients, else 0 and the log odds of all rows.
[[nodiscard]] Eigen::VectorXd first_coefficients(const LogitChoices& choices, const LogitExtent& extent);

// Without errors the fit has coefficients only, and what no coefficient changes.
[[nodiscard]] Logit newton(const LogitExtent& extent, const LogitChoices& choices, NewtonStart start,
                           const SumsAt& sums_at, LogitWanted wanted);

[[nodiscard]] std::vector<std::vector<double>> as_rows(const Eigen::MatrixXd& matrix);

}  // namespace entente::models
