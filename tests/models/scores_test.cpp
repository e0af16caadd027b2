#include "models/scores.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace entente::models {
namespace {

const std::vector<float> kForecasts{0.9F, 0.8F, 0.7F, 0.6F, 0.3F, 0.2F, 0.1F, 0.1F, 0.4F, 0.5F};
const std::vector<std::uint8_t> kHappened{1, 1, 1, 0, 0, 0, 0, 1, 0, 1};

// R: mean((p - o)^2) gives .186; by hand .01 + .04 + .09 + .36 + .09 + .04 + .01 + .81 + .16 + .25 = 1.86.
TEST(Scores, have_a_brier_score_worked_out_by_hand) {
    EXPECT_NEAR(brier_score(kForecasts, kHappened).value_or(0), 0.186, 1e-7);
}

// By hand: base rate 5/10, so uncertainty .25. Each forecast stands alone except .1, of which one of two happened: the
// others' shares are 0 or 1, so resolution is (8 · .25 + 2 · 0) / 10 = .2, and reliability .186 + .2 − .25 = .136.
TEST(Scores, part_the_brier_score_after_murphy) {
    const auto parts = brier_parts(kForecasts, kHappened);
    ASSERT_TRUE(parts);
    EXPECT_NEAR(parts->reliability, 0.136, 1e-7);
    EXPECT_NEAR(parts->resolution, 0.2, 1e-12);
    EXPECT_NEAR(parts->uncertainty, 0.25, 1e-12);
}

// R: mean(log(ifelse(o == 1, p, 1 - p))).
TEST(Scores, have_a_log_score_that_agrees_with_r) {
    EXPECT_NEAR(mean_log_score(kForecasts, kHappened).value_or(0), -0.579320665102, 1e-7);
    EXPECT_NEAR(log_score(0.25, true).value_or(0), std::log(0.25), 1e-12);
    EXPECT_NEAR(log_score(0.25, false).value_or(0), std::log(0.75), 1e-12);
}

TEST(Scores, have_no_log_score_where_the_impossible_happened) {
    EXPECT_FALSE(log_score(0, true));
    EXPECT_FALSE(log_score(1, false));
    EXPECT_EQ(log_score(1, true), 0);
    const std::vector<float> sure{1, 0.5F};
    const std::vector<std::uint8_t> wrong{0, 1};
    EXPECT_FALSE(mean_log_score(sure, wrong));
    EXPECT_TRUE(brier_score(sure, wrong));
}

// R: wilcox.test(p[o == 1], p[o == 0])$statistic / 25 gives .78. By hand: the five that happened (.9, .8, .7, .1, .5)
// stand above 5, 5, 5, 0 + half of the equal .1, and 4 of the five that did not: (5 + 5 + 5 + .5 + 4) / 25.
TEST(Scores, have_an_area_that_agrees_with_wilcoxon_in_r) {
    EXPECT_NEAR(area_under_curve(kForecasts, kHappened).value_or(0), 0.78, 1e-12);
}

TEST(Scores, give_equal_forecasts_an_area_of_one_half) {
    const std::vector<float> same(10, 0.3F);
    EXPECT_EQ(area_under_curve(same, kHappened), 0.5);
}

TEST(Scores, have_no_area_with_one_outcome_and_no_score_of_nothing) {
    const std::vector<std::uint8_t> never(10, 0);
    EXPECT_FALSE(area_under_curve(kForecasts, never));
    EXPECT_FALSE(mean_log_score({}, {}));
    EXPECT_FALSE(brier_score({}, {}));
    EXPECT_FALSE(brier_parts({}, {}));
    EXPECT_FALSE(area_under_curve({}, {}));
    EXPECT_TRUE(calibration({}, {}, 10).empty());
}

// By hand, in order of size: .1 .1 .2 .3 .4 | .5 .6 .7 .8 .9, of which one and four happened.
TEST(Scores, group_forecasts_by_size_for_calibration) {
    const auto groups = calibration(kForecasts, kHappened, 2);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].size, 5U);
    EXPECT_NEAR(groups[0].forecast, 0.22, 1e-7);
    EXPECT_NEAR(groups[0].happened, 0.2, 1e-12);
    EXPECT_NEAR(groups[1].forecast, 0.7, 1e-7);
    EXPECT_NEAR(groups[1].happened, 0.8, 1e-12);
}

TEST(Scores, never_part_equal_forecasts) {
    const std::vector<float> forecasts{0.1F, 0.1F, 0.1F, 0.1F, 0.1F, 0.1F, 0.1F, 0.2F, 0.3F, 0.4F};
    const auto groups = calibration(forecasts, kHappened, 5);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].size, 7U);
    EXPECT_EQ(groups[1].size, 1U);
    EXPECT_EQ(groups[2].size, 2U);
}

// 13 in 4 groups: borders at 3.25, 6.5 and 9.75, so 3, 3, 3 and 4.
TEST(Scores, group_forecasts_evenly_where_they_cannot_be_parted_equally) {
    std::vector<float> forecasts;
    for (int i = 0; i < 13; ++i) forecasts.push_back(static_cast<float>(i) / 13);
    const auto groups = calibration(forecasts, std::vector<std::uint8_t>(13, 0), 4);
    ASSERT_EQ(groups.size(), 4U);
    EXPECT_EQ(groups[0].size, 3U);
    EXPECT_EQ(groups[1].size, 3U);
    EXPECT_EQ(groups[2].size, 3U);
    EXPECT_EQ(groups[3].size, 4U);
}

}  // namespace
}  // namespace entente::models
