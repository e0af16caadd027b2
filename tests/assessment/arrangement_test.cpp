// Pooling: what several coders, or several aspects, make of one item.
#include "assessment/arrangement.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::factor;
using testing::World;

const std::string kThreat = "threat,C2,C,new,A,B2,1,threats,press";
const std::string kPledge = "pledge,C2,C,new,W,B2,1,pledges,press";
const std::string kBoth = "both,C2,C,new,W,B2,1,threats,press";

TEST(Arrangement, coders_who_agree_weigh_as_much_as_one) {
    World one;
    one.add(kThreat, "first");
    World two;
    two.add(kThreat, "first").add(kThreat, "second");
    EXPECT_DOUBLE_EQ(factor(two.outcome(), "C2").decibels_weakened, factor(one.outcome(), "C2").decibels_weakened);
    EXPECT_EQ(factor(one.outcome(), "C2").evidence[0].coder, "first");
    EXPECT_EQ(factor(two.outcome(), "C2").evidence[0].coder, "");
}

TEST(Arrangement, coders_who_disagree_meet_in_the_middle) {
    World world;
    world.add(kThreat, "first").add("threat,C2,E,new,A,B2,1,threats,press", "second");
    EXPECT_NEAR(factor(world.outcome(), "C2").decibels_weakened, factor(world.outcome(), "C2").decibels_strengthened,
                1e-12);
}

TEST(Arrangement, a_coder_who_read_but_left_out_counts_as_zeros) {
    World alone;
    alone.add(kThreat, "first").add(kPledge, "first");
    World pooled = alone;
    pooled.add(kPledge, "second");  // has not read the threat
    const auto vector_of = [](const World& world) {
        const auto outcome = world.outcome();
        const auto& evidence = factor(outcome, "C2").evidence;
        return std::ranges::find(evidence, "threat", &Evidence::item)->decibels;
    };
    EXPECT_EQ(vector_of(pooled), vector_of(alone));

    pooled.coder("second").read = {"threat"};
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(vector_of(pooled)[i], vector_of(alone)[i] / 2, 1e-12);
}

TEST(Arrangement, an_item_that_another_coder_puts_under_another_factor_counts_half_under_both) {
    World world;
    world.add(kThreat, "first").add("threat,E1,C,new,A,B2,1,threats,press", "second");
    const auto outcome = world.outcome();
    EXPECT_DOUBLE_EQ(factor(outcome, "C2").evidence[0].decibels[0], factor(outcome, "E1").evidence[0].decibels[0]);
    World alone;
    alone.add(kThreat, "first");
    EXPECT_NEAR(factor(outcome, "C2").evidence[0].decibels[0],
                factor(alone.outcome(), "C2").evidence[0].decibels[0] / 2, 1e-12);
}

TEST(Arrangement, items_share_a_cluster_if_any_coder_says_so) {
    World world;
    world.add(kThreat, "first").add(kPledge, "first");
    EXPECT_EQ(factor(world.outcome(), "C2").clusters.size(), 2U);
    world.add("threat,C2,C,new,A,B2,1,news,press", "second").add("pledge,C2,C,new,W,B2,1,news,press", "second");
    const auto outcome = world.outcome();
    const auto& clusters = factor(outcome, "C2").clusters;
    ASSERT_EQ(clusters.size(), 1U);
    EXPECT_EQ(clusters[0].name, "threats");  // the first coder's name for the first item
    EXPECT_EQ(clusters[0].items, 2);
}

TEST(Arrangement, a_cluster_name_is_each_coders_own) {
    World world;
    world.add(kThreat, "first").add("pledge,C2,C,new,W,B2,1,threats,press", "second");
    EXPECT_EQ(factor(world.outcome(), "C2").clusters.size(), 2U);
}

