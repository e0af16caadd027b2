#include <gtest/gtest.h>

#include "models/cusum.hpp"
#include "models/known_series.hpp"

namespace entente::models {
namespace {

// R: strucchange::sctest(Nile ~ 1, type = "OLS-CUSUM"); also in strucchange's own reference output.
TEST(OlsCusum, agrees_with_r_on_the_nile) {
    const auto cusum = ols_cusum(testing::nile());
    ASSERT_TRUE(cusum.statistic) << cusum.why_not;
    EXPECT_NEAR(*cusum.statistic, 2.95176610266, 1e-9);
    EXPECT_NEAR(cusum.p / 5.40855346065e-08, 1, 1e-6);
    EXPECT_EQ(cusum.before, testing::kNileBreak);
}

// R's reference output for the demand for German M1: 0.50881, p = 0.958.
TEST(OlsCusum, has_the_p_value_of_the_published_control) {
    EXPECT_NEAR(chance_that_a_bridge_exceeds(0.50881), 0.958, 0.0005);
}

// Smirnov (1948), table: 1.36 is exceeded in 4.9 % of cases, 1.63 in 1 %.
TEST(OlsCusum, has_the_tabled_critical_values) {
    EXPECT_NEAR(chance_that_a_bridge_exceeds(1.36), 0.0495, 0.0001);
    EXPECT_NEAR(chance_that_a_bridge_exceeds(1.63), 0.0098, 0.0001);
}

TEST(OlsCusum, passes_smoothly_from_one_series_to_the_other) {
    EXPECT_NEAR(chance_that_a_bridge_exceeds(0.5 - 1e-12), chance_that_a_bridge_exceeds(0.5), 1e-9);
    EXPECT_DOUBLE_EQ(chance_that_a_bridge_exceeds(0), 1);
    EXPECT_NEAR(chance_that_a_bridge_exceeds(0.1), 1, 1e-9);
}

TEST(OlsCusum, does_not_depend_on_the_unit_or_the_origin) {
    const auto moved = ols_cusum(testing::moved_and_scaled(testing::nile(), -7e5, 1e-4));
    EXPECT_NEAR(moved.statistic.value_or(0), 2.95176610266, 1e-6);
}

TEST(OlsCusum, rejects_few_series_without_a_change) {
    int rejected = 0;
    for (std::uint64_t draw = 0; draw < 400; ++draw) rejected += ols_cusum(testing::noise(30, draw)).p < 0.05 ? 1 : 0;
    EXPECT_LT(rejected, 32);  // the limit is conservative for short series
    EXPECT_GT(rejected, 1);
}

}  // namespace
}  // namespace entente::models
