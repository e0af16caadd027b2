#include "burden/opinion_change.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace entente::burden {
namespace {

// Row T036 of cases/us-japan: confidence in the US president 78 % (2016) and 24 % (2017); 1,000 asked is an assumption.
// R: prop.test(c(240, 780), c(1000, 1000), correct = FALSE) gives χ² = 24.15436551², p = 6.718246143e−129 and the
// interval −.5768765023 … −.5031234977 (its estimate is the first share less the second).
TEST(OpinionChange, gives_the_fall_of_confidence_d02) {
    const auto change = opinion_change({0.78, 1000}, {0.24, 1000});
    EXPECT_NEAR(change.change, -0.54, 1e-12);
    EXPECT_NEAR(change.z.value(), -24.15436551, 1e-8);
    EXPECT_NEAR(change.p.value() / 6.718246143e-129, 1, 1e-6);
    EXPECT_NEAR(change.low.value(), -0.5768765023, 1e-9);
    EXPECT_NEAR(change.high.value(), -0.5031234977, 1e-9);
}

// Row T037: favourable view 72 % and 57 %; D03: z = −7.0.
TEST(OpinionChange, gives_the_fall_of_favourability_d03) {
    const auto change = opinion_change({0.72, 1000}, {0.57, 1000});
    EXPECT_NEAR(change.change, -0.15, 1e-12);
    EXPECT_NEAR(change.z.value(), -7.0, 0.05);
}

// R: prop.test(c(456, 864), c(800, 1200), correct = FALSE): χ² = 6.937459351², −.1926883125 … −.1073116875.
TEST(OpinionChange, takes_polls_of_different_size) {
    const auto change = opinion_change({0.72, 1200}, {0.57, 800});
    EXPECT_NEAR(change.z.value(), -6.937459351, 1e-8);
    EXPECT_NEAR(change.low.value(), -0.1926883125, 1e-9);
    EXPECT_NEAR(change.high.value(), -0.1073116875, 1e-9);
}

// Each answer counts for 1/deff of one: z shrinks and the interval grows by √deff.
TEST(OpinionChange, is_less_certain_with_a_design_effect) {
    const auto simple = opinion_change({0.5, 1000}, {0.45, 1000});
    const auto clustered = opinion_change({0.5, 1000}, {0.45, 1000}, 2.25);
    EXPECT_NEAR(clustered.z.value(), simple.z.value() / 1.5, 1e-12);
    EXPECT_NEAR(*clustered.high - *clustered.low, 1.5 * (*simple.high - *simple.low), 1e-12);
    EXPECT_EQ(clustered.change, simple.change);
    EXPECT_GT(clustered.p.value(), simple.p.value());
}

TEST(OpinionChange, has_no_error_where_it_is_not_known_how_many_were_asked) {
    const auto change = opinion_change({0.78, std::nullopt}, {0.24, 1000});
    EXPECT_NEAR(change.change, -0.54, 1e-12);
    EXPECT_FALSE(change.z);
    EXPECT_FALSE(change.p);
    EXPECT_FALSE(change.low);
    EXPECT_FALSE(opinion_change({0.78, 0}, {0.24, 1000}).z);
}

TEST(OpinionChange, says_nothing_of_error_where_all_agreed) {
    const auto same = opinion_change({1, 100}, {1, 100});
    EXPECT_FALSE(same.z);
    EXPECT_FALSE(same.low);
    const auto opposite = opinion_change({0, 100}, {1, 100});
    EXPECT_TRUE(opposite.z);
    EXPECT_FALSE(opposite.low);
}

// R: prop.test(c(4, 0), c(4, 4) …) keeps its interval within −1 … 1 as well; 3 of 4 after 0 of 4: .75 ± 1.96 · √(.75 ·
// .25 ÷ 4) = .3257 … 1.1743.
TEST(OpinionChange, keeps_its_interval_within_what_a_share_can_change_by) {
    const auto change = opinion_change({0, 4}, {0.75, 4});
    EXPECT_NEAR(change.low.value(), 0.3257, 5e-5);
    EXPECT_EQ(change.high.value(), 1);
}

}  // namespace
}  // namespace entente::burden
