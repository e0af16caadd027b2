#include <gtest/gtest.h>

#include "models/bai_perron.hpp"
#include "models/break_interval.hpp"
#include "models/known_series.hpp"

namespace entente::models {
namespace {

using testing::nile;

// R: strucchange::breakpoints(Nile ~ 1), summary and confint; also Zeileis et al. (2003), section 5.
TEST(BaiPerron, finds_the_break_of_the_nile_with_its_interval) {
    const auto result = bai_perron(nile(), Shape::Level);
    ASSERT_EQ(result.best, 1U) << result.why_not;
    EXPECT_EQ(result.partitions[1].breaks, std::vector<std::size_t>{28});
    ASSERT_TRUE(result.intervals.at(0));
    EXPECT_EQ(result.intervals[0]->low, 25);
    EXPECT_EQ(result.intervals[0]->high, 32);
    EXPECT_NEAR(result.levels.at(0), 1097.75, 1e-9);
    EXPECT_NEAR(result.levels.at(1), 849.97222222, 1e-7);
}

TEST(BaiPerron, agrees_with_r_on_every_number_of_breaks) {
    const auto result = bai_perron(nile(), Shape::Level);
    const std::vector<double> sums{2835156.75,    1597457.19444, 1552923.61578,
                                   1538096.51275, 1507888.47592, 1659993.50043};
    const std::vector<double> bics{1318.24181, 1270.08374, 1276.46670, 1284.71767, 1291.94448, 1310.76515};
    ASSERT_EQ(result.partitions.size(), sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        EXPECT_NEAR(result.partitions[i].residual_sum_of_squares, sums[i], 1e-4) << i;
        EXPECT_NEAR(result.partitions[i].bic, bics[i], 1e-4) << i;
    }
    EXPECT_EQ(result.partitions[5].breaks, (std::vector<std::size_t>{15, 30, 45, 68, 83}));
}

// R: t <- 1:100; strucchange::breakpoints(Nile ~ t).
TEST(BaiPerron, agrees_with_r_where_segments_have_trends) {
    const auto result = bai_perron(nile(), Shape::LevelAndTrend);
    ASSERT_EQ(result.best, 1U) << result.why_not;
    EXPECT_NEAR(result.partitions[0].bic, 1298.44488, 1e-4);
    EXPECT_NEAR(result.partitions[1].bic, 1278.20633, 1e-4);
    EXPECT_NEAR(result.partitions[5].residual_sum_of_squares, 1381505.78138, 1e-3);
    EXPECT_EQ(result.partitions[3].breaks, (std::vector<std::size_t>{28, 68, 83}));
    EXPECT_FALSE(result.intervals.at(0));
}

// R: strucchange:::pargmaxV(x, xi, phi1, phi2); the variance after the break is xi (phi2 / phi1)².
TEST(BreakInterval, has_the_distribution_of_bai) {
    EXPECT_NEAR(break_date_distribution(-3, 1, 1), 0.15682066838, 1e-9);
    EXPECT_NEAR(break_date_distribution(-3, 0.5, 2), 0.0760250365247, 1e-9);
    EXPECT_NEAR(break_date_distribution(2, 0.5, 2), 0.387536370694, 1e-9);
    EXPECT_NEAR(break_date_distribution(5, 2, 2 * 1.69 / 0.49), 0.800189369198, 1e-9);
    EXPECT_NEAR(break_date_distribution(-0.5, 2, 2 * 1.69 / 0.49), 0.179727473004, 1e-9);
}

// Bai (1997), p. 554: with equal variances 95 % of it lie within ±11.
TEST(BreakInterval, has_the_published_quantiles) {
    EXPECT_NEAR(break_date_distribution(11.03, 1, 1), 0.975, 0.0005);
    EXPECT_NEAR(break_date_distribution(-11.03, 1, 1), 0.025, 0.0005);
    EXPECT_NEAR(break_date_distribution(0, 1, 1), 0.5, 1e-9);
}

TEST(BreakInterval, is_a_distribution_for_any_ratio_of_variances) {
    for (const double ratio : {1e-4, 0.1, 1.0, 7.0, 1e4}) {
        double last = 0;
        for (double x = -5000; x <= 5000; x += 12.5) {
            const double reached = break_date_distribution(x, 1, ratio);
            EXPECT_GE(reached, last - 1e-6) << ratio << ' ' << x;
            last = reached;
        }
        EXPECT_NEAR(break_date_distribution(1e7, 1, ratio), 1, 1e-6);
        EXPECT_NEAR(break_date_distribution(-1e7, 1, ratio), 0, 1e-6);
    }
}

TEST(BreakInterval, is_missing_where_a_segment_has_no_variation) {
    EXPECT_FALSE(break_interval({5, 1, 0, 1}, 0.95));
    EXPECT_FALSE(break_interval({5, 0, 1, 1}, 0.95));
    EXPECT_TRUE(break_interval({5, 1, 1, 1}, 0.95));
}

TEST(BaiPerron, does_not_depend_on_the_unit_or_the_origin) {
    const auto moved = bai_perron(testing::moved_and_scaled(nile(), -1e6, 1e-3), Shape::Level);
    ASSERT_EQ(moved.best, 1U) << moved.why_not;
    EXPECT_EQ(moved.partitions[1].breaks, std::vector<std::size_t>{28});
    EXPECT_EQ(moved.intervals.at(0)->high, 32);
}

TEST(BaiPerron, finds_two_planted_breaks) {
    auto series = testing::with_jump(testing::noise(60, 7), 20, 5);
    series = testing::with_jump(std::move(series), 41, -8);
    const auto result = bai_perron(series, Shape::Level);
    ASSERT_EQ(result.best, 2U) << result.why_not;
    EXPECT_EQ(result.partitions[2].breaks, (std::vector<std::size_t>{20, 41}));
}

// The BIC's price for a break is 2 ln n; in 200 series of noise it is seldom paid.
TEST(BaiPerron, finds_few_breaks_where_there_are_none) {
    int found = 0;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        found += bai_perron(testing::noise(50, draw), Shape::Level).best > 0 ? 1 : 0;
    }
    EXPECT_LT(found, 30);
}

TEST(BaiPerron, says_why_there_is_no_partition) {
    EXPECT_EQ(bai_perron(testing::yearly(2000, {1, 2, 3, 4}), Shape::Level).why_not, "too short: 4 points");
    EXPECT_NE(bai_perron(testing::yearly(2000, {1, 1, 1, 4, 4, 4, 4}), Shape::Level).why_not.find("no variation"),
              std::string::npos);
}

}  // namespace
}  // namespace entente::models
