// What the risk sets of Cox's regression add up to. For use inside the module.
#pragma once

#include <functional>
#include <vector>

#include <Eigen/Dense>

#include "models/cox.hpp"
#include "models/newton_steps.hpp"

namespace entente::models {

// At the time of an event: sums over the rows at risk, and over those among them that have the event. r = exp(x'β),
// with x without the columns' means.
struct RiskSet {
    double time = 0;
    std::vector<Eigen::Index> events;  // rows
    double weight = 0;                 // Σ r
    Eigen::VectorXd first;             // Σ r x
    Eigen::MatrixXd second;            // Σ r x x'
    double event_weight = 0;
    Eigen::VectorXd event_first;
    Eigen::MatrixXd event_second;
};

// One of the steps in which the tied leave, `gone` of them already: with Breslow's ties none ever is.
struct TiedStep {
    double denominator = 0;
    double gone = 0;             // share of the tied
    Eigen::VectorXd mean;        // of x over those at risk
    Eigen::MatrixXd covariance;  // of x over those at risk; only where wanted
};

enum class Moments { First, Second };

class CoxSums {
public:
    CoxSums(const RiskIntervals& rows, const CoxChoices& choices);

    // Shows each risk set that has an event, the last first.
    void each_risk_set(const Eigen::VectorXd& coefficients, Moments moments,
                       const std::function<void(const RiskSet& set)>& show) const;

    [[nodiscard]] std::vector<TiedStep> tied_steps(const RiskSet& set, Moments moments) const;

    [[nodiscard]] LikelihoodAt likelihood_at(const Eigen::VectorXd& coefficients) const;

    // Therneau, Grambsch and Fleming (1990): what each row adds to the score, a row for each.
    [[nodiscard]] Eigen::MatrixXd score_residuals(const Eigen::VectorXd& coefficients) const;

    [[nodiscard]] BaselineHazard baseline(const Eigen::VectorXd& coefficients) const;

    [[nodiscard]] const Eigen::MatrixXd& centred() const noexcept { return centred_; }
    [[nodiscard]] const Eigen::VectorXd& means() const noexcept { return means_; }
    [[nodiscard]] const Eigen::VectorXd& deviations() const noexcept { return deviations_; }
    [[nodiscard]] double events() const noexcept { return static_cast<double>(events_); }
    [[nodiscard]] bool has_event(Eigen::Index row) const noexcept;

private:
    class Running;

    const RiskIntervals& rows_;
    Ties ties_;
    std::optional<std::uint8_t> mode_;
    Eigen::MatrixXd centred_;  // a row for each column, so that a row of the history lies together in memory
    Eigen::VectorXd means_;
    Eigen::VectorXd deviations_;
    std::vector<Eigen::Index> by_exit_;   // the last first
    std::vector<Eigen::Index> by_entry_;  // the last first
    std::size_t events_ = 0;
};

}  // namespace entente::models
