#include "workbench/series_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/random.hpp"

namespace entente::workbench {
namespace {

// A series of yearly points from 1990 on, with small errors that are the same in each run.
evidence::Series yearly(const std::vector<double>& levels, const std::string& unit = "percent") {
    const RandomStream errors(5, "tests-of-series");
    evidence::Series series;
    series.id = "s";
    series.name = "Series";
    series.unit = unit;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto date = *parse_date(std::to_string(1990 + i));
        series.points.push_back({date, levels[i] + errors.uniform(0, i) - 0.5, ""});
    }
    return series;
}

std::vector<double> levels(std::size_t before, double first, std::size_t after, double second) {
    std::vector<double> all(before, first);
    all.insert(all.end(), after, second);
    return all;
}

evidence::SeriesBreak definition_break(const std::string& at) {
    return {*parse_date(at), "reservists are counted too", {"handbook", "", {}}, {}};
}

// One series, two periods: 1990–2006 and 2007–2012.
evidence::Case with(evidence::Series series) {
    evidence::Case which;
    which.cutoff = make_day(2012, 12, 31);
    evidence::Period early;
    early.id = "early";
    early.begin = make_day(1990, 1, 1);
    early.end = make_day(2006, 12, 31);
    evidence::Period late;
    late.id = "late";
    late.begin = make_day(2007, 1, 1);
    late.end = make_day(2012, 12, 31);
    which.periods = {early, late};
    which.focal = "late";
    which.series = {std::move(series)};
    return which;
}

// The tests at the begin of `late`; nothing in them points into the case.
struct Answer {
    SeriesTests tests;
    PeriodTest late;
    std::size_t all_tests = 0;
};

Answer answer(const evidence::Case& which) {
    const auto result = test_series(which, {"late"}, 1951);
    Answer answer{result.series.at(0), {}, result.tests};
    answer.tests.series = nullptr;
    if (!answer.tests.periods.empty()) answer.late = answer.tests.periods[0];
    return answer;
}

TEST(SeriesTests, find_a_level_that_changes_with_the_period) {
    const auto found = answer(with(yearly(levels(17, 50, 6, 40))));
    ASSERT_EQ(found.late.why_not, "");
    EXPECT_EQ(found.late.before, 17U);
    EXPECT_EQ(found.late.after, 6U);
    ASSERT_TRUE(found.late.change.level_change);
    EXPECT_NEAR(found.late.change.level_change->value, -10, 0.5);
    EXPECT_LT(found.late.adjusted, 0.001);
    EXPECT_EQ(found.late.date, NamedDate::Same);
    ASSERT_EQ(found.tests.searches.size(), 1U);
    ASSERT_EQ(found.tests.searches[0].breaks.size(), 1U);
    EXPECT_EQ(to_text(found.tests.searches[0].breaks[0].last_before), "2006");
    EXPECT_EQ(to_text(found.tests.searches[0].breaks[0].first_after), "2007");
}

TEST(SeriesTests, name_the_better_date_where_the_change_came_before_the_period) {
    const auto found = answer(with(yearly(levels(10, 50, 13, 40))));
    EXPECT_EQ(found.late.date, NamedDate::Other);
    EXPECT_EQ(to_text(found.tests.searches.at(0).breaks.at(0).last_before), "1999");
}

TEST(SeriesTests, never_look_across_a_definition_break) {
    auto series = yearly(levels(17, 300, 6, 400));
    series.breaks = {definition_break("2007")};
    const auto found = answer(with(std::move(series)));
    EXPECT_EQ(found.late.why_not,
              "too short: 0 before / 6 after within one definition (2007: reservists are counted too)");
    EXPECT_FALSE(found.late.change.level_change);
    ASSERT_EQ(found.tests.searches.size(), 2U);
    EXPECT_EQ(found.tests.searches[0].points, 17U);
    EXPECT_EQ(found.tests.searches[1].points, 6U);
    for (const auto& search : found.tests.searches) EXPECT_FALSE(search.borne_out);
}

TEST(SeriesTests, test_each_stretch_by_itself) {
    auto series = yearly(levels(17, 300, 6, 320));
    for (std::size_t i = 0; i < 9; ++i) series.points[i].value = *series.points[i].value + 1000;
    series.breaks = {definition_break("1999")};
    const auto found = answer(with(std::move(series)));
    EXPECT_EQ(found.late.before, 8U);
    EXPECT_NEAR(found.late.change.level_change.value_or(models::Estimate{}).value, 20, 0.5);
}

// 400 ± 1 against 300 ± 1 in the first and last points of the late period: the second half is of another definition.
TEST(SeriesTests, end_a_period_where_the_definition_ends) {
    auto series = yearly(levels(20, 300, 3, 400));
    series.breaks = {definition_break("2010")};
    const auto found = answer(with(std::move(series)));
    EXPECT_EQ(found.late.before, 17U);
    EXPECT_EQ(found.late.after, 3U);
    EXPECT_GT(found.late.p, 0.05);
}

TEST(SeriesTests, say_how_many_points_there_are_and_what_they_could_have_shown) {
    auto series = yearly(levels(17, 50, 2, 50));
    const auto found = answer(with(std::move(series)));
    EXPECT_EQ(found.late.why_not, "too short: 17 before / 2 after");
    ASSERT_TRUE(found.late.detectable);
    EXPECT_GT(*found.late.detectable, 0.1);
    EXPECT_LT(*found.late.detectable, 2);  // the errors lie within ±.5
}

TEST(SeriesTests, take_nothing_missing_for_zero) {
    auto series = yearly(levels(17, 50, 6, 50));
    series.points[18].value = std::nullopt;
    series.points[19].value = std::nullopt;
    const auto found = answer(with(std::move(series)));
    EXPECT_EQ(found.late.after, 4U);
    EXPECT_EQ(found.tests.missing, 2U);
    EXPECT_GT(found.late.p, 0.05);
}

TEST(SeriesTests, leave_out_what_lies_after_the_cut_off) {
    const auto found = answer(with(yearly(levels(17, 50, 8, 50))));
    EXPECT_EQ(found.tests.after_cutoff, 2U);
    EXPECT_EQ(found.tests.points, 23U);
}

TEST(SeriesTests, refuse_points_of_one_date) {
    auto series = yearly(levels(17, 50, 6, 50));
    series.points[4].date = series.points[5].date;
    const auto found = answer(with(std::move(series)));
    EXPECT_EQ(found.tests.why_not, "not a series in time: several points of 1995");
    EXPECT_TRUE(found.tests.periods.empty());
    EXPECT_EQ(found.all_tests, 0U);
}

TEST(SeriesTests, tell_a_trend_from_a_change) {
    std::vector<double> rising;
    for (int i = 0; i < 23; ++i) rising.push_back(i);
    const auto found = answer(with(yearly(rising)));
    EXPECT_TRUE(found.late.change.line_fits_better);
    const auto& search = found.tests.searches.at(0);
    EXPECT_LT(search.bic_of_line, search.bic);
}

TEST(SeriesTests, estimate_trends_where_both_sides_have_points_for_them) {
    auto which = with(yearly(levels(12, 50, 11, 50)));
    which.periods[1].begin = make_day(2002, 1, 1);
    const auto found = answer(which);
    EXPECT_EQ(found.late.shape, models::Shape::LevelAndTrend);
    EXPECT_TRUE(found.late.change.slope_change);
}

// The middle of 2006 lies before 9 November 2006, that of 2007 after it.
TEST(SeriesTests, put_a_year_where_its_middle_is) {
    auto which = with(yearly(levels(17, 50, 6, 50)));
    which.periods[1].begin = make_day(2006, 11, 9);
    EXPECT_EQ(answer(which).late.before, 17U);
    which.periods[1].begin = make_day(2006, 3, 1);
    EXPECT_EQ(answer(which).late.before, 16U);
}

TEST(SeriesTests, read_counts_as_counts) {
    auto series = yearly({1, 2, 0, 1, 1, 3, 1, 0, 2, 1, 1, 2, 0, 1, 1, 2, 1, 4, 3, 5, 4, 6, 3}, "visits");
    for (auto& point : series.points) point.value = std::round(*point.value);
    const auto found = answer(with(series));
    ASSERT_EQ(found.tests.counts.size(), 1U);
    EXPECT_EQ(found.tests.counts[0].why_not, "");
    EXPECT_EQ(to_text(found.tests.counts[0].most_likely), "2006");
    EXPECT_GT(found.tests.counts[0].log_bayes_factor, 0);
    series.unit = "people";
    EXPECT_TRUE(answer(with(series)).tests.counts.empty());
    series.unit = "visits";
    series.points[3].date = *parse_date("1993-06");
    EXPECT_EQ(answer(with(series)).tests.counts.at(0).why_not, "the counts are of spans of different length");
}

// One test at the period and four of the search: with p = .0001 as the smallest, five tests leave at most .0005.
TEST(SeriesTests, adjust_for_every_test_of_the_run) {
    const auto found = answer(with(yearly(levels(17, 50, 6, 40))));
    EXPECT_EQ(found.all_tests, 5U);
    EXPECT_GE(found.late.adjusted, found.late.p);
    EXPECT_GE(found.tests.searches.at(0).largest.adjusted, found.tests.searches.at(0).largest.p);
    EXPECT_LE(found.tests.searches.at(0).largest.adjusted, 5 * found.tests.searches.at(0).largest.p);
}

// Without any change one in twenty series is expected to be called changed; more than 9 of 60 has a chance below .01.
TEST(SeriesTests, call_few_series_changed_that_are_not) {
    auto which = with(yearly({}));
    which.series.clear();
    const RandomStream stream(77, "tests-of-series");
    for (std::uint64_t draw = 0; draw < 60; ++draw) {
        auto series = yearly(levels(9, 50, 0, 0));  // too short to search, so that only the named date is tested
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            series.points[i].value = stream.uniform(draw, 2 * i) + stream.uniform(draw, 2 * i + 1);
        }
        which.series.push_back(series);
    }
    which.periods[1].begin = make_day(1996, 1, 1);
    const auto result = test_series(which, {"late"}, 1);
    const auto changed = std::count_if(result.series.begin(), result.series.end(),
                                       [](const SeriesTests& tests) { return tests.periods.at(0).p < 0.05; });
    EXPECT_EQ(result.tests, 60U);
    EXPECT_LE(changed, 9);
}

}  // namespace
}  // namespace entente::workbench
