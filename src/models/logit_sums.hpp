// What the rows of a logistic regression add up to: the work of each of Newton's steps. For use inside the module.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <Eigen/Dense>

#include "models/logit.hpp"

namespace entente::models {

// The likelihood takes as long as all else, and few steps need it.
enum class Likelihood { Wanted, NotWanted };

// At some coefficients, the intercept first.
struct LogitSums {
    explicit LogitSums(Eigen::Index coefficients);

    Eigen::MatrixXd information;  // X'WX, with W = p(1 − p)
    Eigen::VectorXd score;        // X'(y − p)
    std::optional<double> log_likelihood = 0;
    double largest = 0;  // |x'β|

    LogitSums& operator+=(const LogitSums& more);
};

// Of the rows from `begin` to before `end`, in blocks in their order.
[[nodiscard]] LogitSums sums_over(const LogitRows& rows, std::size_t begin, std::size_t end,
                                  const Eigen::VectorXd& coefficients, Likelihood likelihood);

// Whatever the coefficients: counts, and how much each column varies, which says what a large move of its coefficient
// is.
struct LogitExtent {
    explicit LogitExtent(std::size_t columns);

    double rows = 0;
    double events = 0;
    std::vector<double> sums;  // by column
    std::vector<double> squares;
    std::vector<double> largest;  // of the column's values without their sign

    LogitExtent& operator+=(const LogitExtent& more);
    [[nodiscard]] std::vector<double> deviations() const;
    // Empty if there is a regression.
    [[nodiscard]] std::string why_not() const;
};

[[nodiscard]] LogitExtent extent_over(const LogitRows& rows, std::size_t begin, std::size_t end);

// A Fault unless there is one value, weight and cluster for each outcome.
void ensure_same_length(const LogitRows& rows);

// The sum of the scores of each cluster, a column for each number up to the largest.
[[nodiscard]] Eigen::MatrixXd scores_by_cluster(const LogitRows& rows, const Eigen::VectorXd& coefficients);

}  // namespace entente::models
