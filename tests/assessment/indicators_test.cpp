#include "assessment/indicators.hpp"

#include <gtest/gtest.h>

#include <map>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using evidence::ChangeOf;
using evidence::Direction;

// One indicator of credibility, one series of yearly values that measures it.
class OneSeries {
public:
    explicit OneSeries(const std::map<int, double>& values) {
        evidence::Indicator indicator;
        indicator.id = "forces";
        indicator.factor = "credibility";
        indicator.rise = Direction::Endurance;
        indicator.change_of = ChangeOf::Ratio;
        indicator.least = 0.10;
        world_.theory.indicators.push_back(indicator);
        evidence::Series series;
        series.id = "forces-in-theatre";
        series.indicator = "walt-1997/forces";
        for (const auto& [year, value] : values) {
            const Date date{make_day(year, 1, 1), make_day(year, 12, 31), Precision::Year};
            series.points.push_back({date, value, {}});
        }
        world_.which.series.push_back(series);
    }

    evidence::Indicator& indicator() { return world_.theory.indicators.front(); }
    evidence::Series& series() { return world_.which.series.front(); }
    evidence::Case& which() { return world_.which; }
    Outcome outcome;

    [[nodiscard]] IndicatorResult read() const {
        return read_indicators(world_.which, world_.theory, world_.which.periods[0], world_.which.periods[1], outcome)
            .front();
    }

    void found(Finding finding) {
        FactorResult factor;
        factor.id = "credibility";
        factor.finding = finding;
        outcome.factors = {factor};
    }

private:
    testing::World world_;
};

TEST(Indicators, compare_the_mean_of_the_focal_period_with_that_of_the_baseline) {
    // (100 + 120) / 2 = 110; (88 + 88) / 2 = 88; 88 / 110 − 1 = −0.2.
    const auto result = OneSeries({{2014, 100}, {2015, 120}, {2017, 88}, {2018, 88}}).read();
    ASSERT_TRUE(result.change);
    EXPECT_NEAR(*result.change, -0.2, 1e-12);
    EXPECT_EQ(result.baseline->points, 2);
    EXPECT_DOUBLE_EQ(result.baseline->last, 120);
    EXPECT_EQ(result.reading, IndicatorReading::TowardCollapse);
}

TEST(Indicators, give_a_year_to_the_period_that_holds_most_of_its_days) {
    // The baseline ends on 8 November 2016: 2016 is its year, not the focal period's.
    const auto result = OneSeries({{2016, 100}, {2017, 100}}).read();
    EXPECT_EQ(result.baseline->points, 1);
    EXPECT_EQ(result.focal->points, 1);
}

TEST(Indicators, call_a_change_below_the_least_that_counts_steady) {
    EXPECT_EQ(OneSeries({{2015, 100}, {2017, 109}}).read().reading, IndicatorReading::Steady);
    EXPECT_EQ(OneSeries({{2015, 100}, {2017, 111}}).read().reading, IndicatorReading::TowardEndurance);
}

TEST(Indicators, read_a_rise_toward_collapse_where_the_theory_says_so) {
    OneSeries series({{2015, 100}, {2017, 150}});
    series.indicator().rise = Direction::Collapse;
    EXPECT_EQ(series.read().reading, IndicatorReading::TowardCollapse);
}

TEST(Indicators, measure_a_difference_in_the_units_of_the_series) {
    OneSeries series({{2015, -1}, {2017, 2}});
    series.indicator().change_of = ChangeOf::Difference;
    series.indicator().least = 3;
    EXPECT_DOUBLE_EQ(*series.read().change, 3);
    EXPECT_EQ(series.read().reading, IndicatorReading::TowardEndurance);
}

TEST(Indicators, say_what_is_missing_instead_of_guessing) {
    EXPECT_EQ(OneSeries(std::map<int, double>{{2015, 100}}).read().why_not, "no point in the focal period");
    EXPECT_EQ(OneSeries(std::map<int, double>{{2017, 100}}).read().why_not, "no point in the baseline");
    EXPECT_EQ(OneSeries({{2015, 0}, {2017, 100}}).read().why_not, "a ratio needs a baseline above zero");
}

TEST(Indicators, never_read_a_missing_point_as_zero) {
    OneSeries series({{2014, 100}, {2015, 1}, {2017, 100}});
    series.series().points[1].value.reset();
    EXPECT_DOUBLE_EQ(series.read().baseline->mean, 100);
}

TEST(Indicators, leave_out_points_after_the_cut_off) {
    OneSeries series({{2015, 100}, {2017, 100}, {2018, 500}});
    series.which().cutoff = make_day(2018, 6, 30);
    EXPECT_EQ(series.read().focal->points, 1);
}

TEST(Indicators, never_compare_across_a_declared_definition_break) {
    OneSeries series({{2014, 1}, {2015, 100}, {2016, 100}, {2017, 100}});
    evidence::SeriesBreak changed;
    changed.at = Date{make_day(2015, 1, 1), make_day(2015, 12, 31), Precision::Year};
    series.series().breaks.push_back(changed);
    EXPECT_EQ(series.read().baseline->points, 2);
    EXPECT_EQ(series.read().reading, IndicatorReading::Steady);
}

TEST(Indicators, stand_beside_the_coded_evidence_without_moving_it) {
    OneSeries series({{2015, 100}, {2017, 50}});
    series.found(Finding::Weakened);
    EXPECT_EQ(series.read().match, IndicatorMatch::Agrees);
    series.found(Finding::Strengthened);
    EXPECT_EQ(series.read().match, IndicatorMatch::Opposes);
    series.found(Finding::Unchanged);
    EXPECT_EQ(series.read().match, IndicatorMatch::OneMoved);
    series.found(Finding::Contested);
    EXPECT_EQ(series.read().match, IndicatorMatch::NoCompare);
    EXPECT_EQ(series.outcome.factors.front().finding, Finding::Contested);
}

TEST(Indicators, mark_a_series_that_was_published_after_the_cut_off) {
    OneSeries series({{2015, 100}, {2017, 100}});
    evidence::Source later;
    later.key = "data-2025";
    later.published = Date{make_day(2025, 1, 1), make_day(2025, 12, 31), Precision::Year};
    series.which().sources.push_back(later);
    evidence::Citation citation;
    citation.key = "data-2025";
    series.series().sources = {citation};
    EXPECT_TRUE(series.read().hindsight);
    series.which().sources.front().published = Date{make_day(2018, 1, 1), make_day(2018, 1, 1), Precision::Day};
    EXPECT_FALSE(series.read().hindsight);
}

}  // namespace
}  // namespace entente::assessment
