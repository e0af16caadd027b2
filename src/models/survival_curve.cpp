#include "models/survival_curve.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace entente::models {
namespace {

constexpr double kHalf = 0.5;
// A product of shares that is one half by arithmetic may miss it by a rounding error.
constexpr double kRounding = 1e-9;

// Where a falling border first reaches one half; where it runs along it, the middle of that stretch.
std::optional<double> crossing(const std::vector<SurvivalStep>& steps,
                               const std::function<std::optional<double>(const SurvivalStep&)>& border) {
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        const auto value = border(*step);
        if (!value || *value >= kHalf + kRounding) continue;
        if (*value <= kHalf - kRounding) return step->time;
        const auto lower = std::find_if(step, steps.end(), [&](const SurvivalStep& later) {
            const auto next = border(later);
            return next && *next < *value - kRounding;
        });
        return lower == steps.end() ? step->time : (step->time + lower->time) / 2;
    }
    return std::nullopt;
}

void find_median(SurvivalCurve& curve) {
    using Border = std::optional<double>;
    curve.median = crossing(curve.steps, [](const SurvivalStep& step) -> Border { return step.survival; });
    curve.median_low = crossing(curve.steps, [](const SurvivalStep& step) -> Border {
        return step.interval ? Border(step.interval->low) : std::nullopt;
    });
    curve.median_high = crossing(curve.steps, [](const SurvivalStep& step) -> Border {
        return step.interval ? Border(step.interval->high) : std::nullopt;
    });
}

}  // namespace

SurvivalCurve survival_curve(const RiskIntervals& rows, double level) {
    SurvivalCurve curve;
    curve.why_not = why_no_model(rows);
    if (!curve.why_not.empty()) return curve;
    curve.units = static_cast<double>(std::set(rows.units.begin(), rows.units.end()).size());
    const auto times = ending_times(rows);
    const auto at_risk = numbers_at_risk(rows, times);
    std::vector<double> ended(times.size(), 0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.endings[row] == 0) continue;
        const auto place = std::lower_bound(times.begin(), times.end(), rows.exits[row]) - times.begin();
        ended[static_cast<std::size_t>(place)] += 1;
    }
    const double last_exit = *std::max_element(rows.exits.begin(), rows.exits.end());
    double survival = 1;
    double greenwood = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        SurvivalStep step;
        step.time = times[i];
        step.at_risk = at_risk[i];
        step.ended = ended[i];
        survival *= 1 - ended[i] / at_risk[i];
        step.survival = survival;
        if (survival > 0) {
            greenwood += ended[i] / (at_risk[i] * (at_risk[i] - ended[i]));
            step.variance = survival * survival * greenwood;
            step.interval = log_log_interval(survival, *step.variance, level);
        } else if (!curve.emptied && times[i] < last_exit) {
            curve.emptied = times[i];
        }
        curve.ended += ended[i];
        curve.steps.push_back(step);
    }
    find_median(curve);
    return curve;
}

const SurvivalStep* step_at(const SurvivalCurve& curve, double time) noexcept {
    const auto after = std::upper_bound(curve.steps.begin(), curve.steps.end(), time,
                                        [](double at, const SurvivalStep& step) { return at < step.time; });
    return after == curve.steps.begin() ? nullptr : &*(after - 1);
}

}  // namespace entente::models