TEST(Arrangement, two_aspects_of_one_item_count_once_by_the_heavier) {
    World world;
    for (auto& factor : world.theory.factors) factor.aspects = {{"will", "will"}, {"ability", "ability"}};
    world.add("threat,C2/will,C,new,A,B2,0.5,threats,press").add("threat,C2/ability,C,new,A,B2,1,threats,press");
    World plain;
    plain.add(kThreat);
    const auto outcome = world.outcome();
    const auto& credibility = factor(outcome, "C2");
    EXPECT_DOUBLE_EQ(credibility.decibels_weakened, factor(plain.outcome(), "C2").decibels_weakened);
    ASSERT_EQ(credibility.evidence.size(), 1U);
    EXPECT_EQ(credibility.evidence[0].aspect, "ability");

    ASSERT_EQ(credibility.aspects.size(), 2U);
    EXPECT_EQ(credibility.aspects[0].items, 1);
    EXPECT_LT(credibility.aspects[0].posterior.weakened, credibility.aspects[1].posterior.weakened);
    EXPECT_EQ(credibility.aspects[1].posterior.weakened, credibility.posterior.weakened);
    EXPECT_EQ(factor(outcome, "E1").aspects[0].finding, Finding::NotAssessed);

    world.add("pledge,C2,C,new,W,B2,1,pledges,press");  // of no aspect
    EXPECT_EQ(factor(world.outcome(), "C2").evidence.size(), 2U);
    EXPECT_EQ(factor(world.outcome(), "C2").aspects[0].items, 1);
    EXPECT_EQ(factor(world.outcome(), "C2").aspects[1].items, 1);
    EXPECT_EQ(factor(world.outcome(), "C1").aspects[1].items, 0);
}

TEST(Arrangement, standing_is_the_mean_over_the_readers_too) {
    const std::string ritual = "ritual,C2,E,cont,W,A1,1,ritual,official";
    World world;
    world.add(ritual, "first").add(kThreat, "second");
    EXPECT_NEAR(factor(world.outcome(), "C2").standing_decibels, 3 * 0.9025, 1e-12);  // A1: .95 × .95
    world.coder("second").read = {"ritual"};
    EXPECT_NEAR(factor(world.outcome(), "C2").standing_decibels, 3 * 0.9025 / 2, 1e-12);
}

TEST(Arrangement, only_continuity_items_of_a_cluster_stand_together) {
    World world({"ritual,C2,E,cont,W,A1,1,ritual,official", "break,C2,E,new,W,A1,1,ritual,official"});
    EXPECT_NEAR(factor(world.outcome(), "C2").standing_decibels, 3 * 0.9025, 1e-12);
    world.add("ritual-too,C2,E,cont,W,A1,1,ritual,official");
    EXPECT_NEAR(factor(world.outcome(), "C2").standing_decibels, 3 * 0.9025 * 2 / 1.8, 1e-12);
}

TEST(Arrangement, the_heavier_coder_is_shown) {
    World world;
    world.add("threat,C2,C,cont,A,B2,1,threats,press", "first").add("threat,C2,C,new,A,B2,0.5,threats,press", "second");
    const auto outcome = world.outcome();
    const auto& evidence = factor(outcome, "C2").evidence[0];
    EXPECT_EQ(evidence.novelty, evidence::Novelty::New);
    EXPECT_EQ(evidence.specificity, 0.5);
    EXPECT_DOUBLE_EQ(evidence.untempered[0], (-3.0 + 3.0) / 2);
    EXPECT_DOUBLE_EQ(evidence.untempered[2], (-3.0 - 3.0) / 2);
}

TEST(Arrangement, the_strongest_of_a_cluster_stands_for_it) {
    const World world({kThreat, kBoth});
    const auto outcome = world.outcome();
    const auto& evidence = factor(outcome, "C2").evidence;
    ASSERT_EQ(evidence.size(), 2U);
    EXPECT_TRUE(evidence[0].strongest);
    EXPECT_FALSE(evidence[1].strongest);
    EXPECT_EQ(factor(outcome, "C2").clusters[0].strongest_item, "threat");
    EXPECT_DOUBLE_EQ(factor(outcome, "C2").clusters[0].multiplier, 2 / 1.8);
}

TEST(Arrangement, items_may_each_stand_alone) {
    World world({kThreat, kBoth});
    world.protocol.clustering = evidence::Clustering::EachItemAlone;
    const auto outcome = world.outcome();
    const auto& clusters = factor(outcome, "C2").clusters;
    ASSERT_EQ(clusters.size(), 2U);
    EXPECT_EQ(clusters[0].name, "threat");
    EXPECT_EQ(clusters[1].name, "both");
}

}  // namespace
}  // namespace entente::assessment
