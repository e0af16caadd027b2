// What the numbers say beside the coded evidence: each series of the case that measures an indicator of the theory, in
// the baseline and in the focal period. A cross-check: no finding and no verdict is made from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.hpp"
#include "core/named_enum.hpp"
#include "evidence/case.hpp"
#include "evidence/theory.hpp"

namespace entente::assessment {

enum class IndicatorReading {
    TowardCollapse,
    Steady,  // the change is smaller than the theory counts
    TowardEndurance,
    NotMeasured,  // no point in one of the periods
};

// What the coded evidence and the number say together about a factor.
enum class IndicatorMatch {
    Agrees,     // both moved the same way, or neither moved
    Opposes,    // they moved opposite ways
    OneMoved,   // the one moved and the other did not
    NoCompare,  // the number is not measured, or the factor not assessed or contested
};

struct PeriodMean {
    double mean = 0;
    int points = 0;
    double last = 0;  // the latest of them
};

struct IndicatorResult {
    std::string series;
    std::string indicator;
    std::string factor;
    std::optional<PeriodMean> baseline;
    std::optional<PeriodMean> focal;
    std::optional<double> change;  // as the indicator measures it; nothing where a ratio has no base
    IndicatorReading reading = IndicatorReading::NotMeasured;
    IndicatorMatch match = IndicatorMatch::NoCompare;
    std::string why_not;     // set if not measured
    bool hindsight = false;  // every source of the series appeared after the cut-off
};

// Where a change of so much pushes, by the theory.
[[nodiscard]] IndicatorReading reading_of(double change, const evidence::Indicator& indicator);

// In the order of the theory's indicators, then of the case's series. A point belongs to the period that holds most
// of its days. Only points of the meaning that the series has at the begin of the focal period count: none beyond a
// declared definition break. Points after the cut-off are left out; a series that was published later is used and
// marked, since data sets are revised for years.
[[nodiscard]] std::vector<IndicatorResult> read_indicators(const evidence::Case& which, const evidence::Theory& theory,
                                                           const evidence::Period& baseline,
                                                           const evidence::Period& focal, const Outcome& outcome);

}  // namespace entente::assessment

template <>
struct entente::NamesOf<entente::assessment::IndicatorReading> {
    static constexpr std::array<std::string_view, 4> names{"toward-collapse", "steady", "toward-endurance",
                                                           "not-measured"};
};
template <>
struct entente::NamesOf<entente::assessment::IndicatorMatch> {
    static constexpr std::array<std::string_view, 4> names{"agrees", "opposes", "one-moved", "no-compare"};
};
