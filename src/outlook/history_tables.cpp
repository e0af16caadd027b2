#include "outlook/history_tables.hpp"

#include <algorithm>
#include <set>

#include "models/cumulative_incidence.hpp"
#include "models/survival_curve.hpp"

namespace entente::outlook {
namespace {

models::RiskIntervals counted_as(models::RiskIntervals rows, IndependenceLoss loss) {
    if (loss == IndependenceLoss::Ends) return rows;
    for (auto& ending : rows.endings) {
        if (ending == static_cast<std::uint8_t>(Ending::IndependenceLost)) ending = 0;
    }
    return rows;
}

// Sums over the rows: who is there, how long, and how they ended. A unit goes on unless its last row says otherwise.
void count_units(const models::RiskIntervals& rows, double per_year, HistoryCurve& curve) {
    std::set<std::uint32_t> units;
    std::set<std::uint32_t> clusters;
    std::size_t ended = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        units.insert(rows.units[row]);
        clusters.insert(rows.clusters.empty() ? rows.units[row] : rows.clusters[row]);
        curve.years += (rows.exits[row] - rows.entries[row]) / per_year;
        curve.longest = std::max(curve.longest, rows.exits[row] / per_year);
        if (rows.endings[row] == 0) continue;
        ++curve.count[rows.endings[row]];
        ++ended;
    }
    curve.units = units.size();
    curve.alliances = clusters.size();
    curve.count[0] = curve.units - ended;
}

std::optional<double> in_years(std::optional<double> time, double per_year) {
    if (!time) return std::nullopt;
    return *time / per_year;
}

// The last step that is not after the time; null before the first.
const models::IncidenceStep* step_at(const models::CumulativeIncidence& incidence, double time) {
    const auto after = std::upper_bound(incidence.steps.begin(), incidence.steps.end(), time,
                                        [](double t, const models::IncidenceStep& step) { return t < step.time; });
    return after == incidence.steps.begin() ? nullptr : &*std::prev(after);
}

void take_shares(const models::IncidenceStep& step, double level, HistoryPoint& point) {
    point.survival = step.survival;
    point.interval = models::log_log_interval(step.survival, step.survival_variance, level);
    for (std::size_t mode = 0; mode < kEndings; ++mode) {
        point.ended[mode] = step.incidences[mode].share;
        point.ended_intervals[mode] = step.incidences[mode].interval;
    }
}

// Where the borders of the curve's interval cross one half.
void take_median_interval(const models::CumulativeIncidence& incidence, double per_year, double level,
                          HistoryCurve& curve) {
    constexpr double kHalf = 0.5;
    for (const auto& step : incidence.steps) {
        const auto interval = models::log_log_interval(step.survival, step.survival_variance, level);
        const double low = interval ? interval->low : step.survival;
        const double high = interval ? interval->high : step.survival;
        if (!curve.median_low && low <= kHalf) curve.median_low = step.time / per_year;
        if (!curve.median_high && high <= kHalf) curve.median_high = step.time / per_year;
    }
}

}  // namespace

HistoryCurve history_curve(const models::RiskIntervals& rows, double per_year, const std::vector<double>& years,
                           IndependenceLoss loss, double level) {
    const auto counted = counted_as(rows, loss);
    HistoryCurve curve;
    count_units(counted, per_year, curve);
    const auto survival = models::survival_curve(counted, level);
    const auto incidence = models::cumulative_incidence(counted, kEndings, level);
    curve.why_not = survival.why_not.empty() ? incidence.why_not : survival.why_not;
    if (!curve.why_not.empty()) return curve;
    curve.median = in_years(survival.median, per_year);
    take_median_interval(incidence, per_year, level, curve);
    std::vector<double> times;
    for (const double year : years) times.push_back(year * per_year);
    const auto at_risk = models::numbers_at_risk(counted, times);
    for (std::size_t place = 0; place < years.size(); ++place) {
        if (!(at_risk[place] > 0)) break;
        HistoryPoint point;
        point.years = years[place];
        point.at_risk = at_risk[place];
        if (const auto* step = step_at(incidence, times[place])) take_shares(*step, level, point);
        curve.points.push_back(point);
    }
    for (const auto& step : incidence.steps) {
        HistoryPoint point;
        point.years = step.time / per_year;
        point.at_risk = step.at_risk;
        point.survival = step.survival;
        for (std::size_t mode = 0; mode < kEndings; ++mode) point.ended[mode] = step.incidences[mode].share;
        curve.steps.push_back(point);
    }
    return curve;
}

std::vector<AgeRate> age_rates(const models::RiskIntervals& rows, double per_year, const std::vector<int>& ages,
                               IndependenceLoss loss, double level) {
    const auto counted = counted_as(rows, loss);
    std::vector<AgeRate> rates;
    for (const int age : ages) {
        AgeRate rate;
        rate.from_age = age;
        const double from = age * per_year;
        std::set<std::uint32_t> reached;
        for (std::size_t row = 0; row < counted.size(); ++row) {
            if (counted.exits[row] < from) continue;
            reached.insert(counted.units[row]);
            rate.years += (counted.exits[row] - std::max(counted.entries[row], from)) / per_year;
            if (counted.endings[row] == 0) continue;
            ++rate.ended;
            if (counted.endings[row] == static_cast<std::uint8_t>(Ending::Violation)) ++rate.violated;
        }
        rate.at_risk = reached.size();
        if (rate.years > 0) {
            rate.any_end = event_rate(static_cast<double>(rate.ended), rate.years, level);
            rate.violation = event_rate(static_cast<double>(rate.violated), rate.years, level);
        }
        rates.push_back(rate);
    }
    return rates;
}

}  // namespace entente::outlook
