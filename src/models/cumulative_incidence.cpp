#include "models/cumulative_incidence.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>

#include "core/error.hpp"

namespace entente::models {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// Numbers by cluster (rows) at one time: how many of it are at risk, how many end in each mode.
struct Moment {
    Vector at_risk;
    Matrix ended;
};

class Moments {
public:
    Moments(const RiskIntervals& rows, std::size_t modes)
        : rows_(rows), clusters_(places_of_clusters(rows)), modes_(static_cast<Eigen::Index>(modes)) {
        count_ = static_cast<Eigen::Index>(*std::max_element(clusters_.begin(), clusters_.end())) + 1;
    }

    [[nodiscard]] Eigen::Index clusters() const noexcept { return count_; }

    [[nodiscard]] Moment at(double time) const {
        Moment moment{Vector::Zero(count_), Matrix::Zero(count_, modes_)};
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (rows_.entries[row] >= time || rows_.exits[row] < time) continue;
            const auto cluster = static_cast<Eigen::Index>(clusters_[row]);
            moment.at_risk(cluster) += 1;
            if (rows_.endings[row] == 0 || rows_.exits[row] > time) continue;
            moment.ended(cluster, rows_.endings[row] - 1) += 1;
        }
        return moment;
    }

private:
    const RiskIntervals& rows_;
    std::vector<std::size_t> clusters_;
    Eigen::Index modes_ = 0;
    Eigen::Index count_ = 0;
};

}  // namespace

CumulativeIncidence cumulative_incidence(const RiskIntervals& rows, std::size_t modes, double level) {
    CumulativeIncidence found;
    found.ended.assign(modes, 0);
    found.why_not = why_no_model(rows);
    if (!found.why_not.empty()) return found;
    ensure(*std::max_element(rows.endings.begin(), rows.endings.end()) <= modes, "every ending is one of the modes");
    const Moments moments(rows, modes);
    const auto times = ending_times(rows);
    const double last_exit = *std::max_element(rows.exits.begin(), rows.exits.end());
    const auto count = static_cast<Eigen::Index>(modes);
    double survival = 1;
    Vector shares = Vector::Zero(count);
    // What a little more weight of a cluster would change in each.
    Vector survival_moves = Vector::Zero(moments.clusters());
    Matrix share_moves = Matrix::Zero(moments.clusters(), count);
    for (const double time : times) {
        const auto moment = moments.at(time);
        const double at_risk = moment.at_risk.sum();
        const Vector hazards = moment.ended.colwise().sum().transpose() / at_risk;
        const double hazard = moment.ended.sum() / at_risk;  // exactly 1 where all end
        const Matrix hazard_moves = (moment.ended - moment.at_risk * hazards.transpose()) / at_risk;
        share_moves += survival_moves * hazards.transpose() + survival * hazard_moves;
        survival_moves = (1 - hazard) * survival_moves - survival * hazard_moves.rowwise().sum();
        shares += survival * hazards;
        survival *= 1 - hazard;
        IncidenceStep step;
        step.time = time;
        step.at_risk = at_risk;
        step.survival = survival;
        step.survival_variance = survival_moves.squaredNorm();
        for (Eigen::Index k = 0; k < count; ++k) {
            const double ended = moment.ended.col(k).sum();
            const double variance = share_moves.col(k).squaredNorm();
            step.ended.push_back(ended);
            step.incidences.push_back({shares(k), variance, log_log_interval(shares(k), variance, level)});
            found.ended[static_cast<std::size_t>(k)] += ended;
        }
        if (!found.emptied && survival <= 0 && time < last_exit) found.emptied = time;
        found.steps.push_back(std::move(step));
    }
    return found;
}

}  // namespace entente::models
