#include "outlook/forecast_scores.hpp"

#include <gtest/gtest.h>

namespace entente::outlook {
namespace {

std::vector<SettledForecast> ten_forecasts() {
    const std::vector<double> given{.9, .8, .7, .6, .3, .2, .1, .1, .4, .5};
    const std::vector<int> happened{1, 1, 1, 0, 0, 0, 0, 1, 0, 1};
    std::vector<SettledForecast> forecasts;
    for (std::size_t i = 0; i < given.size(); ++i) forecasts.push_back({{given[i], given[i]}, happened[i] == 1});
    return forecasts;
}

// Murphy's parts by hand: .01 + .04 + .09 + .36 + .09 + .04 + .01 + .81 + .16 + .25 = 1.86 over ten. Base rate .5. Nine
// groups, .1 twice: reliability (.105 over the eight others: 1.04 ÷ 10 = .104, and 2 · (.1 − .5)² ÷ 10 = .032) .136;
// resolution eight times .25 ÷ 10 = .2.
TEST(ForecastScores, are_those_worked_out_by_hand) {
    const auto scores = score(ten_forecasts());
    ASSERT_TRUE(scores);
    EXPECT_EQ(scores->forecasts, 10U);
    EXPECT_NEAR(scores->brier, 0.186, 1e-12);
    EXPECT_NEAR(scores->parts.reliability, 0.136, 1e-12);
    EXPECT_NEAR(scores->parts.resolution, 0.2, 1e-12);
    EXPECT_NEAR(scores->parts.uncertainty, 0.25, 1e-12);
    EXPECT_NEAR(scores->skill.value_or(0), 1 - 0.186 / 0.25, 1e-12);
    // R 4.2.2: mean(log(ifelse(o == 1, p, 1 - p))) = -0.579320665102.
    EXPECT_NEAR(scores->log.value_or(0), -0.579320665102, 1e-11);
    EXPECT_NEAR(scores->brier_best, scores->brier, 1e-12);
}

TEST(ForecastScores, keep_every_value_apart_where_these_are_few) {
    const auto scores = score(ten_forecasts());
    ASSERT_EQ(scores->calibration.size(), 9U);
    EXPECT_EQ(scores->calibration[0].size, 2U);
    EXPECT_DOUBLE_EQ(scores->calibration[0].happened, 0.5);
}

// Wilson (1927) for 1 of 2: (.5 + z²/4) ÷ (1 + z²/2) ± z ÷ (1 + z²/2) · √(.125 + z²/16), z = 1.96: .5 ± .4055, as R's
// prop.test(1, 2, correct = FALSE) prints .0945–.9055.
TEST(ForecastScores, give_the_share_that_came_true_an_interval) {
    const auto scores = score(ten_forecasts());
    EXPECT_NEAR(scores->calibration[0].low, 0.0945, 5e-5);
    EXPECT_NEAR(scores->calibration[0].high, 0.9055, 5e-5);
}

TEST(ForecastScores, make_groups_of_many_values_without_parting_equals) {
    std::vector<SettledForecast> many;
    for (int i = 0; i < 200; ++i) many.push_back({{i / 200.0, i / 200.0}, i % 2 == 0});
    const auto scores = score(many);
    ASSERT_EQ(scores->calibration.size(), 10U);
    for (const auto& group : scores->calibration) EXPECT_EQ(group.size, 20U);
}

// [.8, .95] that came true counts by .875: (1 − .875)² = .015625; at best .05², at worst .2².
TEST(ForecastScores, take_a_range_by_its_middle_and_say_what_its_ends_would_give) {
    const std::vector<SettledForecast> one{{{0.8, 0.95}, true}};
    const auto scores = score(one);
    EXPECT_NEAR(scores->brier, 0.015625, 1e-12);
    EXPECT_NEAR(scores->brier_best, 0.0025, 1e-12);
    EXPECT_NEAR(scores->brier_worst, 0.04, 1e-12);
    EXPECT_FALSE(scores->skill) << "all came true: no variation to explain";
}

TEST(ForecastScores, have_no_log_score_where_what_happened_had_no_chance) {
    const std::vector<SettledForecast> sure{{{0, 0}, true}, {{0.5, 0.5}, false}};
    EXPECT_FALSE(score(sure)->log);
    EXPECT_FALSE(score({}));
}

}  // namespace
}  // namespace entente::outlook
