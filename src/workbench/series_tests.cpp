#include "workbench/series_tests.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "models/bai_perron.hpp"
#include "models/chow_test.hpp"
#include "models/cusum.hpp"
#include "models/detectable_change.hpp"
#include "models/false_discovery.hpp"
#include "models/least_squares.hpp"
#include "models/poisson_change_point.hpp"

namespace entente::workbench {
namespace {

using evidence::Series;
using evidence::SeriesPoint;
using models::Shape;
using models::TimeSeries;

// Years since 1970.
double years_of(Day day) {
    return static_cast<double>(day.time_since_epoch().count()) / 365.2425;
}

double middle_of(const Date& date) {
    return (years_of(date.first) + years_of(date.last + std::chrono::days{1})) / 2;
}

// The observed points of a series between two definition breaks, in order of time.
struct Stretch {
    std::vector<const SeriesPoint*> points;
    TimeSeries series;
    const evidence::SeriesBreak* begins_with = nullptr;  // null: with the series itself
    const evidence::SeriesBreak* ends_with = nullptr;
};

class Stretches {
public:
    Stretches(const Series& series, Day cutoff, SeriesTests& tests) {
        all_.resize(series.breaks.size() + 1);
        for (std::size_t i = 0; i < series.breaks.size(); ++i) {
            all_[i].ends_with = &series.breaks[i];
            all_[i + 1].begins_with = &series.breaks[i];
        }
        std::vector<const SeriesPoint*> observed;
        for (const auto& point : series.points) {
            tests.missing += point.value ? 0 : 1;
            if (!point.value) continue;
            if (point.date.first > cutoff) {
                ++tests.after_cutoff;
            } else {
                observed.push_back(&point);
            }
        }
        tests.points = observed.size();
        std::stable_sort(observed.begin(), observed.end(), [](const SeriesPoint* a, const SeriesPoint* b) {
            return middle_of(a->date) < middle_of(b->date);
        });
        for (const auto* point : observed) {
            Stretch& stretch = all_[number_of(series, middle_of(point->date))];
            stretch.points.push_back(point);
            stretch.series.push_back({middle_of(point->date), *point->value});
        }
    }

    [[nodiscard]] const std::vector<Stretch>& all() const { return all_; }
    [[nodiscard]] const Stretch& at(const Series& series, Day day) const {
        return all_[number_of(series, years_of(day))];
    }

private:
    static std::size_t number_of(const Series& series, double time) {
        return static_cast<std::size_t>(
            std::count_if(series.breaks.begin(), series.breaks.end(),
                          [&](const evidence::SeriesBreak& each) { return years_of(each.at.first) <= time; }));
    }

    std::vector<Stretch> all_;
};

// Points of one date are of different things: allies, polls, definitions.
std::string why_no_series(const Stretches& stretches) {
    for (const auto& stretch : stretches.all()) {
        for (std::size_t i = 1; i < stretch.series.size(); ++i) {
            if (stretch.series[i].time > stretch.series[i - 1].time) continue;
            return "not a series in time: several points of " + to_text(stretch.points[i]->date);
        }
    }
    return {};
}

std::string too_short(const PeriodTest& test, const Stretch& stretch) {
    std::string reason = fmt::format("too short: {} before / {} after", test.before, test.after);
    const auto* nearest = test.before < kLeastEachSide ? stretch.begins_with : nullptr;
    if (nearest == nullptr && test.after < kLeastEachSide) nearest = stretch.ends_with;
    if (nearest != nullptr)
        reason += fmt::format(" within one definition ({}: {})", to_text(nearest->at), nearest->what);
    return reason;
}

// What the two levels leave, where no test was made: the noise that a change would have to rise above.
models::DetectableChangeQuestion from_two_levels(const TimeSeries& series, const PeriodTest& test) {
    models::DetectableChangeQuestion question;
    question.before = test.before;
    question.after = test.after;
    double mean_before = 0;
    double mean_after = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (i < test.before) {
            mean_before += series[i].value / static_cast<double>(test.before);
        } else {
            mean_after += series[i].value / static_cast<double>(test.after);
        }
    }
    std::vector<double> residuals;
    double squares = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        residuals.push_back(series[i].value - (i < test.before ? mean_before : mean_after));
        squares += residuals.back() * residuals.back();
    }
    question.residual_deviation = std::sqrt(squares / std::max(static_cast<double>(series.size()) - 2, 1.0));
    question.autocorrelation = models::neighbour_correlation(residuals);
    return question;
}

