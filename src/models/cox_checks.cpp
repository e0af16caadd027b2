#include "models/cox_checks.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>

#include <Eigen/Dense>
#include <boost/math/distributions/chi_squared.hpp>

#include "core/error.hpp"
#include "models/cox_sums.hpp"
#include "models/newton_steps.hpp"
#include "models/survival_curve.hpp"

namespace entente::models {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

// What each time with events adds to the score of the slopes and to the information.
struct TimeOfEvents {
    double time = 0;
    double events = 0;
    Vector surprise;     // Σ (x − x̄): Schoenfeld's residuals
    Matrix information;  // Σ of the covariances of x at risk
};

std::vector<TimeOfEvents> times_of_events(const RiskIntervals& rows, const Cox& fit, const CoxChoices& choices) {
    const CoxSums sums(rows, choices);
    const Vector coefficients =
        Eigen::Map<const Vector>(fit.coefficients.data(), static_cast<Index>(fit.coefficients.size()));
    std::vector<TimeOfEvents> times;
    sums.each_risk_set(coefficients, Moments::Second, [&](const RiskSet& set) {
        TimeOfEvents time{set.time, static_cast<double>(set.events.size()), Vector::Zero(coefficients.size()),
                          Matrix::Zero(coefficients.size(), coefficients.size())};
        for (const Index row : set.events) time.surprise += sums.centred().col(row);
        for (const auto& step : sums.tied_steps(set, Moments::Second)) {
            time.surprise -= step.mean;
            time.information += step.covariance;
        }
        times.push_back(std::move(time));
    });
    return times;
}

// g(t) for each of the times, less its mean over the events.
Vector on_scale(const RiskIntervals& rows, const CoxChoices& choices, const std::vector<TimeOfEvents>& times,
                TimeScale scale) {
    Vector found(static_cast<Index>(times.size()));
    SurvivalCurve curve;
    if (scale == TimeScale::Survived) {
        auto of_mode = rows;
        for (auto& ending : of_mode.endings) {
            if (choices.mode && ending != *choices.mode) ending = 0;
        }
        curve = survival_curve(of_mode);
    }
    double sum = 0;
    double events = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        double value = times[i].time;
        if (scale == TimeScale::Survived) {
            const auto at = std::lower_bound(curve.steps.begin(), curve.steps.end(), times[i].time,
                                             [](const SurvivalStep& step, double time) { return step.time < time; });
            value = at == curve.steps.begin() ? 0 : 1 - (at - 1)->survival;
        }
        found(static_cast<Index>(i)) = value;
        sum += times[i].events * value;
        events += times[i].events;
    }
    return found.array() - sum / events;
}

// Of the slopes of the given columns, added to all coefficients, whose own score is 0.
std::optional<ProportionalityTest> test_of(const std::vector<TimeOfEvents>& times, const Vector& scale,
                                           const std::vector<Index>& slopes) {
    const Index count = times.front().surprise.size();
    const auto size = count + static_cast<Index>(slopes.size());
    Vector score = Vector::Zero(size);
    Matrix information = Matrix::Zero(size, size);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double g = scale(static_cast<Index>(i));
        const auto& time = times[i];
        information.topLeftCorner(count, count) += time.information;
        for (Index a = 0; a < std::ssize(slopes); ++a) {
            const auto slope = slopes[static_cast<std::size_t>(a)];
            score(count + a) += g * time.surprise(slope);
            information.col(count + a).head(count) += g * time.information.col(slope);
            for (Index b = 0; b < std::ssize(slopes); ++b) {
                information(count + a, count + b) +=
                    g * g * time.information(slope, slopes[static_cast<std::size_t>(b)]);
            }
        }
    }
    information.bottomLeftCorner(size - count, count) = information.topRightCorner(count, size - count).transpose();
    const auto inverse = inverse_of_information(information);
    if (!inverse) return std::nullopt;
    ProportionalityTest test;
    test.chi_square = score.dot(*inverse * score);
    test.freedom = static_cast<int>(slopes.size());
    test.p = cdf(complement(boost::math::chi_squared(test.freedom), test.chi_square));
    return test;
}

}  // namespace

std::optional<double> concordance(const RiskIntervals& rows, std::span<const double> scores,
                                  std::optional<std::uint8_t> mode) {
    ensure(scores.size() == rows.size(), "one score for each row");
    const auto has_event = [&](std::size_t row) { return mode ? rows.endings[row] == *mode : rows.endings[row] != 0; };
    double won = 0;
    double pairs = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!has_event(row)) continue;
        const double time = rows.exits[row];
        for (std::size_t other = 0; other < rows.size(); ++other) {
            if (rows.entries[other] >= time || rows.exits[other] < time) continue;
            if (rows.exits[other] == time && has_event(other)) continue;
            pairs += 1;
            if (scores[row] > scores[other]) won += 1;
            if (scores[row] == scores[other]) won += 0.5;
        }
    }
    if (pairs <= 0) return std::nullopt;
    return won / pairs;
}

ProportionalityTests proportionality_tests(const RiskIntervals& rows, const Cox& fit, const CoxChoices& choices,
                                           TimeScale scale) {
    ProportionalityTests tests;
    if (fit.end != FitEnd::Converged) {
        tests.why_not = "there is no fit: " + fit.why_not;
    } else if (choices.fit.ridge > 0) {
        tests.why_not = "the test is of a fit without a penalty";
    } else if (fit.coefficients.empty()) {
        tests.why_not = "there is no coefficient that could change";
    }
    if (!tests.why_not.empty()) return tests;
    const auto times = times_of_events(rows, fit, choices);
    const auto at = on_scale(rows, choices, times, scale);
    std::vector<Index> all(fit.coefficients.size());
    std::iota(all.begin(), all.end(), Index{0});
    const auto together = test_of(times, at, all);
    for (const Index column : all) {
        const auto alone = test_of(times, at, {column});
        if (!alone || !together) {
            tests = {};
            tests.why_not = "too few endings at different times";
            return tests;
        }
        tests.columns.push_back(*alone);
    }
    tests.all = *together;
    return tests;
}

}  // namespace entente::models
