// Did the figures of a case change when a period began? Each series is tested at dates that the case names in advance,
// and searched for a date that would fit better. It stands beside the coded continuity and decides nothing there.
//
// A point stands at the middle of its date; it belongs to a period, or to the far side of a definition break, if that
// middle does. No test looks across a definition break: the stretches between them are series of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evidence/case.hpp"
#include "models/interrupted_series.hpp"
#include "models/structural_change.hpp"

namespace entente::workbench {

// Chosen by the number of points alone, never by what the points say.
constexpr std::size_t kLeastEachSide = 3;       // points before and after, for a change of level
constexpr std::size_t kLeastEachSideTrend = 8;  // for trends before and after
constexpr std::size_t kLeastForSearch = 10;     // points of a stretch, to search it for unnamed dates
constexpr std::size_t kLeastCounts = 6;         // for the posterior of a count's change
constexpr int kSearchDraws = 9999;
constexpr double kSearchLevel = 0.05;  // of sup-F, below which the dates that the BIC chose count

// A p value and what it becomes among all tests of the run.
struct Tested {
    double statistic = 0;
    double p = 1;
    double standard_error = 0;  // of p, where it was simulated
    double adjusted = 1;
};

// What the search says about the date that was named in advance.
enum class NamedDate {
    NotSearched,  // the stretch is too short for a search
    NoBreak,      // the search finds no date at all
    Same,         // the date is one that was found
    Near,         // it lies within the interval of one that was found
    Other,        // dates were found, and this is none of them
};

struct PeriodTest {
    std::string period;
    Day begin{};
    std::size_t before = 0;  // points of the stretch before the begin …
    std::size_t after = 0;   // … and from it to the period's end
    std::string why_not;     // set if nothing was tested
    models::Shape shape = models::Shape::Level;
    models::InterruptedSeries change;
    Tested chow;
    double p = 1;  // the larger of the two tests': a change counts only if both see it
    double adjusted = 1;
    NamedDate date = NamedDate::NotSearched;
    std::optional<double> detectable;  // the smallest change that would be seen in four of five such series
    std::string why_not_detectable;
};

struct FoundBreak {
    Date last_before;
    Date first_after;
    std::optional<Date> low;  // last point before the break, at the ends of the interval; nothing beyond the stretch
    std::optional<Date> high;
    bool has_interval = false;
    double level_before = 0;
    double level_after = 0;
};

// One stretch between definition breaks, searched for dates that nobody named.
struct Search {
    Date first;
    Date last;
    std::size_t points = 0;
    std::string why_not;  // set if it was not searched
    Tested largest;       // sup-F
    Tested average;
    Tested exponential;
    Tested cusum;
    std::vector<FoundBreak> breaks;  // by the BIC …
    bool borne_out = false;          // … which finds dates in many short series without any, so sup-F has to agree
    double bic = 0;                  // of the partition with these breaks
    double bic_without = 0;          // of one level
    double bic_of_line = 0;          // of one straight line: if it is the smallest, the breaks are steps on a slope
};

// The exact posterior of one change of a count's rate.
struct CountChange {
    std::string why_not;
    Date most_likely;  // the last point before the change, as the next two
    Date low;
    Date high;
    double rate_before = 0;
    double rate_after = 0;
    double log_bayes_factor = 0;  // above 0: for a change
};

struct SeriesTests {
    const evidence::Series* series = nullptr;
    std::size_t points = 0;
    std::size_t missing = 0;
    std::size_t after_cutoff = 0;  // points that begin after the case's cut-off; left out
    std::string why_not;           // set if this is no series in time at all
    std::vector<PeriodTest> periods;
    std::vector<Search> searches;     // one for each stretch
    std::vector<CountChange> counts;  // one for each stretch of a series of counts; else empty
};

struct SeriesTestsResult {
    std::vector<SeriesTests> series;
    std::size_t tests = 0;  // p values that were adjusted together
    std::uint64_t seed = 0;
};

// At the begin of each of `periods`, for each series of the case. Points into the case.
[[nodiscard]] SeriesTestsResult test_series(const evidence::Case& which, const std::vector<std::string>& periods,
                                            std::uint64_t seed);

// Numbers of events, which the Poisson distribution may describe: meetings, visits, exercises …; not people or money.
[[nodiscard]] bool is_count_unit(std::string_view unit);

}  // namespace entente::workbench