// A negative correlation of so few residuals is mostly chance; it would promise more than the points can show.
void add_detectable(PeriodTest& test, models::DetectableChangeQuestion question) {
    question.autocorrelation = std::max(question.autocorrelation, 0.0);
    const auto detectable = models::detectable_change(question);
    test.detectable = detectable.change;
    test.why_not_detectable = detectable.why_not;
}

// A search's answer about a date: where it falls among the points of the stretch.
NamedDate compare(const Search& search, const models::BaiPerron& found, std::size_t before) {
    if (!search.why_not.empty()) return NamedDate::NotSearched;
    if (found.best == 0 || !search.borne_out) return NamedDate::NoBreak;
    const auto& breaks = found.partitions[found.best].breaks;
    if (std::find(breaks.begin(), breaks.end(), before) != breaks.end()) return NamedDate::Same;
    const auto place = static_cast<long>(before);
    const bool near = std::any_of(found.intervals.begin(), found.intervals.end(), [&](const auto& interval) {
        return interval && interval->low <= place && place <= interval->high;
    });
    return near ? NamedDate::Near : NamedDate::Other;
}

// All points of the stretch before the begin, against those of the period.
PeriodTest test_period(const evidence::Period& period, const Stretch& stretch) {
    PeriodTest test;
    test.period = period.id;
    test.begin = period.begin;
    const double begin = years_of(period.begin);
    const double end = years_of(period.end + std::chrono::days{1});
    TimeSeries series;
    for (const auto& point : stretch.series) {
        if (point.time >= end) continue;
        series.push_back(point);
        ++(point.time < begin ? test.before : test.after);
    }
    if (test.before < kLeastEachSide || test.after < kLeastEachSide) {
        test.why_not = too_short(test, stretch);
        add_detectable(test, from_two_levels(series, test));
        return test;
    }
    if (std::min(test.before, test.after) >= kLeastEachSideTrend) test.shape = Shape::LevelAndTrend;
    const auto chow = models::chow_test(series, test.before, test.shape);
    test.change = models::interrupted_series(series, begin, test.shape, models::Errors::Larger);
    test.why_not = test.change.why_not.empty() ? chow.why_not : test.change.why_not;
    test.why_not_detectable = test.why_not;
    if (!test.why_not.empty()) return test;
    test.chow = {*chow.statistic, chow.p, 0, 1};
    test.p = std::max(chow.p, test.change.p);
    models::DetectableChangeQuestion question;
    question.residual_deviation = test.change.residual_deviation;
    question.before = test.before;
    question.after = test.after;
    question.autocorrelation = test.change.autocorrelation;
    question.shape = test.shape;
    add_detectable(test, question);
    return test;
}

FoundBreak found_break(const Stretch& stretch, const models::BaiPerron& found, std::size_t i) {
    const auto before = found.partitions[found.best].breaks[i];
    FoundBreak result;
    result.last_before = stretch.points[before - 1]->date;
    result.first_after = stretch.points[before]->date;
    result.level_before = found.levels[i];
    result.level_after = found.levels[i + 1];
    const auto& interval = found.intervals[i];
    result.has_interval = interval.has_value();
    const auto date_at = [&](long place) -> std::optional<Date> {
        if (place < 1 || place > std::ssize(stretch.points)) return std::nullopt;
        return stretch.points[static_cast<std::size_t>(place - 1)]->date;
    };
    if (interval) {
        result.low = date_at(interval->low);
        result.high = date_at(interval->high);
    }
    return result;
}

Tested tested(const models::ScanTest& test) {
    return {test.statistic, test.p, test.standard_error, 1};
}

Search search(const Stretch& stretch, const models::BaiPerron& found, std::uint64_t seed) {
    Search result;
    result.points = stretch.points.size();
    if (!stretch.points.empty()) {
        result.first = stretch.points.front()->date;
        result.last = stretch.points.back()->date;
    }
    result.why_not = found.why_not;
    if (!result.why_not.empty()) return result;
    models::StructuralChangeOptions options;
    options.draws = kSearchDraws;
    options.seed = seed;
    const auto change = models::structural_change(stretch.series, Shape::Level, options);
    const auto cusum = models::ols_cusum(stretch.series);
    const auto line = models::bai_perron(stretch.series, Shape::LevelAndTrend);
    for (const auto& why_not : {change.why_not, cusum.why_not, line.why_not}) {
        if (result.why_not.empty()) result.why_not = why_not;
    }
    if (!result.why_not.empty()) return result;
    result.largest = tested(*change.largest);
    result.average = tested(change.average);
    result.exponential = tested(change.exponential);
    result.cusum = {*cusum.statistic, cusum.p, 0, 1};
    for (std::size_t i = 0; i < found.best; ++i) result.breaks.push_back(found_break(stretch, found, i));
    result.borne_out = found.best > 0 && result.largest.p < kSearchLevel;
    result.bic = found.partitions[found.best].bic;
    result.bic_without = found.partitions.front().bic;
    result.bic_of_line = line.partitions.front().bic;
    return result;
}

