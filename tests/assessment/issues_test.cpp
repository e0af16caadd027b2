#include "assessment/issues.hpp"

#include <gtest/gtest.h>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using evidence::Continuity;
using testing::World;

World trade_world() {
    World world({"pledge,C6,E,cont,W,A1,1,pledge,official", "talks,C6,C,new,W,A1,1,talks,official",
                 "exit,C6,C,new,A,A1,1,exit,official"});
    world.which.issues = {{"trade", "Trade", {}}, {"values", "Values", {}}};
    for (auto& item : world.which.items) item.issues = {"trade"};
    return world;
}

TEST(Issues, a_reversal_comes_before_the_new_and_the_new_before_the_continued) {
    auto world = trade_world();
    auto issue = world.assessment().issues[0];
    EXPECT_EQ(issue.state, Continuity::New);
    EXPECT_EQ(issue.items, (std::vector<std::string>{"exit", "talks"}));  // the act first
    EXPECT_EQ(issue.others, (std::vector<std::string>{"pledge"}));

    world.coder("first").codings[1].against = "pledge";
    issue = world.assessment().issues[0];
    EXPECT_EQ(issue.state, Continuity::Reversed);
    EXPECT_EQ(issue.items, (std::vector<std::string>{"talks"}));
    EXPECT_EQ(issue.others, (std::vector<std::string>{"exit", "pledge"}));
}

TEST(Issues, count_where_the_items_point_that_make_the_state) {
    auto world = trade_world();
    auto issue = world.assessment().issues[0];
    EXPECT_EQ(issue.toward_collapse, 2);  // exit and talks; the pledge only continues
    EXPECT_EQ(issue.toward_endurance, 0);

    world.coder("first").codings[1].against = "pledge";  // now the talks alone are a break
    issue = world.assessment().issues[0];
    EXPECT_EQ(issue.toward_collapse, 1);
}

TEST(Issues, an_item_that_is_read_both_ways_counts_both_ways_and_what_continues_points_nowhere) {
    World world({"exit,C6,C,new,A,A1,1,exit,official", "exit,E4,E,new,A,A1,1,exit,official",
                 "pledge,C6,E,cont,W,A1,1,pledge,official"});
    world.which.issues = {{"trade", "Trade", {}}, {"pledges", "Pledges", {}}};
    for (auto& item : world.which.items) item.issues = {item.id == "exit" ? "trade" : "pledges"};
    const auto issues = world.assessment().issues;
    EXPECT_EQ(issues[0].items.size(), 1U);
    EXPECT_EQ(issues[0].toward_collapse, 1);
    EXPECT_EQ(issues[0].toward_endurance, 1);
    EXPECT_EQ(issues[1].state, Continuity::Continued);
    EXPECT_EQ(issues[1].toward_collapse + issues[1].toward_endurance, 0);
}

TEST(Issues, no_coded_item_is_no_state) {
    const auto assessment = trade_world().assessment();
    EXPECT_FALSE(assessment.issues[1].state.has_value());
    EXPECT_EQ(assessment.coverage.issues_without_items, (std::vector<std::string>{"values"}));
}

TEST(Issues, the_first_coder_who_read_an_item_decides_about_it) {
    World world;
    world.add("talks,C6,E,cont,W,A1,1,talks,official", "first");
    world.add("talks,C6,C,new,W,A1,1,talks,official", "second");
    world.add("exit,C6,C,new,A,A1,1,exit,official", "second");
    world.which.issues = {{"trade", "Trade", {}}};
    for (auto& item : world.which.items) item.issues = {"trade"};
    EXPECT_EQ(world.assessment().issues[0].items, (std::vector<std::string>{"exit"}));
    world.coder("first").read = {"exit"};  // read, and found to be about no factor
    EXPECT_EQ(world.assessment().issues[0].state, Continuity::Continued);
}

}  // namespace
}  // namespace entente::assessment
