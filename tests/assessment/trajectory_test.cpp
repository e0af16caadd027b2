#include "assessment/trajectory.hpp"

#include <gtest/gtest.h>

#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

// Three periods: the baseline, the focal one, and a later one judged against the focal one.
World three_periods() {
    World world;
    evidence::Period later;
    later.id = "later";
    later.begin = make_day(2019, 1, 1);
    later.end = make_day(2019, 2, 1);
    later.baseline = "focal";
    world.which.periods.push_back(later);
    for (int i = 0; i < 12; ++i) {
        const auto n = std::to_string(i);
        world.add("down-" + n + ",C2,C,new,S,A1,1,down-" + n + ",press");
    }
    return world;
}

void add_later(World& world, const std::string& line) {
    world.add(line);
    const auto id = testing::cells_of(line)[0];
    world.item(id).date = single_day(make_day(2019, 1, 5));
    world.coder("first").codings.back().baseline = "focal";
}

std::vector<TrajectoryPoint> points_of(const World& world) {
    return trajectory(world.which, world.theory, world.protocol, {}, 0);
}

TEST(Trajectory, has_a_point_for_each_period_with_a_baseline) {
    auto world = three_periods();
    add_later(world, "up,C2,E,new,A,B2,1,up,press");
    const auto points = points_of(world);
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].period, "focal");
    EXPECT_EQ(points[0].items, 12);
    EXPECT_EQ(points[0].clusters, 12);
    EXPECT_EQ(points[0].outcome.verdict.direction, VerdictDirection::Weakened);
    EXPECT_EQ(points[1].baseline, "focal");
    EXPECT_EQ(points[1].items, 1);
}

TEST(Trajectory, thins_richer_periods_to_the_poorest) {
    auto world = three_periods();
    add_later(world, "up,C2,E,new,A,B2,1,up,press");
    add_later(world, "up-too,C2,E,new,A,B2,1,up-too,press");
    const auto points = points_of(world);
    EXPECT_EQ(points[0].thinned_to, 2);
    EXPECT_EQ(points[0].survives, 1);  // any two of twelve equal items weaken
    EXPECT_TRUE(points[0].comparable);
    EXPECT_EQ(points[1].thinned_to, 0);
    EXPECT_EQ(points[1].survives, 1);
}

TEST(Trajectory, thins_to_exactly_as_many_items) {
    World world;
    auto periods = three_periods().which.periods;
    world.which.periods = periods;
    // Statements of words: two do not move a factor (P .44), three do (.57).
    for (int i = 0; i < 12; ++i) {
        const auto n = std::to_string(i);
        world.add("down-" + n + ",C2,C,new,W,B2,1,down-" + n + ",press");
    }
    for (const std::string n : {"1", "2", "3"}) add_later(world, "up-" + n + ",C2,E,new,W,B2,1,up-" + n + ",press");
    EXPECT_EQ(points_of(world)[0].thinned_to, 3);
    EXPECT_EQ(points_of(world)[0].survives, 1);
}

TEST(Trajectory, says_when_a_direction_does_not_survive_thinning) {
    auto world = three_periods();
    for (int i = 0; i < 24; ++i) {
        const auto n = std::to_string(i);
        world.add("same-" + n + ",C1,E,cont,W,B2,1,same-" + n + ",press");
    }
    add_later(world, "up,C2,E,new,A,B2,1,up,press");
    const auto points = points_of(world);
    EXPECT_EQ(points[0].thinned_to, 1);
    // One of 36 items, of which 12 weaken: about a third of the reruns.
    EXPECT_NEAR(points[0].survives, 1.0 / 3, 0.14);
    EXPECT_FALSE(points[0].comparable);
}

TEST(Trajectory, periods_without_items_are_not_assessed_and_thin_nobody) {
    const auto points = points_of(three_periods());
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].thinned_to, 0);
    EXPECT_TRUE(points[0].comparable);
    EXPECT_EQ(points[1].outcome.verdict.direction, VerdictDirection::NotAssessed);
    EXPECT_FALSE(points[1].comparable);
}

TEST(Trajectory, continuity_has_a_row_per_issue_and_a_cell_per_period) {
    auto world = three_periods();
    add_later(world, "up,C2,E,cont,A,B2,1,up,press");
    world.which.issues = {{"trade", "Trade", {}}};
    world.item("down-0").issues = {"trade"};
    world.item("up").issues = {"trade"};
    const auto matrix = continuity(world.which, world.theory, world.protocol, {});
    EXPECT_EQ(matrix.periods, (std::vector<std::string>{"focal", "later"}));
    ASSERT_EQ(matrix.rows.size(), 1U);
    ASSERT_EQ(matrix.rows[0].size(), 2U);
    EXPECT_EQ(matrix.rows[0][0].state, evidence::Continuity::New);
    EXPECT_EQ(matrix.rows[0][1].state, evidence::Continuity::Continued);
}

}  // namespace
}  // namespace entente::assessment
