#include <gtest/gtest.h>

#include <cmath>

#include "models/interrupted_series.hpp"
#include "models/known_series.hpp"

namespace entente::models {
namespace {

using testing::nile;

// R: D <- as.numeric(1:100 >= 29); m <- lm(Nile ~ D); V <- sandwich::NeweyWest(m, lag = 4, prewhite = FALSE, adjust =
// TRUE); lmtest::coeftest(m, V); lmtest::coefci(m, vcov. = V).
TEST(InterruptedSeries, agrees_with_r_for_a_level) {
    const auto result = interrupted_series(nile(), 1899, Shape::Level);
    ASSERT_TRUE(result.level_change) << result.why_not;
    EXPECT_EQ(result.lag, 4);
    EXPECT_NEAR(result.level_change->value, -247.77777778, 1e-7);
    EXPECT_NEAR(result.level_change->standard_error, 31.65762387, 1e-7);
    EXPECT_NEAR(result.level_change->low, -310.60130203, 1e-6);
    EXPECT_NEAR(result.level_change->high, -184.954253525, 1e-6);
    EXPECT_NEAR(result.level_change->p / 5.9294e-12, 1, 1e-4);
    EXPECT_FALSE(result.slope_change);
    EXPECT_EQ(result.before, 28U);
    EXPECT_EQ(result.after, 72U);
}

// R: t <- 1:100 - 29; m <- lm(Nile ~ t + D + I(t * D)); covariance as above; lmtest::waldtest(m, lm(Nile ~ t), vcov =
// V).
TEST(InterruptedSeries, agrees_with_r_for_level_and_slope) {
    const auto result = interrupted_series(nile(), 1899, Shape::LevelAndTrend);
    ASSERT_TRUE(result.level_change && result.slope_change) << result.why_not;
    EXPECT_NEAR(result.level_change->value, -289.1026853664, 1e-6);
    EXPECT_NEAR(result.level_change->standard_error, 63.0498036347, 1e-6);
    EXPECT_NEAR(result.level_change->low, -414.25555648304, 1e-6);
    EXPECT_NEAR(result.slope_change->value, -0.4690887676, 1e-8);
    EXPECT_NEAR(result.slope_change->standard_error, 2.7572859215, 1e-8);
    EXPECT_NEAR(result.slope_change->high, 5.00408052888, 1e-8);
    EXPECT_NEAR(result.p / 3.6093e-07, 1, 1e-4);
}

// By hand: means 2 and 6; RSS / (n − k) = 4 / 4. Residuals −1, 0, 1, −1, 0, 1 have Σ e_i e_(i−1) = −1, and Σ e² = 4.
TEST(InterruptedSeries, reports_the_residuals_it_leaves) {
    const auto result = interrupted_series(testing::yearly(2000, {1, 2, 3, 5, 6, 7}), 2003, Shape::Level);
    EXPECT_NEAR(result.level_change.value_or(Estimate{}).value, 4, 1e-12);
    EXPECT_NEAR(result.residual_deviation, 1, 1e-12);
    EXPECT_NEAR(result.autocorrelation, -0.25, 1e-12);
}

// R: D <- c(0, 0, 0, 1, 1, 1); m <- lm(c(1, 3, 2, 5, 7, 6) ~ D); sqrt(sandwich::NeweyWest(m, lag = 2, prewhite = FALSE,
// adjust = TRUE)[2, 2]) = .5773502692. By hand: the classical error is √(1 · (1/3 + 1/3)).
TEST(InterruptedSeries, takes_the_larger_of_two_errors_where_asked) {
    const auto series = testing::yearly(2000, {1, 3, 2, 5, 7, 6});
    const auto narrow = interrupted_series(series, 2003, Shape::Level);
    const auto wide = interrupted_series(series, 2003, Shape::Level, Errors::Larger);
    ASSERT_TRUE(narrow.level_change && wide.level_change);
    EXPECT_NEAR(narrow.level_change->standard_error, 0.5773502692, 1e-9);
    EXPECT_NEAR(wide.level_change->standard_error, std::sqrt(2.0 / 3), 1e-12);
    EXPECT_GT(wide.p, narrow.p);
}

// 5 % of 300 series are 15; with Newey and West's errors alone it is one in five of so short ones.
TEST(InterruptedSeries, with_the_larger_error_keeps_its_promise_in_short_series) {
    int covered = 0;
    for (std::uint64_t draw = 0; draw < 300; ++draw) {
        const auto result = interrupted_series(testing::noise(9, draw), 2006, Shape::Level, Errors::Larger);
        ASSERT_TRUE(result.level_change);
        covered += result.level_change->low <= 0 && 0 <= result.level_change->high ? 1 : 0;
    }
    EXPECT_GE(covered, 273);
}

TEST(InterruptedSeries, estimates_move_with_the_unit) {
    const auto moved = interrupted_series(testing::moved_and_scaled(nile(), 5e4, 10), 1899, Shape::LevelAndTrend);
    EXPECT_NEAR(moved.level_change.value_or(Estimate{}).value, -2891.026853664, 1e-4);
    EXPECT_NEAR(moved.slope_change.value_or(Estimate{}).value, -4.690887676, 1e-5);
    EXPECT_NEAR(moved.p / 3.6093e-07, 1, 1e-3);
}

// Leaving out points of a line without noise in time changes nothing about the line: time, not the index, is the
// regressor. 2 a year up to 2005, then a fall by 10 and 1 a year, with an alternating ±0.1 that cancels.
TEST(InterruptedSeries, takes_gaps_as_they_lie_in_time) {
    TimeSeries series;
    const auto error = [](int i) { return i % 2 == 0 ? 0.1 : -0.1; };
    const std::vector<int> before{1990, 1991, 1995, 1996, 2001, 2002};
    const std::vector<int> after{2005, 2006, 2010, 2011, 2017, 2018};
    for (std::size_t i = 0; i < before.size(); ++i) {
        series.push_back({double(before[i]), 2.0 * (before[i] - 2005) + error(static_cast<int>(i))});
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        series.push_back({double(after[i]), -10.0 + 1.0 * (after[i] - 2005) + error(static_cast<int>(i))});
    }
    const auto result = interrupted_series(series, 2005, Shape::LevelAndTrend);
    ASSERT_TRUE(result.slope_change) << result.why_not;
    EXPECT_NEAR(result.slope_change->value, -1, 0.05);
    EXPECT_NEAR(result.level_change->value, -10, 0.3);
}

TEST(InterruptedSeries, finds_a_planted_change_within_its_interval) {
    int covered = 0;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        const auto result = interrupted_series(testing::with_jump(testing::noise(60, draw), 40, 3), 2040, Shape::Level);
        ASSERT_TRUE(result.level_change);
        covered += result.level_change->low <= 3 && 3 <= result.level_change->high ? 1 : 0;
    }
    // 95 % are meant to be covered; such intervals are known to be somewhat short, so 85 % are asked for.
    EXPECT_GE(covered, 170);
}

// A steady rise has two levels too, and they differ significantly.
TEST(InterruptedSeries, tells_a_trend_from_a_step) {
    const auto trend = interrupted_series(testing::yearly(2000, {1, 2.1, 2.9, 4, 5.1, 5.9, 7}), 2004, Shape::Level);
    EXPECT_LT(trend.p, 0.05);
    EXPECT_TRUE(trend.line_fits_better);
    EXPECT_FALSE(interrupted_series(nile(), 1899, Shape::Level).line_fits_better);
}

TEST(InterruptedSeries, is_undefined_on_one_side_or_without_variation) {
    EXPECT_EQ(interrupted_series(nile(), 1800, Shape::Level).why_not, "too short: 0 before / 100 after");
    EXPECT_EQ(interrupted_series(nile(), 1970, Shape::Level).why_not, "too short: 99 before / 1 after");
    const auto steps = interrupted_series(testing::yearly(2000, {1, 1, 1, 2, 2, 2}), 2003, Shape::Level);
    EXPECT_FALSE(steps.level_change);
    EXPECT_NE(steps.why_not.find("no variation"), std::string::npos);
}

}  // namespace
}  // namespace entente::models
