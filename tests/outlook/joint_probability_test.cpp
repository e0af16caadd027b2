#include "outlook/joint_probability.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace entente::outlook {
namespace {

// Fréchet's bounds: .6 and .7 overlap by .3 at least, by .6 at most; independent .42.
TEST(Conjunction, lies_between_the_bounds_of_frechet) {
    const std::vector<ProbabilityRange> parts{{0.6, 0.6}, {0.7, 0.7}};
    const auto joint = conjunction(parts);
    EXPECT_NEAR(joint.least, 0.3, 1e-12);
    EXPECT_NEAR(joint.most, 0.6, 1e-12);
    EXPECT_NEAR(joint.independent.low, 0.42, 1e-12);
    EXPECT_NEAR(joint.independent.high, 0.42, 1e-12);
}

TEST(Conjunction, of_unlikely_parts_may_be_impossible_and_is_never_likelier_than_the_least_likely) {
    const std::vector<ProbabilityRange> parts{{0.1, 0.3}, {0.2, 0.5}, {0.05, 0.9}};
    const auto joint = conjunction(parts);
    EXPECT_DOUBLE_EQ(joint.least, 0);
    EXPECT_DOUBLE_EQ(joint.most, 0.3);
    EXPECT_NEAR(joint.independent.low, 0.001, 1e-12);
    EXPECT_NEAR(joint.independent.high, 0.135, 1e-12);
}

// .2 · .9 + .8 · .5 = .58; .4 · .9 + .6 · .5 = .66.
TEST(Mixture, of_one_scenario_runs_between_the_ends_of_its_probability) {
    const std::vector<Alternative> one{{{0.2, 0.4}, 0.9}};
    const auto range = mixture(one, 0.5);
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->low, 0.58, 1e-12);
    EXPECT_NEAR(range->high, 0.66, 1e-12);
}

// The upper ends add up to 1.2, so not both can be had. Greatest: .5 at 1, then .5 at .6: .8; against .5 otherwise with
// p1 at its end: .5·1 + .5·.6 = .8. Least: p1 = .3, p2 = .2: .3·1 + .2·.6 + .5·.5 = .67.
TEST(Mixture, of_alternatives_shares_out_no_more_than_one) {
    const std::vector<Alternative> two{{{0.3, 0.5}, 1.0}, {{0.2, 0.7}, 0.6}};
    const auto range = mixture(two, 0.5);
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->high, 0.8, 1e-12);
    EXPECT_NEAR(range->low, 0.67, 1e-12);
}

// Greatest: only the alternative that raises it is at its upper end: .4·1 + .1·0 + .5·.5 = .65. Least: the one that
// lowers it at its upper end: .2·1 + .6·0 + .2·.5 = .3.
TEST(Mixture, takes_each_alternative_at_the_end_that_serves) {
    const std::vector<Alternative> two{{{0.2, 0.4}, 1.0}, {{0.1, 0.6}, 0.0}};
    const auto range = mixture(two, 0.5);
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->high, 0.65, 1e-12);
    EXPECT_NEAR(range->low, 0.3, 1e-12);
}

TEST(Mixture, does_not_exist_where_the_lower_ends_add_up_to_more_than_one) {
    const std::vector<Alternative> two{{{0.6, 0.7}, 1.0}, {{0.5, 0.6}, 0.0}};
    EXPECT_FALSE(mixture(two, 0.5));
}

}  // namespace
}  // namespace entente::outlook
