#include "assessment/indicators.hpp"

#include <algorithm>
#include <cmath>

namespace entente::assessment {
namespace {

using evidence::Direction;

// Days that the point and the period have in common.
long shared_days(const Date& date, const evidence::Period& period) {
    const auto first = std::max(date.first, period.begin);
    const auto last = std::min(date.last, period.end);
    return last < first ? 0 : (last - first).count() + 1;
}

bool belongs(const Date& date, const evidence::Period& period, const evidence::Period& other) {
    const auto days = (date.last - date.first).count() + 1;
    return 2 * shared_days(date, period) > days && shared_days(date, period) > shared_days(date, other);
}

// The stretch of a series between two definition breaks, counted from its beginning.
long stretch_of(const evidence::Series& series, Day day) {
    return std::count_if(series.breaks.begin(), series.breaks.end(),
                         [day](const auto& one) { return one.at.first <= day; });
}

std::optional<PeriodMean> mean_in(const evidence::Series& series, const evidence::Period& period,
                                  const evidence::Period& other, Day cutoff, long stretch) {
    PeriodMean mean;
    Day latest{};
    for (const auto& point : series.points) {
        if (!point.value || point.date.last > cutoff || !belongs(point.date, period, other)) continue;
        if (stretch_of(series, point.date.first) != stretch) continue;
        mean.mean += *point.value;
        if (mean.points == 0 || point.date.last >= latest) {
            latest = point.date.last;
            mean.last = *point.value;
        }
        ++mean.points;
    }
    if (mean.points == 0) return std::nullopt;
    mean.mean /= mean.points;
    return mean;
}

std::optional<double> change_between(const PeriodMean& baseline, const PeriodMean& focal,
                                     evidence::ChangeOf change_of) {
    if (change_of == evidence::ChangeOf::Difference) return focal.mean - baseline.mean;
    if (baseline.mean <= 0) return std::nullopt;
    return focal.mean / baseline.mean - 1;
}

// −1 weakened, 0 unchanged, 1 strengthened; nothing where the evidence says none of these.
std::optional<int> coded_move(const Outcome& outcome, const std::string& factor) {
    const auto found = std::find_if(outcome.factors.begin(), outcome.factors.end(),
                                    [&](const FactorResult& one) { return one.id == factor; });
    if (found == outcome.factors.end()) return std::nullopt;
    switch (found->finding) {
        case Finding::Weakened:
        case Finding::LeaningWeakened:
            return -1;
        case Finding::Strengthened:
        case Finding::LeaningStrengthened:
            return 1;
        case Finding::Unchanged:
            return 0;
        default:
            return std::nullopt;
    }
}

IndicatorMatch match_of(IndicatorReading reading, std::optional<int> coded) {
    if (reading == IndicatorReading::NotMeasured || !coded) return IndicatorMatch::NoCompare;
    const int measured = reading == IndicatorReading::TowardCollapse    ? -1
                         : reading == IndicatorReading::TowardEndurance ? 1
                                                                        : 0;
    if (measured == *coded) return IndicatorMatch::Agrees;
    return measured == -*coded ? IndicatorMatch::Opposes : IndicatorMatch::OneMoved;
}

bool published_after(const evidence::Series& series, const evidence::CaseIndex& index, Day cutoff) {
    return std::all_of(series.sources.begin(), series.sources.end(), [&](const evidence::Citation& citation) {
        const auto* source = index.source(citation.key);
        return source != nullptr && source->published && source->published->first > cutoff;
    });
}

IndicatorResult read_one(const evidence::Series& series, const evidence::Indicator& indicator,
                         const evidence::Period& baseline, const evidence::Period& focal, Day cutoff,
                         const Outcome& outcome) {
    IndicatorResult result;
    result.series = series.id;
    result.indicator = indicator.id;
    result.factor = indicator.factor;
    const long stretch = stretch_of(series, focal.begin);
    result.baseline = mean_in(series, baseline, focal, cutoff, stretch);
    result.focal = mean_in(series, focal, baseline, cutoff, stretch);
    if (!result.baseline || !result.focal) {
        result.why_not = !result.focal ? "no point in the focal period" : "no point in the baseline";
        return result;
    }
    result.change = change_between(*result.baseline, *result.focal, indicator.change_of);
    if (!result.change) {
        result.why_not = "a ratio needs a baseline above zero";
        return result;
    }
    result.reading = reading_of(*result.change, indicator);
    result.match = match_of(result.reading, coded_move(outcome, indicator.factor));
    return result;
}

}  // namespace

IndicatorReading reading_of(double change, const evidence::Indicator& indicator) {
    if (std::abs(change) < indicator.least || change == 0) return IndicatorReading::Steady;
    const bool endures = (change > 0) == (indicator.rise == Direction::Endurance);
    return endures ? IndicatorReading::TowardEndurance : IndicatorReading::TowardCollapse;
}

std::vector<IndicatorResult> read_indicators(const evidence::Case& which, const evidence::Theory& theory,
                                             const evidence::Period& baseline, const evidence::Period& focal,
                                             const Outcome& outcome) {
    std::vector<IndicatorResult> results;
    const evidence::CaseIndex index(which);
    for (const auto& indicator : theory.indicators) {
        for (const auto& series : which.series) {
            if (series.indicator != theory.id + '/' + indicator.id) continue;
            results.push_back(read_one(series, indicator, baseline, focal, which.cutoff, outcome));
            results.back().hindsight = published_after(series, index, which.cutoff);
        }
    }
    return results;
}

}  // namespace entente::assessment
