#include "assessment/leave_outs.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::ledger_fixture;
using testing::World;

const Rerun& named_one(const std::vector<Rerun>& reruns, const std::string& name) {
    const auto found = std::ranges::find(reruns, name, &Rerun::name);
    if (found == reruns.end()) throw std::out_of_range(name);
    return *found;
}

// The incremental reruns against the same cases computed from nothing.
TEST(LeaveOuts, leaving_a_cluster_out_is_as_if_it_had_never_been_coded) {
    const auto reruns = World(ledger_fixture()).assessment().sensitivity.leave_one_cluster_out;
    EXPECT_EQ(reruns.size(), 26U);  // distinct names in the fixture's table
    for (const auto& rerun : reruns) {
        World without;
        for (const auto& line : ledger_fixture()) {
            if (testing::cells_of(line)[7] != rerun.name) without.add(line);
        }
        const auto verdict = without.outcome().verdict;
        EXPECT_EQ(rerun.direction, verdict.direction) << rerun.name;
        EXPECT_EQ(rerun.size, verdict.size) << rerun.name;
        EXPECT_NEAR(rerun.probability.weakened, verdict.probability.weakened, 1e-12) << rerun.name;
        EXPECT_EQ(rerun.items, static_cast<int>(without.which.items.size())) << rerun.name;
        EXPECT_EQ(rerun.changes_verdict, verdict.direction != VerdictDirection::Weakened) << rerun.name;
    }
}

template <typename Keep>
void expect_same_as(const Rerun& rerun, Keep keeps) {
    World some;
    for (const auto& line : ledger_fixture()) {
        if (keeps(testing::cells_of(line))) some.add(line);
    }
    const auto verdict = some.outcome().verdict;
    EXPECT_EQ(rerun.direction, verdict.direction) << rerun.name;
    EXPECT_NEAR(rerun.probability.weakened, verdict.probability.weakened, 1e-12) << rerun.name;
    EXPECT_NEAR(rerun.probability.strengthened, verdict.probability.strengthened, 1e-12) << rerun.name;
    EXPECT_EQ(rerun.items, static_cast<int>(some.which.items.size())) << rerun.name;
}

TEST(LeaveOuts, each_source_class_stands_alone_and_is_left_out) {
    const auto reruns = World(ledger_fixture()).assessment().sensitivity.source_class;
    ASSERT_EQ(reruns.size(), 8U);  // press, official, poll, expert
    for (const std::string name : {"press", "official", "poll", "expert"}) {
        expect_same_as(named_one(reruns, "only " + name), [&](const auto& cells) { return cells[8] == name; });
        expect_same_as(named_one(reruns, "without " + name), [&](const auto& cells) { return cells[8] != name; });
    }
}

TEST(LeaveOuts, words_and_acts_are_judged_apart) {
    const auto reruns = World(ledger_fixture()).assessment().sensitivity.kinds;
    ASSERT_EQ(reruns.size(), 2U);
    const auto deed = [](const auto& cells) { return cells[4] == "A" || cells[4] == "S"; };
    expect_same_as(named_one(reruns, "words only"), [&](const auto& cells) { return !deed(cells); });
    expect_same_as(named_one(reruns, "acts only"), deed);
}

TEST(LeaveOuts, leanings_are_those_of_first_sources) {
    World world(ledger_fixture());
    for (auto& source : world.which.sources) {
        if (source.outlet_class == evidence::OutletClass::Press) source.leaning = evidence::Leaning::Left;
    }
    const auto reruns = world.assessment().sensitivity.leaning;
    ASSERT_EQ(reruns.size(), 2U);  // `none` is no leaning
    expect_same_as(named_one(reruns, "only left"), [](const auto& cells) { return cells[8] == "press"; });
    expect_same_as(named_one(reruns, "without left"), [](const auto& cells) { return cells[8] != "press"; });
}

TEST(LeaveOuts, without_any_leaning_there_is_no_rerun_by_leaning) {
    EXPECT_TRUE(World(ledger_fixture()).assessment().sensitivity.leaning.empty());
}

TEST(LeaveOuts, an_item_without_a_cluster_is_left_out_under_its_own_name) {
    World world({"a,C2,C,new,A,B2,1,a-cluster,press", "b,C2,C,new,A,B2,1,,press", "b,E1,C,new,A,B2,1,,press"});
    const auto reruns = world.assessment().sensitivity.leave_one_cluster_out;
    ASSERT_EQ(reruns.size(), 2U);
    EXPECT_EQ(named_one(reruns, "b").items, 1);
    EXPECT_EQ(named_one(reruns, "a-cluster").items, 1);
}

TEST(LeaveOuts, each_coder_stands_alone_and_is_left_out) {
    World world;
    world.add("a,C2,C,new,S,A1,1,a,press", "first").add("a,C2,E,new,S,A1,1,a,press", "second");
    const auto reruns = world.assessment().sensitivity.coders;
    ASSERT_EQ(reruns.size(), 2U) << "of two coders, leaving one out is taking the other alone";
    EXPECT_EQ(reruns[0].name, "only first");
    EXPECT_EQ(reruns[0].direction, VerdictDirection::Weakened);
    EXPECT_EQ(reruns[1].name, "only second");
    EXPECT_EQ(reruns[1].direction, VerdictDirection::Strengthened);

    world.add("a,C2,E,new,S,A1,1,a,press", "third");
    const auto of_three = world.assessment().sensitivity.coders;
    ASSERT_EQ(of_three.size(), 6U);
    EXPECT_EQ(of_three[1].name, "without first");
    EXPECT_EQ(of_three[1].direction, VerdictDirection::Strengthened);
}

// Of three items the second read one, fewer than half; the third two, of which one has no factor.
TEST(LeaveOuts, a_coder_who_read_fewer_than_half_of_the_items_is_not_run_alone) {
    World world({"a,C2,C,new,S,A1,1,a,press", "b,C2,C,new,S,A1,1,b,press", "c,C2,C,new,S,A1,1,c,press"});
    world.add("a,C2,E,new,S,A1,1,a,press", "second").add("a,C2,E,new,S,A1,1,a,press", "third");
    world.coder("third").read = {"b"};
    const auto assessment = world.assessment();
    std::vector<std::string> names;
    for (const auto& rerun : assessment.sensitivity.coders) names.push_back(rerun.name);
    EXPECT_EQ(names, (std::vector<std::string>{"only first", "without first", "without second", "only third",
                                               "without third"}));
    ASSERT_EQ(assessment.coders.size(), 3U);
    EXPECT_EQ(assessment.coders[1].read, 1);
    EXPECT_FALSE(assessment.coders[1].stands_alone);
    EXPECT_EQ(assessment.coders[2].read, 2);
    EXPECT_TRUE(assessment.coders[2].stands_alone);
}

}  // namespace
}  // namespace entente::assessment
