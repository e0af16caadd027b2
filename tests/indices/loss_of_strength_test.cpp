#include <cmath>
#include <limits>
#include <numbers>

#include <gtest/gtest.h>

#include "indices/great_circle.hpp"
#include "indices/loss_of_strength.hpp"

namespace entente::indices {
namespace {

// The formula run in R 4.2 for a share of .1 at 500 miles a day: exponent and result.
TEST(LossOfStrength, agrees_with_a_second_implementation) {
    struct Answer {
        double miles;
        double exponent;
        double value;
    };
    for (const auto& [miles, exponent, value] :
         {Answer{0, 0.8622339, 0.1373302}, Answer{500, 0.9181204, 0.1207479}, Answer{1000, 0.9676284, 0.1077387},
          Answer{5000, 1.237587, 0.0578646}, Answer{10000, 1.435872, 0.0366546}}) {
        const auto strength = strength_at_distance(0.1, miles, kMilesPerDaySince1946);
        EXPECT_NEAR(strength.exponent.value_or(0), exponent, 1e-6) << miles;
        EXPECT_NEAR(strength.value.value_or(0), value, 1e-7) << miles;
    }
}

// The same for capability shares of 2016 and the distances of great_circle_test.cpp, in kilometres.
TEST(LossOfStrength, agrees_with_a_second_implementation_between_capitals) {
    struct Answer {
        double share;
        double km;
        double value;
    };
    for (const auto& [share, km, value] : {Answer{0.230825, 2101.9, 0.23240}, Answer{0.013478, 1291.9, 0.01681},
                                           Answer{0.036467, 7491.2, 0.01761}, Answer{0.133254, 10902.7, 0.07010}}) {
        const auto strength = strength_at_distance(share, km / kKmPerMile, kMilesPerDaySince1946);
        EXPECT_NEAR(strength.value.value_or(0), value, 1e-5) << share;
    }
}

// By hand: at e days of travel the logarithm is of 10, the exponent 1.
TEST(LossOfStrength, neither_loses_nor_gains_after_e_days_of_travel) {
    const double e_days = std::numbers::e * kMilesPerDaySince1946;
    EXPECT_NEAR(strength_at_distance(0.1, e_days, kMilesPerDaySince1946).value.value_or(0), 0.1, 1e-12);
}

TEST(LossOfStrength, marks_a_share_that_the_formula_inflates) {
    const double e_days = std::numbers::e * kMilesPerDaySince1946;
    const auto nearer = strength_at_distance(0.1, e_days - 1, kMilesPerDaySince1946);
    EXPECT_TRUE(nearer.inflated);
    EXPECT_GT(nearer.value.value_or(0), 0.1);
    const auto farther = strength_at_distance(0.1, e_days + 1, kMilesPerDaySince1946);
    EXPECT_FALSE(farther.inflated);
    EXPECT_LT(farther.value.value_or(1), 0.1);
}

TEST(LossOfStrength, leaves_nothing_and_everything_as_they_are) {
    EXPECT_EQ(strength_at_distance(0, 100, 500).value.value_or(-1), 0);
    EXPECT_EQ(strength_at_distance(1, 9000, 500).value.value_or(-1), 1);
    EXPECT_FALSE(strength_at_distance(0, 100, 500).inflated);
    EXPECT_FALSE(strength_at_distance(1, 100, 500).inflated);
}

TEST(LossOfStrength, falls_with_the_distance) {
    double before = 1;
    for (double miles = 0; miles < 12000; miles += 250) {
        const double now = strength_at_distance(0.2, miles, kMilesPerDayTo1945).value.value_or(2);
        EXPECT_LT(now, before);
        before = now;
    }
}

// Bueno de Mesquita (1981): 250 miles a day to 1918, 375 to 1945, 500 since.
TEST(LossOfStrength, takes_the_speed_of_the_age) {
    EXPECT_FALSE(miles_per_day(1815).has_value());
    EXPECT_EQ(miles_per_day(1816), 250);
    EXPECT_EQ(miles_per_day(1918), 250);
    EXPECT_EQ(miles_per_day(1919), 375);
    EXPECT_EQ(miles_per_day(1945), 375);
    EXPECT_EQ(miles_per_day(1946), 500);
    EXPECT_EQ(miles_per_day(2020), 500);
}

TEST(LossOfStrength, says_why_there_is_none) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& refused :
         {strength_at_distance(1.1, 0, 500), strength_at_distance(-0.1, 0, 500), strength_at_distance(0.1, -1, 500),
          strength_at_distance(0.1, 0, 0), strength_at_distance(nan, 0, 500), strength_at_distance(0.1, nan, 500),
          strength_at_distance(0.1, 0, nan)}) {
        EXPECT_FALSE(refused.value.has_value());
        EXPECT_FALSE(refused.why_not.empty());
        EXPECT_FALSE(refused.inflated);
    }
}

}  // namespace
}  // namespace entente::indices
