// What must hold for any evidence: tried on random worlds of fixed seeds.
#include "assessment/assessment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

// One direction per cluster, as the format demands.
std::vector<std::string> random_lines(unsigned seed, int items) {
    std::mt19937 random(seed);
    const auto pick = [&](unsigned size) { return static_cast<int>(random() % size); };
    const std::vector<std::string> factors{"C1", "C2", "C3", "C4", "C5", "C6", "E1", "E2", "E3", "E4", "E5"};
    std::vector<std::string> lines;
    for (int i = 0; i < items; ++i) {
        const int cluster = pick(static_cast<unsigned>(items));
        const auto letter = [&](const std::string& letters) {
            return std::string(1, letters[static_cast<std::size_t>(pick(static_cast<unsigned>(letters.size())))]);
        };
        lines.push_back("i" + std::to_string(i) + "," + factors[static_cast<std::size_t>(pick(11))] + "," +
                        (cluster % 2 == 0 ? "C" : "E") + "," + (pick(2) == 0 ? "new" : "cont") + "," + letter("WOAS") +
                        "," + letter("ABCDEF") + letter("123456") + "," + std::to_string(0.25 * pick(5)) + ",k" +
                        std::to_string(cluster) + "," + (pick(2) == 0 ? "press" : "official"));
    }
    return lines;
}

void turn_all(World& world) {
    for (auto& coding : world.coder("first").codings) {
        coding.direction = coding.direction == evidence::Direction::Collapse ? evidence::Direction::Endurance
                                                                             : evidence::Direction::Collapse;
    }
}

class AnyWorld : public ::testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, AnyWorld, ::testing::Range(1U, 21U));

TEST_P(AnyWorld, mirrored_directions_mirror_the_verdict) {
    World world(random_lines(GetParam(), 40));
    const auto before = world.outcome();
    turn_all(world);
    const auto after = world.outcome();
    EXPECT_NEAR(after.verdict.probability.weakened, before.verdict.probability.strengthened, 1e-12);
    EXPECT_EQ(after.verdict.size, before.verdict.size);
    EXPECT_EQ(after.verdict.factors, before.verdict.factors);
    for (std::size_t i = 0; i < before.factors.size(); ++i) {
        EXPECT_NEAR(after.factors[i].decibels_weakened, before.factors[i].decibels_strengthened, 1e-9);
        EXPECT_NEAR(after.factors[i].standing_decibels, -before.factors[i].standing_decibels, 1e-9);
        EXPECT_EQ(after.factors[i].magnitude, before.factors[i].magnitude);
    }
}

TEST_P(AnyWorld, the_order_of_items_does_not_matter) {
    auto lines = random_lines(GetParam(), 40);
    const auto before = World(lines).outcome();
    std::ranges::shuffle(lines, std::mt19937(GetParam() + 1000));
    const auto after = World(lines).outcome();
    EXPECT_EQ(after.verdict.direction, before.verdict.direction);
    EXPECT_NEAR(after.verdict.probability.weakened, before.verdict.probability.weakened, 1e-12);
    for (std::size_t i = 0; i < before.factors.size(); ++i) {
        EXPECT_EQ(after.factors[i].finding, before.factors[i].finding);
        EXPECT_EQ(after.factors[i].magnitude, before.factors[i].magnitude);
        EXPECT_NEAR(after.factors[i].decibels_weakened, before.factors[i].decibels_weakened, 1e-9);
        EXPECT_NEAR(after.factors[i].standing_decibels, before.factors[i].standing_decibels, 1e-9);
    }
}

TEST_P(AnyWorld, specificity_zero_has_no_effect) {
    World world(random_lines(GetParam(), 20));
    const auto before = world.outcome();
    for (const auto& factor : before.factors) {
        if (factor.evidence.empty()) continue;
        const auto letter = factor.ledger == evidence::Ledger::Collapse ? "C" : "E";
        for (int number = 1; number <= 6; ++number) {
            const auto name = letter + std::to_string(number);
            if (name == "E6" || testing::factor_id(name) != factor.id) continue;
            world.add("nothing-" + name + "," + name + ",C,new,S,A1,0,nothing-" + name + ",press");
        }
    }
    const auto after = world.outcome();
    EXPECT_NEAR(after.verdict.probability.weakened, before.verdict.probability.weakened, 1e-12);
    EXPECT_EQ(after.verdict.direction, before.verdict.direction);
    for (std::size_t i = 0; i < before.factors.size(); ++i) {
        EXPECT_EQ(after.factors[i].magnitude, before.factors[i].magnitude);
    }
}

