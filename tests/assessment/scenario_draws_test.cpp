#include "assessment/scenario_draws.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using evidence::Direction;
using testing::World;

constexpr int kDraws = 20'000;
constexpr std::size_t kCredibility = 1;
constexpr std::size_t kSolidarity = 10;

LedgerState state_of(const World& world) {
    return ledger_state(world.which, world.theory, world.protocol, world.question);
}

ScenarioDraws drawn(const World& world, const std::vector<RangedEffect>& effects, std::uint64_t seed = 1951) {
    return draw_scenario(state_of(world), effects, world.protocol, kDraws, RandomStream(seed, "scenario test"));
}

// P(weakened) at b decibels from the prior .2, .6, .2.
double weakened_at(double decibels) {
    const double weakened = 0.2 * std::pow(10, decibels / 10);
    return weakened / (weakened + 0.6 + 0.2 * std::pow(10, -decibels / 10));
}

TEST(ScenarioDraws, stand_at_the_ends_of_the_range) {
    const World world;
    const auto draws = drawn(world, {{kCredibility, Direction::Collapse, 3, 6}});
    EXPECT_NEAR(draws.low.judgements[kCredibility].posterior.weakened, weakened_at(3), 1e-12);
    EXPECT_NEAR(draws.high.judgements[kCredibility].posterior.weakened, weakened_at(6), 1e-12);
    EXPECT_FALSE(draws.low_otherwise);
}

// The mean of P(weakened) over decibels uniform from 3 to 6, by Simpson's rule; at 20,000 draws its standard error is
// below .0006.
TEST(ScenarioDraws, are_uniform_between_the_ends) {
    const World world;
    const auto draws = drawn(world, {{kCredibility, Direction::Collapse, 3, 6}});
    const double expected = (weakened_at(3) + 4 * weakened_at(4.5) + weakened_at(6)) / 6;
    EXPECT_NEAR(draws.factors.at(0).posterior.weakened, expected, 0.002);
}

// From 0 to 6 dB on a factor without items: from a threshold t on it leans, where P(weakened) reaches .35
// and is more than three times the opposite; the share of the draws above is (6 − t) ÷ 6.
TEST(ScenarioDraws, count_how_often_a_factor_moves) {
    const World world;
    double low = 0;
    double high = 6;
    for (int i = 0; i < 60; ++i) (weakened_at((low + high) / 2) < 0.35 ? low : high) = (low + high) / 2;
    const auto draws = drawn(world, {{kCredibility, Direction::Collapse, 0, 6}});
    EXPECT_NEAR(draws.factors.at(0).moved.weakened, (6 - low) / 6, 0.01);
    EXPECT_DOUBLE_EQ(draws.factors.at(0).moved.strengthened, 0);
    EXPECT_NEAR(draws.factors.at(0).moved.weakened + draws.factors.at(0).moved.unchanged, 1, 1e-12);
}

TEST(ScenarioDraws, take_an_open_direction_either_way_with_equal_chance) {
    const World world;
    const auto draws = drawn(world, {{kCredibility, std::nullopt, 8, 10}});
    ASSERT_TRUE(draws.low_otherwise);
    EXPECT_EQ(draws.low.judgements[kCredibility].finding, Finding::Weakened);
    EXPECT_EQ(draws.low_otherwise->judgements[kCredibility].finding, Finding::Strengthened);
    // Half of 20,000 fair coins, within four standard errors.
    EXPECT_NEAR(draws.directions.weakened, 0.5, 4 * 0.5 / std::sqrt(kDraws));
    EXPECT_NEAR(draws.directions.weakened + draws.directions.strengthened, 1, 1e-12);
}

TEST(ScenarioDraws, say_how_often_the_verdict_flips) {
    const World weak({"a,C2,C,new,A,A1,1,talk,official"});
    const auto before = state_of(weak);
    ASSERT_EQ(before.ruling.direction, VerdictDirection::Weakened);
    const auto against = drawn(weak, {{kSolidarity, Direction::Endurance, 10, 10}});
    EXPECT_NE(against.high.ruling.direction, VerdictDirection::Weakened);
    EXPECT_DOUBLE_EQ(against.flips, 1);
    const auto along = drawn(weak, {{kSolidarity, Direction::Collapse, 3, 10}});
    EXPECT_DOUBLE_EQ(along.flips, 0);
    EXPECT_DOUBLE_EQ(along.directions.weakened, 1);
}

TEST(ScenarioDraws, are_the_same_for_the_same_seed_and_differ_for_another) {
    const World world;
    const std::vector<RangedEffect> effects{{kCredibility, std::nullopt, 0, 10}, {kSolidarity, std::nullopt, 0, 10}};
    const auto once = drawn(world, effects, 7);
    const auto again = drawn(world, effects, 7);
    const auto other = drawn(world, effects, 8);
    EXPECT_EQ(once.net_weakened.mean, again.net_weakened.mean);
    EXPECT_EQ(once.directions.mixed, again.directions.mixed);
    EXPECT_NE(once.net_weakened.mean, other.net_weakened.mean);
}

// Without a range there is nothing to draw: all draws are one state.
TEST(ScenarioDraws, of_a_single_number_are_all_alike) {
    const World world({"a,C2,C,new,W,B2,1,talk,press"});
    const auto draws = drawn(world, {{kSolidarity, Direction::Endurance, 6, 6}});
    EXPECT_NEAR(draws.net_strengthened.low, draws.net_strengthened.high, 1e-15);
    EXPECT_NEAR(draws.net_strengthened.mean, draws.low.ruling.probability.strengthened, 1e-12);
    EXPECT_NEAR(draws.net_unchanged, draws.low.ruling.probability.unchanged, 1e-12);
}

}  // namespace
}  // namespace entente::assessment
