#include "models/least_squares.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>
#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

Matrix as_matrix(const std::vector<std::vector<double>>& rows) {
    Matrix matrix(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.front().size()));
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
        const auto& row = rows[static_cast<std::size_t>(i)];
        ensure(std::ssize(row) == matrix.cols(), "all rows of a regression have the same columns");
        for (Eigen::Index j = 0; j < matrix.cols(); ++j) matrix(i, j) = row[static_cast<std::size_t>(j)];
    }
    return matrix;
}

std::vector<std::vector<double>> as_rows(const Matrix& matrix) {
    std::vector<std::vector<double>> rows;
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) rows.emplace_back(matrix.row(i).begin(), matrix.row(i).end());
    return rows;
}

// S of Newey and West: sums of x_i e_i e_(i−j) x_(i−j)', with weights that fall to zero beyond the lag.
Matrix long_run_sum(const Matrix& regressors, const Vector& residuals, int lag) {
    const Matrix scores = residuals.asDiagonal() * regressors;
    Matrix sum = scores.transpose() * scores;
    for (int j = 1; j <= lag; ++j) {
        const Eigen::Index overlap = scores.rows() - j;
        const Matrix apart = scores.bottomRows(overlap).transpose() * scores.topRows(overlap);
        sum += (1 - j / (lag + 1.0)) * (apart + apart.transpose());
    }
    return sum;
}

}  // namespace

int automatic_lag(std::size_t points) noexcept {
    const auto lag = static_cast<int>(std::floor(4 * std::pow(static_cast<double>(points) / 100, 2.0 / 9)));
    return std::clamp(lag, 0, std::max(static_cast<int>(points) - 1, 0));
}

LeastSquares least_squares(const std::vector<std::vector<double>>& rows, const std::vector<double>& values,
                           std::optional<int> lag) {
    ensure(rows.size() == values.size(), "a regression has one row of regressors for each value");
    LeastSquares fit;
    if (rows.empty() || rows.size() <= rows.front().size()) {
        fit.why_not = fmt::format("too short: {} points", rows.size());
        return fit;
    }
    const Matrix regressors = as_matrix(rows);
    const Vector response = Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
    const Eigen::ColPivHouseholderQR<Matrix> factors(regressors);
    if (factors.rank() < regressors.cols()) {
        fit.why_not = "the regressors cannot be told apart on these points";
        return fit;
    }
    const Vector coefficients = factors.solve(response);
    const Vector residuals = response - regressors * coefficients;
    fit.coefficients.assign(coefficients.begin(), coefficients.end());
    fit.residuals.assign(residuals.begin(), residuals.end());
    fit.residual_sum_of_squares = residuals.squaredNorm();
    fit.lag = std::clamp(lag.value_or(automatic_lag(rows.size())), 0, static_cast<int>(rows.size()) - 1);

    const Matrix squares = regressors.transpose() * regressors;
    const Matrix inverse = squares.ldlt().solve(Matrix::Identity(squares.rows(), squares.cols()));
    const auto points = static_cast<double>(regressors.rows());
    const double small_sample = points / (points - static_cast<double>(regressors.cols()));
    const Matrix covariance = small_sample * inverse * long_run_sum(regressors, residuals, fit.lag) * inverse;
    fit.covariance = as_rows(covariance);
    fit.classical_covariance = as_rows(fit.residual_sum_of_squares / points * small_sample * inverse);
    return fit;
}

double neighbour_correlation(const std::vector<double>& residuals) {
    double squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i > 0) products += residuals[i] * residuals[i - 1];
    }
    return squares > 0 ? products / squares : 0;
}

}  // namespace entente::models
