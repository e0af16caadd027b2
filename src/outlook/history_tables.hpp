// What histories say taken together: how many ended how, how long they last, and how often they end at what age.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/log_log_interval.hpp"
#include "models/risk_intervals.hpp"
#include "outlook/event_rate.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

// A member that loses its independence ends the alliance; the files' authors take it as lost sight of.
enum class IndependenceLoss { Ends, LostSightOf };

// After so many years.
struct HistoryPoint {
    double years = 0;
    double at_risk = 0;   // just before
    double survival = 1;  // share still in force
    std::optional<models::ProbabilityInterval> interval;
    std::array<double, kEndings>
        ended{};  // share by way of ending, from Ending::Violation; with survival they add up to 1
    std::array<std::optional<models::ProbabilityInterval>, kEndings> ended_intervals;
};

struct HistoryCurve {
    std::size_t units = 0;
    std::size_t alliances = 0;
    double years = 0;                               // at risk, together
    double longest = 0;                             // age of the oldest, in years
    std::array<std::size_t, kEndings + 1> count{};  // of units by ending
    std::optional<double> median;                   // years; none where half are still in force
    std::optional<double> median_low;
    std::optional<double> median_high;
    std::vector<HistoryPoint> points;  // at the years asked for, as far as anybody is at risk
    std::vector<HistoryPoint> steps;   // wherever somebody ended: for drawing; without intervals
    std::string why_not;               // set if there is no curve
};

// Survival by Kaplan and Meier, the ways of ending by Aalen and Johansen. The intervals of both, and of the median, are
// log-log with variances clustered by alliance, since the members of one end together. `rows` have Ending as the number
// of the mode, and their times in units of which a year has `per_year`.
[[nodiscard]] HistoryCurve history_curve(const models::RiskIntervals& rows, double per_year,
                                         const std::vector<double>& years, IndependenceLoss loss, double level = 0.95);

// Of the histories that reach an age, from that age on.
struct AgeRate {
    int from_age = 0;
    std::size_t at_risk = 0;
    std::size_t ended = 0;
    std::size_t violated = 0;
    double years = 0;
    std::optional<EventRate> any_end;  // a year; none without a year at risk
    std::optional<EventRate> violation;
};

[[nodiscard]] std::vector<AgeRate> age_rates(const models::RiskIntervals& rows, double per_year,
                                             const std::vector<int>& ages, IndependenceLoss loss, double level = 0.95);

}  // namespace entente::outlook
