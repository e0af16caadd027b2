#include "assessment/warnings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

bool warns(const World& world, const std::string& words) {
    const auto warnings = world.assessment().warnings;
    return std::ranges::any_of(warnings, [&](const std::string& one) { return one.find(words) != std::string::npos; });
}

TEST(Warnings, name_a_verdict_that_rests_on_one_cluster) {
    World world({"a,C2,C,new,S,A1,1,only,press", "b,C1,E,cont,A,A1,1,other,official"});
    EXPECT_TRUE(warns(world, "Without any one of these clusters the verdict is another: 'only' (unchanged)."));
    EXPECT_FALSE(warns(world, "'other'"));
    EXPECT_TRUE(warns(world, "'credibility' is found weakened on one cluster alone."));
}

TEST(Warnings, name_an_item_under_two_mirrors) {
    World world(testing::ledger_fixture());
    world.add("S172,E2,C,new,A,B2,1,kim-noconsult,press");
    EXPECT_FALSE(warns(world, "mirror"));
    world.theory.factors[1].mirrors = {"reputation"};
    world.theory.factors[7].mirrors = {"credibility"};
    EXPECT_TRUE(warns(world, "Counted under both 'credibility' and 'reputation', which mirror each other: S172."));
}

TEST(Warnings, name_figures_older_than_the_period) {
    World world({"a,C2,C,new,A,A1,1,a,press"});
    evidence::Figure figure;
    figure.id = "offset";
    figure.name = "host-nation offset";
    figure.as_of = *parse_date("2003");
    world.which.figures = {figure};
    EXPECT_FALSE(warns(world, "offset"));
    world.item("a").figures = {"offset"};
    EXPECT_TRUE(warns(world, "The figure 'host-nation offset' is of 2003, 12.9 years before the period begins."));
}

TEST(Warnings, name_items_judged_against_the_future) {
    World world({"a,C2,C,new,A,A1,1,a,press", "b,C2,C,new,A,A1,1,b,press"});
    EXPECT_FALSE(warns(world, "came later"));
    world.coder("first").codings[0].against = "b";
    world.item("b").date = single_day(make_day(2018, 1, 1));
    EXPECT_TRUE(warns(world, "Judged against something that came later: a."));
}

TEST(Warnings, name_coders_with_little_in_common) {
    World world;
    world.add("a,C2,C,new,A,A1,1,a,press", "first").add("a,C2,C,new,A,A1,1,a,press", "second");
    EXPECT_TRUE(warns(world, "'first' and 'second' have read only 1 item in common."));
}

TEST(Warnings, name_a_class_of_sources_that_is_missing) {
    EXPECT_TRUE(warns(World({"a,C2,C,new,A,A1,1,a,press"}), "No item has a first source of class 'official'."));
    EXPECT_FALSE(warns(World(testing::ledger_fixture()), "No item"));
}

TEST(Warnings, leave_alone_an_item_that_two_coders_read_under_different_mirrors) {
    World world;
    world.theory.factors[1].mirrors = {"reputation"};
    world.add("a,C2,C,new,A,A1,1,a,press", "first").add("a,E2,C,new,A,A1,1,a,press", "second");
    EXPECT_FALSE(warns(world, "mirror"));
}

}  // namespace
}  // namespace entente::assessment
