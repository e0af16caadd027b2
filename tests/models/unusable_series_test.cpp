#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "models/bai_perron.hpp"
#include "models/chow_test.hpp"
#include "models/cusum.hpp"
#include "models/interrupted_series.hpp"
#include "models/known_series.hpp"
#include "models/structural_change.hpp"

namespace entente::models {
namespace {

// Every test of the module on one series: none may give a number.
void expect_reasons(const TimeSeries& series, const std::string& reason) {
    EXPECT_EQ(why_unusable(series), reason);
    EXPECT_EQ(chow_test(series, series.size() / 2, Shape::Level).why_not, reason);
    EXPECT_EQ(ols_cusum(series).why_not, reason);
    EXPECT_EQ(structural_change(series, Shape::Level).why_not, reason);
    EXPECT_EQ(bai_perron(series, Shape::LevelAndTrend).why_not, reason);
    EXPECT_EQ(interrupted_series(series, series[series.size() / 2].time, Shape::Level).why_not, reason);
}

TEST(UnusableSeries, constant_values_have_no_test) {
    expect_reasons(testing::yearly(1990, std::vector<double>(20, 7.7)), "no variation: all points have the same value");
    expect_reasons(testing::yearly(1990, std::vector<double>(20, 0)), "no variation: all points have the same value");
}

TEST(UnusableSeries, differences_in_the_last_digit_are_not_variation) {
    auto series = testing::yearly(1990, std::vector<double>(20, 1e15));
    series[3].value = std::nextafter(1e15, 2e15);
    expect_reasons(series, "no variation: all points have the same value");
}

TEST(UnusableSeries, two_points_of_one_time_are_no_series) {
    auto series = testing::noise(20, 1);
    series[6].time = series[5].time;
    expect_reasons(series, "two points have the same time, or a later one stands first");
}

TEST(UnusableSeries, numbers_that_cannot_be_squared_have_no_test) {
    for (const double value : {1e150, std::numeric_limits<double>::infinity(), std::nan("")}) {
        auto series = testing::noise(20, 1);
        series[6].value = value;
        expect_reasons(series, "a value or a time is not finite, or beyond 1e100");
    }
}

TEST(UnusableSeries, large_and_small_numbers_are_usable) {
    for (const double factor : {1e90, 1e-90}) {
        const auto series = testing::moved_and_scaled(testing::noise(20, 1), 0, factor);
        const auto expected = chow_test(testing::noise(20, 1), 10, Shape::LevelAndTrend).statistic.value_or(0);
        EXPECT_NEAR(chow_test(series, 10, Shape::LevelAndTrend).statistic.value_or(-1), expected, 1e-9);
        EXPECT_TRUE(std::isfinite(bai_perron(series, Shape::Level).partitions.at(0).bic));
    }
}

}  // namespace
}  // namespace entente::models
