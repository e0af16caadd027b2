#include "models/cox_sums.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::models {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// Beyond this exp() overflows soon: such coefficients are out of all bounds.
constexpr double kLargest = 500;
// Sums from which most has been taken away again keep its rounding errors: below this share of what they were they are
// made anew from the rows.
constexpr double kWornOut = 1e-4;

std::vector<Index> last_first(const std::vector<double>& times) {
    std::vector<Index> order(times.size());
    std::iota(order.begin(), order.end(), Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
        return times[static_cast<std::size_t>(a)] > times[static_cast<std::size_t>(b)];
    });
    return order;
}

}  // namespace

// The sums of a risk set while time runs backwards: rows come in at their exit and go out at their entry.
class CoxSums::Running {
public:
    Running(const CoxSums& sums, const Vector& coefficients, Moments moments)
        : sums_(sums), moments_(moments), weights_((sums.centred_.transpose() * coefficients).array().exp()) {
        clear();
    }

    void add(Index row, double sign) {
        const double weight = sign * weights_(row);
        const auto values = sums_.centred_.col(row);
        weight_ += weight;
        first_ += weight * values;
        if (moments_ == Moments::Second) second_ += weight * values * values.transpose();
        largest_ = std::max(largest_, weight_);
        at_risk_ += sign > 0 ? 1 : -1;
    }

    // Before the sums are used at a time.
    void renew(double time) {
        if (weight_ >= kWornOut * largest_ && at_risk_ > 0) return;
        const auto& rows = sums_.rows_;
        clear();
        for (Index row = 0; row < weights_.size(); ++row) {
            const auto place = static_cast<std::size_t>(row);
            if (rows.entries[place] < time && rows.exits[place] >= time) add(row, 1);
        }
    }

    [[nodiscard]] RiskSet set(double time, std::vector<Index> events) const {
        RiskSet set{time, std::move(events), weight_, first_, second_, 0, Vector::Zero(first_.size()), Matrix()};
        if (moments_ == Moments::Second) set.event_second = Matrix::Zero(first_.size(), first_.size());
        for (const Index row : set.events) {
            const auto values = sums_.centred_.col(row);
            set.event_weight += weights_(row);
            set.event_first += weights_(row) * values;
            if (moments_ == Moments::Second) set.event_second += weights_(row) * values * values.transpose();
        }
        return set;
    }

private:
    void clear() {
        weight_ = 0;
        largest_ = 0;
        at_risk_ = 0;
        first_ = Vector::Zero(sums_.centred_.rows());
        if (moments_ == Moments::Second) second_ = Matrix::Zero(first_.size(), first_.size());
    }

    const CoxSums& sums_;
    Moments moments_;
    Eigen::ArrayXd weights_;
    double weight_ = 0;
    double largest_ = 0;
    Index at_risk_ = 0;
    Vector first_;
    Matrix second_;
};

CoxSums::CoxSums(const RiskIntervals& rows, const CoxChoices& choices)
    : rows_(rows),
      ties_(choices.ties),
      mode_(choices.mode),
      centred_(static_cast<Index>(rows.columns.size()), static_cast<Index>(rows.size())),
      by_exit_(last_first(rows.exits)),
      by_entry_(last_first(rows.entries)) {
    for (Index j = 0; j < centred_.rows(); ++j) {
        const auto& column = rows.columns[static_cast<std::size_t>(j)];
        centred_.row(j) = Eigen::Map<const Eigen::RowVectorXd>(column.data(), centred_.cols());
    }
    means_ = centred_.rowwise().mean();
    centred_.colwise() -= means_;
    deviations_ = centred_.rowwise().norm() / std::sqrt(static_cast<double>(rows.size()));
    for (Index row = 0; row < centred_.cols(); ++row) events_ += has_event(row) ? 1 : 0;
}

bool CoxSums::has_event(Index row) const noexcept {
    const auto ending = rows_.endings[static_cast<std::size_t>(row)];
    return mode_ ? ending == *mode_ : ending != 0;
}

void CoxSums::each_risk_set(const Vector& coefficients, Moments moments,
                            const std::function<void(const RiskSet& set)>& show) const {
    Running running(*this, coefficients, moments);
    auto entering = by_entry_.begin();
    for (auto leaving = by_exit_.begin(); leaving != by_exit_.end();) {
        const double time = rows_.exits[static_cast<std::size_t>(*leaving)];
        for (; entering != by_entry_.end() && rows_.entries[static_cast<std::size_t>(*entering)] >= time; ++entering) {
            running.add(*entering, -1);
        }
        std::vector<Index> events;
        for (; leaving != by_exit_.end() && rows_.exits[static_cast<std::size_t>(*leaving)] == time; ++leaving) {
            running.add(*leaving, 1);
            if (has_event(*leaving)) events.push_back(*leaving);
        }
        if (events.empty()) continue;
        running.renew(time);
        show(running.set(time, std::move(events)));
    }
}