TEST_P(AnyWorld, probabilities_sum_to_one_and_caps_hold) {
    const auto outcome = World(random_lines(GetParam(), 400)).outcome();
    const auto& net = outcome.verdict.probability;
    EXPECT_NEAR(net.weakened + net.unchanged + net.strengthened, 1, 1e-12);
    for (const auto& factor : outcome.factors) {
        EXPECT_NEAR(factor.posterior.weakened + factor.posterior.unchanged + factor.posterior.strengthened, 1, 1e-12);
        EXPECT_LE(std::abs(factor.decibels_weakened), 15);
        EXPECT_LE(std::abs(factor.decibels_strengthened), 15);
        EXPECT_LE(std::abs(factor.standing_decibels), 15);
        EXPECT_TRUE(std::isfinite(factor.standing_decibels));
    }
}

TEST(Assessment, repeating_an_item_in_its_cluster_never_weighs_more_than_one_over_rho) {
    World world({"report-0,C2,C,new,W,B2,0.5,news,press"});
    const double once = testing::factor(world.outcome(), "C2").decibels_weakened;
    for (int copy = 1; copy < 200; ++copy)
        world.add("report-" + std::to_string(copy) + ",C2,C,new,W,B2,0.5,news,press");
    const double often = testing::factor(world.outcome(), "C2").decibels_weakened;
    EXPECT_GT(often, once);
    EXPECT_LE(often, once / world.protocol.correlation);
}

TEST(Assessment, an_empty_case_is_not_assessed) {
    const auto assessment = World().assessment();
    EXPECT_EQ(assessment.outcome.verdict.direction, VerdictDirection::NotAssessed);
    EXPECT_FALSE(assessment.outcome.verdict.as_extreme.has_value());
    EXPECT_TRUE(assessment.sensitivity.leave_one_cluster_out.empty());
    EXPECT_EQ(assessment.coverage.items, 0);
    EXPECT_TRUE(assessment.warnings.empty());
    for (const auto& placebo : assessment.sensitivity.placebos) EXPECT_TRUE(placebo.holds) << placebo.name;
}

TEST(Assessment, the_same_question_gives_the_same_answer) {
    const World world(testing::ledger_fixture());
    EXPECT_EQ(world.assessment().outcome.verdict.as_extreme, world.assessment().outcome.verdict.as_extreme);
}

TEST(Assessment, a_seed_of_its_own_replaces_the_protocols) {
    World world(testing::ledger_fixture());
    EXPECT_EQ(world.assessment().question.seed, 1951U);
    world.question.seed = 7;
    EXPECT_EQ(world.assessment().question.seed, 7U);
}

TEST(Assessment, several_coders_are_shown_apart_and_pooled) {
    World world;
    for (const auto& line : testing::ledger_fixture()) world.add(line, "first");
    EXPECT_TRUE(world.assessment().coders.empty());
    const auto alone = world.outcome();
    for (const auto& line : testing::ledger_fixture_s()) world.add(line, "second");
    const auto assessment = world.assessment();
    ASSERT_EQ(assessment.coders.size(), 2U);
    EXPECT_EQ(assessment.coders[1].items, 27);
    EXPECT_EQ(assessment.coders[0].outcome.verdict.probability.weakened, alone.verdict.probability.weakened);
    EXPECT_EQ(assessment.sensitivity.coders.size(), 2U);
    // Who has not read an item does not thin it: the pooled reading is the first coder's.
    EXPECT_NEAR(assessment.outcome.verdict.probability.weakened, alone.verdict.probability.weakened, 1e-12);
}

TEST(Assessment, what_moves_a_factor_most_weighs_most) {
    const auto outcome = World(testing::ledger_fixture()).outcome();
    EXPECT_EQ(testing::factor(outcome, "C2").weighs_most, "S172");
    EXPECT_EQ(testing::factor(outcome, "C2").clusters.front().name, "kim-noconsult");
    // C1: the only new item is the summit, though the missile tests say more against any change.
    EXPECT_EQ(testing::factor(outcome, "C1").weighs_most, "S165");
    // C4: nothing new, so the largest spread.
    EXPECT_EQ(testing::factor(outcome, "C4").weighs_most, "T028-029");
    EXPECT_EQ(testing::factor(outcome, "C5").weighs_most, "");
}

TEST(Assessment, what_weighs_most_is_a_reason_for_the_finding) {
    const World world({"treaty,C2,E,new,S,A1,1,treaty,official", "a,C2,C,new,A,A1,1,a,press",
                       "b,C2,C,new,A,A1,1,b,press", "c,C2,C,new,A,A1,1,c,press"});
    const auto outcome = world.outcome();
    const auto& factor = testing::factor(outcome, "C2");
    EXPECT_EQ(factor.clusters.front().name, "treaty");
    EXPECT_EQ(factor.finding, Finding::Weakened);
    EXPECT_EQ(factor.weighs_most, "a");
}

}  // namespace
}  // namespace entente::assessment
