#include <optional>

#include <gtest/gtest.h>

#include "indices/joint_democracy.hpp"

namespace entente::indices {
namespace {

TEST(JointDemocracy, needs_both_at_the_threshold) {
    EXPECT_EQ(joint_democracy(6, 10).both, true);
    EXPECT_EQ(joint_democracy(5, 10).both, false);
    EXPECT_EQ(joint_democracy(5, 10, 5).both, true);
    EXPECT_EQ(joint_democracy(6, 10, 7).both, false);
}

// Dixon (1994): the less democratic of the two decides.
TEST(JointDemocracy, is_as_weak_as_its_weakest_link) {
    EXPECT_EQ(joint_democracy(-7, 10).weakest_link, -7);
    EXPECT_EQ(joint_democracy(10, -7).weakest_link, -7);
}

// By hand: (−7 + 10) / 20 squared is .0225, (8 + 10) / 20 squared .81. The raw products would be 49 and 64.
TEST(JointDemocracy, has_a_low_product_for_two_autocracies) {
    EXPECT_NEAR(joint_democracy(-7, -7).product.value_or(1), 0.0225, 1e-12);
    EXPECT_NEAR(joint_democracy(8, 8).product.value_or(0), 0.81, 1e-12);
    EXPECT_DOUBLE_EQ(joint_democracy(10, 10).product.value_or(0), 1);
    EXPECT_DOUBLE_EQ(joint_democracy(-10, 10).product.value_or(1), 0);
}

TEST(JointDemocracy, is_missing_where_a_score_is) {
    const auto one_missing = joint_democracy(8, std::nullopt);
    EXPECT_FALSE(one_missing.both.has_value());
    EXPECT_FALSE(one_missing.weakest_link.has_value());
    EXPECT_FALSE(one_missing.product.has_value());
}

TEST(JointDemocracy, is_known_to_be_none_where_one_state_is_no_democracy) {
    EXPECT_EQ(joint_democracy(-7, std::nullopt).both, false);
    EXPECT_EQ(joint_democracy(std::nullopt, 5).both, false);
    EXPECT_FALSE(joint_democracy(-7, std::nullopt).weakest_link.has_value());
}

// Polity IV: −66 foreign interruption, −77 interregnum, −88 transition.
TEST(JointDemocracy, takes_special_codes_for_no_scores) {
    for (const int code : {-66, -77, -88, -9999, 11}) {
        EXPECT_FALSE(joint_democracy(8, code).both.has_value()) << code;
        EXPECT_FALSE(joint_democracy(8, code).weakest_link.has_value()) << code;
    }
}

}  // namespace
}  // namespace entente::indices
