#include "models/discrete_incidence.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include <Eigen/Dense>
#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// More than 1 by more than this is no rounding error.
constexpr double kRounding = 1e-12;

Matrix as_matrix(const std::vector<std::vector<double>>& rows) {
    Matrix matrix(static_cast<Index>(rows.size()), static_cast<Index>(rows.size()));
    for (Index i = 0; i < matrix.rows(); ++i) {
        matrix.row(i) = Eigen::Map<const Eigen::RowVectorXd>(rows[static_cast<std::size_t>(i)].data(), matrix.cols());
    }
    return matrix;
}

std::string why_no_hazards(const std::vector<double>& hazards, std::size_t period) {
    double sum = 0;
    for (const double hazard : hazards) {
        if (!(hazard >= 0) || !(hazard <= 1)) {
            return fmt::format("in period {} a hazard is not between 0 and 1", period + 1);
        }
        sum += hazard;
    }
    if (sum > 1 + kRounding) return fmt::format("in period {} the hazards add up to {:.4f}", period + 1, sum);
    return {};
}

// What survival and shares are after a period, and how they move with each coefficient.
struct State {
    double survival = 1;
    Vector shares;
    Vector survival_slope;
    Matrix share_slopes;  // a column for each mode
};

// ∂h_k/∂β_m = h_k ([k = m] − h_m) x, with the intercept's 1 in front of x.
Matrix slopes_of_hazards(const Vector& hazards, const std::vector<double>& values) {
    const auto width = std::ssize(values) + 1;
    Vector x = Vector::Ones(width);
    x.tail(width - 1) = Eigen::Map<const Vector>(values.data(), width - 1);
    Matrix slopes(hazards.size() * width, hazards.size());
    for (Index k = 0; k < hazards.size(); ++k) {
        for (Index m = 0; m < hazards.size(); ++m) {
            slopes.col(k).segment(m * width, width) = hazards(k) * ((k == m ? 1 : 0) - hazards(m)) * x;
        }
    }
    return slopes;
}

void advance(State& state, const Vector& hazards, const Matrix& slopes) {
    state.share_slopes += state.survival_slope * hazards.transpose() + state.survival * slopes;
    state.survival_slope = (1 - hazards.sum()) * state.survival_slope - state.survival * slopes.rowwise().sum();
    state.shares += state.survival * hazards;
    state.survival *= 1 - hazards.sum();
}

PeriodOutlook outlook_of(const State& state, const Matrix& covariance, double level) {
    PeriodOutlook outlook;
    outlook.survival = state.survival;
    outlook.survival_variance = state.survival_slope.dot(covariance * state.survival_slope);
    outlook.survival_interval = log_log_interval(outlook.survival, outlook.survival_variance, level);
    for (Index k = 0; k < state.shares.size(); ++k) {
        const Vector slope = state.share_slopes.col(k);
        const double variance = slope.dot(covariance * slope);
        outlook.incidences.push_back({state.shares(k), variance, log_log_interval(state.shares(k), variance, level)});
    }
    return outlook;
}

}  // namespace

IncidencePath incidences_of(const std::vector<std::vector<double>>& hazards) {
    IncidencePath path;
    PeriodShares now;
    if (!hazards.empty()) now.shares.assign(hazards.front().size(), 0);
    for (std::size_t period = 0; period < hazards.size(); ++period) {
        const auto& own = hazards[period];
        ensure(own.size() == now.shares.size(), "as many hazards in each period");
        if (auto why_not = why_no_hazards(own, period); !why_not.empty()) return {{}, std::move(why_not)};
        for (std::size_t mode = 0; mode < own.size(); ++mode) now.shares[mode] += now.survival * own[mode];
        now.survival *= std::max(1 - std::accumulate(own.begin(), own.end(), 0.0), 0.0);
        path.periods.push_back(now);
    }
    return path;
}

IncidenceOutlook predicted_incidences(const MultinomialLogit& fit,
                                      const std::vector<std::vector<double>>& values_by_period, OutlookErrors errors,
                                      double level) {
    IncidenceOutlook outlook;
    if (fit.end != FitEnd::Converged) {
        outlook.why_not = "there is no fit: " + fit.why_not;
        return outlook;
    }
    const auto& rows = errors == OutlookErrors::Clustered ? fit.clustered_covariance : fit.covariance;
    if (rows.empty()) {
        outlook.why_not = "there are no errors by clusters: none are given, or one only";
        return outlook;
    }
    const Matrix covariance = as_matrix(rows);
    const auto modes = std::ssize(fit.coefficients);
    State state{1, Vector::Zero(modes), Vector::Zero(covariance.rows()), Matrix::Zero(covariance.rows(), modes)};
    for (const auto& values : values_by_period) {
        const auto probabilities = mode_probabilities(fit.coefficients, values);
        const Vector hazards = Eigen::Map<const Vector>(probabilities.data(), modes);
        if (!hazards.allFinite()) return {{}, "the values lie too far from all that the fit has seen"};
        advance(state, hazards, slopes_of_hazards(hazards, values));
        outlook.periods.push_back(outlook_of(state, covariance, level));
    }
    return outlook;
}

}  // namespace entente::models
