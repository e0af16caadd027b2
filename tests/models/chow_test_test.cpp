#include <gtest/gtest.h>

#include "models/chow_test.hpp"
#include "models/known_series.hpp"

namespace entente::models {
namespace {

using testing::kNileBreak;
using testing::nile;

// R: strucchange::sctest(Nile ~ 1, type = "Chow", point = 28) gives F = 75.9297694; pf(75.9297694275, 1, 98,
// lower.tail = FALSE) gives p = 7.43904e-14, where sctest itself, by 1 − pf, loses digits: 7.43849e-14.
TEST(ChowTest, agrees_with_r_on_the_nile) {
    const auto test = chow_test(nile(), kNileBreak, Shape::Level);
    ASSERT_TRUE(test.statistic) << test.why_not;
    EXPECT_NEAR(*test.statistic, 75.9297694275, 1e-8);
    EXPECT_NEAR(test.p / 7.43904230978e-14, 1, 1e-6);
    EXPECT_EQ(test.before, 28U);
    EXPECT_EQ(test.after, 72U);
}

// R: t <- 1:100; strucchange::sctest(Nile ~ t, type = "Chow", point = 28).
TEST(ChowTest, agrees_with_r_where_both_parts_have_a_trend) {
    const auto test = chow_test(nile(), kNileBreak, Shape::LevelAndTrend);
    ASSERT_TRUE(test.statistic) << test.why_not;
    EXPECT_NEAR(*test.statistic, 19.4739506344, 1e-8);
    EXPECT_NEAR(test.p / 7.96241335088e-08, 1, 1e-6);
}

// By hand: 1, 2, 3 | 5, 6, 7: RSS_0 = 28, RSS_1 = RSS_2 = 2, so F = (28 − 4) / (4 / 4) = 24, the square of t = 4.899.
TEST(ChowTest, of_one_level_is_the_square_of_the_t_test) {
    const auto test = chow_test(testing::yearly(2000, {1, 2, 3, 5, 6, 7}), 3, Shape::Level);
    EXPECT_NEAR(test.statistic.value_or(0), 24, 1e-12);
}

TEST(ChowTest, does_not_depend_on_the_unit_or_the_origin) {
    const auto moved = chow_test(testing::moved_and_scaled(nile(), 1e6, -0.001), kNileBreak, Shape::LevelAndTrend);
    EXPECT_NEAR(moved.statistic.value_or(0), 19.4739506344, 1e-6);
}

TEST(ChowTest, says_how_many_points_there_are_where_they_are_too_few) {
    const auto series = testing::yearly(2010, {3, 4, 5, 4, 3, 9});
    EXPECT_EQ(chow_test(series, 5, Shape::Level).why_not, "too short: 5 before / 1 after");
    EXPECT_EQ(chow_test(series, 4, Shape::LevelAndTrend).why_not, "too short: 4 before / 2 after");
    EXPECT_EQ(chow_test(series, 99, Shape::Level).why_not, "too short: 6 before / 0 after");
    EXPECT_FALSE(chow_test({}, 0, Shape::Level).statistic);
}

TEST(ChowTest, is_undefined_where_both_parts_are_constant) {
    const auto test = chow_test(testing::yearly(2010, {1, 1, 1, 5, 5, 5}), 3, Shape::Level);
    EXPECT_FALSE(test.statistic);
    EXPECT_NE(test.why_not.find("no variation"), std::string::npos);
}

// Of 400 series of noise 5 % are expected; more than 8 % has a chance below .005 (binomial).
TEST(ChowTest, rejects_about_one_in_twenty_series_without_a_change) {
    int rejected = 0;
    for (std::uint64_t draw = 0; draw < 400; ++draw) {
        rejected += chow_test(testing::noise(20, draw), 14, Shape::Level).p < 0.05 ? 1 : 0;
    }
    EXPECT_GT(rejected, 8);
    EXPECT_LT(rejected, 32);
}

}  // namespace
}  // namespace entente::models
