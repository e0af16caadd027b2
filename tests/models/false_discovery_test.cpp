#include <gtest/gtest.h>

#include "models/false_discovery.hpp"

namespace entente::models {
namespace {

// R: p.adjust(c(.01, .02, .03, .04, .05, .5, .9, .001), "BH").
TEST(FalseDiscovery, agrees_with_r) {
    const auto adjusted = false_discovery_adjusted({.01, .02, .03, .04, .05, .5, .9, .001});
    const std::vector<double> expected{.04, .0533333333333, .06, .064, .0666666666667, .5714285714286, .9, .008};
    ASSERT_EQ(adjusted.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-12) << i;
}

TEST(FalseDiscovery, never_lowers_a_p_value_and_never_passes_one) {
    const std::vector<double> p{.9, .2, 1, .04, .2, 0};
    const auto adjusted = false_discovery_adjusted(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
        EXPECT_GE(adjusted[i], p[i]);
        EXPECT_LE(adjusted[i], 1);
    }
    EXPECT_EQ(adjusted[1], adjusted[4]);
}

TEST(FalseDiscovery, of_one_test_is_its_own_p_value) {
    EXPECT_EQ(false_discovery_adjusted({.03}), std::vector<double>{.03});
    EXPECT_TRUE(false_discovery_adjusted({}).empty());
}

}  // namespace
}  // namespace entente::models
