#include "assessment/members.hpp"

#include <gtest/gtest.h>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

evidence::Actor actor(const std::string& member) {
    return {.written = member, .code = member, .member = member, .where = {}};
}

TEST(Members, share_the_new_items_by_their_doers) {
    World world({"threat,C2,C,new,A,B2,1,threat,press", "echo,C2,C,new,W,B2,1,threat,press",
                 "visit,C2,E,new,W,B2,1,visit,press", "rocket,C2,C,new,A,B3,1,rocket,press",
                 "ritual,C2,E,cont,A,A1,1,ritual,official"});
    world.which.alliance.members = {actor("USA"), actor("JPN")};
    for (const auto* id : {"threat", "echo", "ritual"}) world.item(id).actors = {actor("USA"), actor("JPN")};
    world.item("visit").actors = {actor("JPN")};
    world.item("rocket").actors = {actor("PRK")};

    const auto outcome = world.outcome();
    const auto& members = testing::factor(outcome, "C2").members;
    ASSERT_EQ(members.size(), 3U);
    EXPECT_EQ(members[0].member, "USA");
    EXPECT_EQ(members[0].items, 2);  // continuity has no share
    // The threat alone, as the strongest of two: 2 / 1.8 × (5.1391 + 1.3732), the fixture's vector of S172.
    EXPECT_NEAR(members[0].decibels, 7.2359, 1e-4);
    EXPECT_EQ(members[0].heaviest_item, "threat");
    EXPECT_EQ(members[1].member, "");  // a doer outside the alliance
    EXPECT_GT(members[1].decibels, 0);
    EXPECT_EQ(members[2].member, "JPN");
    EXPECT_LT(members[2].decibels, 0);
}

TEST(Members, are_named_by_an_item_that_pulls_the_way_their_items_pull_together) {
    // One structural item toward endurance, against three acts toward collapse that outweigh it.
    World world({"treaty,C2,E,new,S,A1,1,treaty,official", "a,C2,C,new,A,A1,1,a,press", "b,C2,C,new,A,A1,1,b,press",
                 "c,C2,C,new,A,A1,1,c,press"});
    world.which.alliance.members = {actor("USA")};
    for (const auto* id : {"treaty", "a", "b", "c"}) world.item(id).actors = {actor("USA")};
    const auto outcome = world.outcome();
    const auto& members = testing::factor(outcome, "C2").members;
    ASSERT_EQ(members.size(), 1U);
    EXPECT_GT(members[0].decibels, 0);
    EXPECT_EQ(members[0].heaviest_item, "a");
}

}  // namespace
}  // namespace entente::assessment
