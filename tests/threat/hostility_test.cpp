#include "threat/hostility.hpp"

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace entente::threat {
namespace {

// Two acts of level 1, now and one half-life ago: 1 + 0.5; ten years later half of that.
TEST(RememberedHostility, halves_an_act_after_each_half_life) {
    const std::array<HostileYear, 2> past{{{1990, 1}, {2000, 1}}};
    EXPECT_DOUBLE_EQ(remembered_hostility(past, 2000, 10), 1.5);
    EXPECT_DOUBLE_EQ(remembered_hostility(past, 2010, 10), 0.75);
}

// .8 · 0.5^(3/10) + .4 · 0.5^(1/10), in R 4.2: .8*.5^.3 + .4*.5^.1 = 1.023015
TEST(RememberedHostility, agrees_with_a_second_implementation_between_half_lives) {
    const std::array<HostileYear, 2> past{{{1997, 0.8}, {1999, 0.4}}};
    EXPECT_NEAR(remembered_hostility(past, 2000, 10), 1.023015, 1e-6);
}

TEST(RememberedHostility, knows_nothing_of_the_future) {
    const std::array<HostileYear, 2> past{{{1990, 1}, {2001, 1}}};
    EXPECT_DOUBLE_EQ(remembered_hostility(past, 2000, 10), 0.5);
}

TEST(RememberedHostility, of_no_act_is_zero) {
    EXPECT_EQ(remembered_hostility({}, 2000, 10), 0);
}

TEST(RememberedHostility, never_falls_when_an_act_is_added_or_raised) {
    std::mt19937 draw{1};
    std::uniform_int_distribution<int> year{1816, 2014};
    std::uniform_real_distribution<double> level{0, 1};
    std::vector<HostileYear> past;
    double before = 0;
    for (int act = 0; act < 200; ++act) {
        past.push_back({year(draw), level(draw)});
        const double added = remembered_hostility(past, 2000, 10);
        EXPECT_GE(added, before);
        past.back().level += 0.1;
        before = remembered_hostility(past, 2000, 10);
        EXPECT_GE(before, added);
    }
}

// 1 − 1/e = .6321206
TEST(IntentionFrom, gives_one_act_of_war_this_year_two_thirds) {
    EXPECT_NEAR(intention_from(1), 0.6321206, 1e-7);
}

TEST(IntentionFrom, stays_between_0_and_1_and_rises) {
    double before = -1;
    for (const double hostility : {0.0, 1e-9, 0.2, 1.0, 5.0, 30.0}) {
        const double intention = intention_from(hostility);
        EXPECT_GT(intention, before);
        EXPECT_LE(intention, 1);
        before = intention;
    }
    EXPECT_EQ(intention_from(0), 0);
}

// −(1 − e^(−.3)) = −.2591818
TEST(IntentionFrom, is_mirrored_where_conciliation_outweighs_hostility) {
    EXPECT_NEAR(intention_from(-0.3), -0.2591818, 1e-7);
    for (const double hostility : {1e-9, 0.2, 1.0, 5.0, 30.0}) {
        EXPECT_EQ(intention_from(-hostility), -intention_from(hostility));
    }
}

TEST(Remembered, is_outside_coverage_before_the_record_begins) {
    EXPECT_EQ(remembered({}, 1816, 2014, 1815, 10, 10).reason, Reason::OutsideCoverage);
    EXPECT_TRUE(remembered({}, 1816, 2014, 1816, 10, 10).known());
}

// A record that ends in 2014 is remembered for ten years, and what it knows goes on fading.
TEST(Remembered, goes_stale_some_years_after_the_record_ends) {
    const std::array<HostileYear, 1> past{{{2014, 1}}};
    const auto last = remembered(past, 1816, 2014, 2024, 10, 10);
    ASSERT_TRUE(last.known());
    EXPECT_DOUBLE_EQ(last.value, 0.5);
    EXPECT_EQ(remembered(past, 1816, 2014, 2025, 10, 10).reason, Reason::OutsideCoverage);
}

TEST(Remembered, of_a_peaceful_record_is_known_to_be_zero) {
    const auto peace = remembered({}, 1816, 2014, 2000, 10, 10);
    ASSERT_TRUE(peace.known());
    EXPECT_EQ(peace.value, 0);
}

}  // namespace
}  // namespace entente::threat