std::vector<TiedStep> CoxSums::tied_steps(const RiskSet& set, Moments moments) const {
    std::vector<TiedStep> steps;
    for (std::size_t i = 0; i < set.events.size(); ++i) {
        TiedStep step;
        if (ties_ == Ties::Efron) step.gone = static_cast<double>(i) / static_cast<double>(set.events.size());
        step.denominator = set.weight - step.gone * set.event_weight;
        step.mean = (set.first - step.gone * set.event_first) / step.denominator;
        if (moments == Moments::Second) {
            step.covariance =
                (set.second - step.gone * set.event_second) / step.denominator - step.mean * step.mean.transpose();
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

LikelihoodAt CoxSums::likelihood_at(const Vector& coefficients) const {
    const Index count = coefficients.size();
    LikelihoodAt at{0, Vector::Zero(count), Matrix::Zero(count, count)};
    const Vector linear = centred_.transpose() * coefficients;
    if (!(linear.cwiseAbs().maxCoeff() < kLargest)) {
        at.log_likelihood = -std::numeric_limits<double>::infinity();
        return at;
    }
    each_risk_set(coefficients, Moments::Second, [&](const RiskSet& set) {
        for (const Index row : set.events) {
            at.log_likelihood += linear(row);
            at.score += centred_.col(row);
        }
        for (const auto& step : tied_steps(set, Moments::Second)) {
            at.log_likelihood -= std::log(step.denominator);
            at.score -= step.mean;
            at.information += step.covariance;
        }
    });
    return at;
}

Matrix CoxSums::score_residuals(const Vector& coefficients) const {
    Matrix residuals = Matrix::Zero(centred_.cols(), centred_.rows());
    const Vector weights = (centred_.transpose() * coefficients).array().exp();
    // For those at risk without an event: Σ 1/denominator and Σ x̄/denominator from each time to the last.
    std::vector<double> times;
    std::vector<double> hazards;
    std::vector<Vector> means;
    double hazard = 0;
    Vector mean = Vector::Zero(centred_.rows());
    each_risk_set(coefficients, Moments::First, [&](const RiskSet& set) {
        const auto tied = static_cast<double>(set.events.size());
        for (const auto& step : tied_steps(set, Moments::First)) {
            hazard += 1 / step.denominator;
            mean += step.mean / step.denominator;
            for (const Index row : set.events) {
                const Vector off = centred_.col(row) - step.mean;
                residuals.row(row) += (1 / tied + step.gone * weights(row) / step.denominator) * off;
            }
        }
        times.push_back(set.time);
        hazards.push_back(hazard);
        means.push_back(mean);
    });
    // How many of the times, the last first, are later than a given one.
    const auto later_than = [&](double time) {
        return static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), time, std::greater<>()) -
                                        times.begin());
    };
    for (Index row = 0; row < centred_.cols(); ++row) {
        const auto place = static_cast<std::size_t>(row);
        const auto from = later_than(rows_.exits[place]);
        const auto to = later_than(rows_.entries[place]);
        if (to <= from) continue;
        const double part = hazards[to - 1] - (from == 0 ? 0 : hazards[from - 1]);
        const Vector part_mean = from == 0 ? means[to - 1] : Vector(means[to - 1] - means[from - 1]);
        residuals.row(row) -= weights(row) * (part * centred_.col(row) - part_mean);
    }
    return residuals;
}

BaselineHazard CoxSums::baseline(const Vector& coefficients) const {
    BaselineHazard found;
    std::vector<std::vector<TiedStep>> steps;
    each_risk_set(coefficients, Moments::First, [&](const RiskSet& set) {
        found.times.push_back(set.time);
        steps.push_back(tied_steps(set, Moments::First));
    });
    std::reverse(found.times.begin(), found.times.end());
    std::reverse(steps.begin(), steps.end());
    double cumulative = 0;
    double variance = 0;
    Vector mean = Vector::Zero(coefficients.size());
    for (const auto& at_time : steps) {
        for (const auto& step : at_time) {
            cumulative += 1 / step.denominator;
            variance += 1 / (step.denominator * step.denominator);
            mean += step.mean / step.denominator;
        }
        found.cumulative.push_back(cumulative);
        found.variances.push_back(variance);
        found.weighted_means.emplace_back(mean.begin(), mean.end());
    }
    return found;
}

}  // namespace entente::models
