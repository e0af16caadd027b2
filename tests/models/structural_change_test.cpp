#include <gtest/gtest.h>

#include "models/known_series.hpp"
#include "models/structural_change.hpp"

namespace entente::models {
namespace {

using testing::nile;

StructuralChangeOptions with_draws(int draws) {
    StructuralChangeOptions options;
    options.draws = draws;
    return options;
}

// R: fs <- strucchange::Fstats(Nile ~ 1); sctest(fs, "supF"), "aveF", "expF"; also in strucchange's reference output.
TEST(StructuralChange, agrees_with_r_on_the_nile) {
    const auto change = structural_change(nile(), Shape::Level, with_draws(499));
    ASSERT_TRUE(change.largest) << change.why_not;
    EXPECT_NEAR(change.largest->statistic, 75.9297694275, 1e-8);
    EXPECT_NEAR(change.average.statistic, 21.214666778, 1e-8);
    EXPECT_NEAR(change.exponential.statistic, 33.7589749564, 1e-8);
    EXPECT_EQ(change.before, testing::kNileBreak);
    EXPECT_EQ(change.statistics.size(), 71U);
    EXPECT_EQ(change.first_tried, 15U);
}

// R: t <- 1:100; max(strucchange::Fstats(Nile ~ t)$Fstats).
TEST(StructuralChange, agrees_with_r_where_segments_have_trends) {
    const auto change = structural_change(nile(), Shape::LevelAndTrend, with_draws(99));
    ASSERT_TRUE(change.largest) << change.why_not;
    EXPECT_NEAR(change.largest->statistic, 38.9479012687, 1e-8);
    EXPECT_EQ(change.before, testing::kNileBreak);
}

TEST(StructuralChange, never_claims_more_than_its_draws_can_show) {
    const auto change = structural_change(nile(), Shape::Level, with_draws(499));
    EXPECT_DOUBLE_EQ(change.largest.value_or(ScanTest{}).p, 1.0 / 500);
    EXPECT_DOUBLE_EQ(change.average.p, 1.0 / 500);
}

TEST(StructuralChange, gives_the_same_p_value_each_time_and_another_for_another_seed) {
    auto options = with_draws(999);
    const auto series = testing::noise(24, 3);
    const auto once = structural_change(series, Shape::Level, options);
    EXPECT_EQ(once.average.p, structural_change(series, Shape::Level, options).average.p);
    options.seed = 2;
    EXPECT_NE(once.average.p, structural_change(series, Shape::Level, options).average.p);
}

// What is left of the scale after moving by 10⁶ is seven digits.
TEST(StructuralChange, does_not_depend_on_the_unit_or_the_origin) {
    const auto moved = structural_change(testing::moved_and_scaled(nile(), 1e6, -0.01), Shape::Level, with_draws(99));
    EXPECT_NEAR(moved.largest.value_or(ScanTest{}).statistic, 75.9297694275, 1e-5);
}

TEST(StructuralChange, finds_a_planted_break) {
    const auto change =
        structural_change(testing::with_jump(testing::noise(40, 11), 25, 4), Shape::Level, with_draws(499));
    EXPECT_EQ(change.before, 25U);
    EXPECT_LT(change.largest.value_or(ScanTest{}).p, 0.01);
}

// Of 200 series of noise 10 are expected at .05; more than 22 has a chance below .001 (binomial).
TEST(StructuralChange, rejects_few_series_without_a_change) {
    int rejected = 0;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        const auto change = structural_change(testing::noise(16, draw), Shape::Level, with_draws(199));
        rejected += change.largest.value_or(ScanTest{}).p <= 0.05 ? 1 : 0;
    }
    EXPECT_LE(rejected, 22);
    EXPECT_GE(rejected, 1);
}

TEST(StructuralChange, says_why_there_is_no_test) {
    EXPECT_EQ(structural_change(testing::yearly(2000, {1, 2, 3, 4}), Shape::Level).why_not, "too short: 4 points");
    const auto constant = structural_change(testing::yearly(2000, std::vector<double>(20, 4)), Shape::Level);
    EXPECT_EQ(constant.why_not, "no variation: all points have the same value");
    const auto steps = structural_change(testing::yearly(2000, {1, 1, 1, 1, 5, 5, 5, 5}), Shape::Level);
    EXPECT_FALSE(steps.largest);
    EXPECT_NE(steps.why_not.find("no variation"), std::string::npos);
}

}  // namespace
}  // namespace entente::models