models::BaiPerron partitions_of(const Stretch& stretch) {
    if (stretch.series.size() >= kLeastForSearch) return models::bai_perron(stretch.series, Shape::Level);
    models::BaiPerron none;
    none.why_not = fmt::format("too short to search: {} points, {} are needed", stretch.series.size(), kLeastForSearch);
    return none;
}

CountChange count_change(const Stretch& stretch) {
    CountChange result;
    const auto& points = stretch.points;
    const bool equal_spans = std::all_of(points.begin(), points.end(), [&](const SeriesPoint* point) {
        return point->date.precision == points.front()->date.precision && point->date.precision != Precision::Range;
    });
    if (points.size() < kLeastCounts) {
        result.why_not = fmt::format("too short: {} counts, {} are needed", points.size(), kLeastCounts);
    } else if (!equal_spans) {
        result.why_not = "the counts are of spans of different length";
    }
    if (!result.why_not.empty()) return result;
    std::vector<double> counts;
    for (const auto& point : stretch.series) counts.push_back(point.value);
    const auto posterior = models::poisson_change_point(counts);
    result.why_not = posterior.why_not;
    if (!result.why_not.empty()) return result;
    result.most_likely = points[posterior.most_likely - 1]->date;
    result.low = points[posterior.low - 1]->date;
    result.high = points[posterior.high - 1]->date;
    result.rate_before = posterior.rate_before;
    result.rate_after = posterior.rate_after;
    result.log_bayes_factor = posterior.log_bayes_factor;
    return result;
}

SeriesTests tests_of(const evidence::Case& which, const Series& series, const std::vector<std::string>& periods,
                     std::uint64_t seed) {
    SeriesTests tests;
    tests.series = &series;
    const Stretches stretches(series, which.cutoff, tests);
    tests.why_not = why_no_series(stretches);
    if (!tests.why_not.empty()) return tests;
    std::vector<models::BaiPerron> found;
    for (const auto& stretch : stretches.all()) {
        found.push_back(partitions_of(stretch));
        tests.searches.push_back(search(stretch, found.back(), seed));
        if (is_count_unit(series.unit)) tests.counts.push_back(count_change(stretch));
    }
    for (const auto& id : periods) {
        const auto* period = evidence::find_period(which, id);
        if (period == nullptr) continue;
        const Stretch& stretch = stretches.at(series, period->begin);
        PeriodTest test = test_period(*period, stretch);
        const auto number = static_cast<std::size_t>(&stretch - stretches.all().data());
        if (test.why_not.empty()) test.date = compare(tests.searches[number], found[number], test.before);
        tests.periods.push_back(std::move(test));
    }
    return tests;
}

// Every p value of the run, and where its adjusted one belongs.
void adjust_all(SeriesTestsResult& result) {
    std::vector<double> p;
    std::vector<double*> adjusted;
    const auto add = [&](double value, double& place) {
        p.push_back(value);
        adjusted.push_back(&place);
    };
    for (auto& tests : result.series) {
        for (auto& period : tests.periods) {
            if (period.why_not.empty()) add(period.p, period.adjusted);
        }
        for (auto& each : tests.searches) {
            if (!each.why_not.empty()) continue;
            for (auto* test : {&each.largest, &each.average, &each.exponential, &each.cusum})
                add(test->p, test->adjusted);
        }
    }
    const auto values = models::false_discovery_adjusted(p);
    for (std::size_t i = 0; i < values.size(); ++i) *adjusted[i] = values[i];
    result.tests = values.size();
}

}  // namespace

bool is_count_unit(std::string_view unit) {
    constexpr std::array<std::string_view, 12> kCounts{"agreements", "calls",      "count",     "disputes",
                                                       "events",     "exercises",  "incidents", "meetings",
                                                       "sanctions",  "statements", "talks",     "visits"};
    return std::find(kCounts.begin(), kCounts.end(), unit) != kCounts.end();
}

SeriesTestsResult test_series(const evidence::Case& which, const std::vector<std::string>& periods,
                              std::uint64_t seed) {
    SeriesTestsResult result;
    result.seed = seed;
    for (const auto& series : which.series) result.series.push_back(tests_of(which, series, periods, seed));
    adjust_all(result);
    return result;
}

}  // namespace entente::workbench
