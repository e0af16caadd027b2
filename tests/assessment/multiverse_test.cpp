#include "assessment/multiverse.hpp"

#include <gtest/gtest.h>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

TEST(Multiverse, holds_every_combination_of_the_grid) {
    const auto sensitivity = World(testing::ledger_fixture()).assessment().sensitivity;
    EXPECT_EQ(sensitivity.multiverse.size(), 384U);  // 4 × 3 × 4 × 2 × 4
    double sum = 0;
    for (const auto share : sensitivity.multiverse_share) sum += share;
    EXPECT_NEAR(sum, 1, 1e-12);
}

// Each setting against a run of its own under a protocol with these numbers.
TEST(Multiverse, each_setting_is_what_a_protocol_with_its_numbers_says) {
    World world(testing::ledger_fixture());
    for (const auto& setting : world.assessment().sensitivity.multiverse) {
        world.protocol.prior = setting.prior;
        world.protocol.correlation = setting.correlation;
        world.protocol.decibels = setting.decibels;
        world.protocol.clustering = setting.clustering;
        world.protocol.ritual_weight = setting.ritual_weight;
        const auto verdict = world.outcome().verdict;
        ASSERT_EQ(setting.direction, verdict.direction);
        ASSERT_NEAR(setting.net_weakened, verdict.probability.weakened, 1e-12);
        ASSERT_NEAR(setting.net_strengthened, verdict.probability.strengthened, 1e-12);
    }
}

TEST(Multiverse, an_empty_case_is_not_assessed_in_any_setting) {
    EXPECT_DOUBLE_EQ(World().assessment().sensitivity.multiverse_share[4], 1);
}

}  // namespace
}  // namespace entente::assessment
