#include "assessment/coverage.hpp"

#include <gtest/gtest.h>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

TEST(Coverage, counts_what_the_verdict_rests_on) {
    const auto coverage = World(testing::ledger_fixture()).assessment().coverage;
    EXPECT_EQ(coverage.items, 37);
    EXPECT_EQ(coverage.clusters, 26);  // distinct names in the fixture's table
    EXPECT_EQ(coverage.sources, 10);   // the world has one source per class and grade
    const std::vector<std::pair<std::string, int>> classes{{"press", 3}, {"official", 2}, {"poll", 2}, {"expert", 3}};
    EXPECT_EQ(coverage.sources_by_class, classes);
    EXPECT_EQ(coverage.items_in_period, 37);
}

TEST(Coverage, counts_what_was_left_out) {
    World world({"a,C2,C,new,A,B2,1,a,press", "b,C2,C,new,A,B3,1,b,press", "c,C2,C,new,A,B4,1,c,press",
                 "d,C2,C,new,A,B5,1,d,press"});
    world.item("b").date = single_day(make_day(1999, 1, 1));
    world.which.sources[2].published = single_day(make_day(2020, 1, 1));
    auto& codings = world.coder("first").codings;
    codings[0].factor = std::string(evidence::kOutside);
    codings.pop_back();
    const auto coverage = world.assessment().coverage;
    EXPECT_EQ(coverage.items, 0);
    EXPECT_EQ(coverage.items_in_period, 2);
    EXPECT_EQ(coverage.items_in_no_period, 1);
    EXPECT_EQ(coverage.items_after_cutoff, 1);
    EXPECT_EQ(coverage.outside, (std::vector<std::string>{"a"}));
    EXPECT_EQ(coverage.uncoded, (std::vector<std::string>{"d"}));
}

TEST(Coverage, names_meetings_from_which_no_item_came) {
    World world({"a,C2,C,new,A,B2,1,a,press"});
    const auto meeting = [](const std::string& id, int year, std::vector<std::string> items) {
        evidence::Meeting one;
        one.id = id;
        one.date = single_day(make_day(year, 2, 10));
        one.items = std::move(items);
        return one;
    };
    world.which.meetings = {meeting("fruitful", 2017, {"a"}), meeting("idle", 2018, {}), meeting("earlier", 2012, {})};
    EXPECT_EQ(world.assessment().coverage.meetings_without_items, (std::vector<std::string>{"idle"}));
}

}  // namespace
}  // namespace entente::assessment
