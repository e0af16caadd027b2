#include "assessment/supposed.hpp"

#include <gtest/gtest.h>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using evidence::Direction;
using testing::World;

constexpr std::size_t kCredibility = 1;

LedgerState state_of(const World& world) {
    return ledger_state(world.which, world.theory, world.protocol, world.question);
}

// An item of a source that can be relied on altogether is what a scenario supposes: A1 with both weights at one.
TEST(Supposed, counts_as_an_item_of_a_perfect_source_alone_in_its_cluster) {
    World world(
        {"a,C2,C,new,W,B2,1,talk,press", "b,C2,E,continuity,A,B2,1,bases,press", "c,E4,E,new,A,B2,1,law,press"});
    world.protocol.grades.reliability[0] = 1;
    world.protocol.grades.credibility[0] = 1;
    for (const auto& [kind, decibels] : {std::pair{"W", 3.0}, {"A", 6.0}, {"S", 10.0}}) {
        World coded = world;
        coded.add(std::string("x,C2,C,new,") + kind + ",A1,1,scenario,press");
        const auto expected = state_of(coded);
        const std::vector<Supposed> supposed{{kCredibility, Direction::Collapse, decibels}};
        const auto got = with_supposed(state_of(world), supposed, world.protocol);
        ASSERT_EQ(got.judgements.size(), expected.judgements.size());
        for (std::size_t i = 0; i < got.judgements.size(); ++i) {
            EXPECT_EQ(got.judgements[i].finding, expected.judgements[i].finding);
            EXPECT_EQ(got.judgements[i].magnitude, expected.judgements[i].magnitude);
            EXPECT_NEAR(got.judgements[i].posterior.weakened, expected.judgements[i].posterior.weakened, 1e-12);
        }
        EXPECT_EQ(got.ruling.direction, expected.ruling.direction);
        EXPECT_NEAR(got.ruling.probability.weakened, expected.ruling.probability.weakened, 1e-12);
    }
}

// .2 · 10^.6 = .79621, .6, .2 · 10^−.6 = .05024; sum 1.44645: .55046, .41481, .03473. One factor of magnitude 2 alone.
TEST(Supposed, moves_a_factor_without_items_from_the_prior) {
    const World world;
    const std::vector<Supposed> act{{kCredibility, Direction::Collapse, 6}};
    const auto state = with_supposed(state_of(world), act, world.protocol);
    const auto& factor = state.judgements[kCredibility];
    EXPECT_EQ(factor.finding, Finding::Weakened);
    EXPECT_EQ(factor.magnitude, 2);
    EXPECT_NEAR(factor.posterior.weakened, 0.55046, 5e-6);
    EXPECT_NEAR(factor.posterior.unchanged, 0.41481, 5e-6);
    EXPECT_NEAR(factor.posterior.strengthened, 0.03473, 5e-6);
    EXPECT_EQ(state.ruling.direction, VerdictDirection::Weakened);
    EXPECT_NEAR(state.ruling.probability.weakened, 0.55046, 5e-6);
}

TEST(Supposed, turned_to_endurance_is_the_mirror) {
    const World world;
    const std::vector<Supposed> collapse{{kCredibility, Direction::Collapse, 4}};
    const std::vector<Supposed> endurance{{kCredibility, Direction::Endurance, 4}};
    const auto down = with_supposed(state_of(world), collapse, world.protocol);
    const auto up = with_supposed(state_of(world), endurance, world.protocol);
    EXPECT_NEAR(down.judgements[kCredibility].posterior.weakened, up.judgements[kCredibility].posterior.strengthened,
                1e-12);
    EXPECT_NEAR(down.ruling.probability.weakened, up.ruling.probability.strengthened, 1e-12);
}

TEST(Supposed, of_no_decibels_changes_nothing) {
    const World world({"a,C2,C,new,W,B2,1,talk,press"});
    const std::vector<Supposed> nothing{{kCredibility, Direction::Collapse, 0}, {9, Direction::Endurance, 0}};
    const auto before = state_of(world);
    const auto after = with_supposed(before, nothing, world.protocol);
    EXPECT_EQ(after.judgements[9].finding, Finding::NotAssessed);
    EXPECT_DOUBLE_EQ(after.ruling.probability.weakened, before.ruling.probability.weakened);
}

// The caps of ledger-v1 are 15 dB on each side of the sum, whatever is supposed.
TEST(Supposed, is_capped_with_the_rest) {
    const World world;
    const std::vector<Supposed> much{{kCredibility, Direction::Collapse, 10}, {kCredibility, Direction::Collapse, 10}};
    const auto state = with_supposed(state_of(world), much, world.protocol);
    EXPECT_TRUE(state.judgements[kCredibility].capped);
    EXPECT_DOUBLE_EQ(state.judgements[kCredibility].pull.weakened, 15);
}

// Words have 3 dB, acts 6, structural evidence 10; less than 1 dB sets no magnitude, and an assessed factor has one.
TEST(Supposed, has_the_magnitude_of_the_heaviest_kind_that_it_reaches) {
    const auto protocol = testing::ledger_v1();
    const auto magnitude = [&](double decibels) {
        return supposed_cluster({0, Direction::Collapse, decibels}, protocol).weakening;
    };
    EXPECT_EQ(magnitude(0.5), 0);
    EXPECT_EQ(magnitude(1), 1);
    EXPECT_EQ(magnitude(5.9), 1);
    EXPECT_EQ(magnitude(6), 2);
    EXPECT_EQ(magnitude(9.9), 2);
    EXPECT_EQ(magnitude(10), 3);
}

}  // namespace
}  // namespace entente::assessment
