// Items that a protocol sets aside or grades otherwise. No number is expected that a rerun without the item, or with
// the grade in the case itself, does not give.
#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/ledger_fixture.hpp"
#include "assessment/trajectory.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::cells_of;
using testing::ledger_fixture;
using testing::World;

void set_aside(World& world, const std::string& id) {
    world.protocol.reading.set_aside.push_back({id, {}});
}

void expect_same(const Outcome& left, const Outcome& right) {
    EXPECT_EQ(left.verdict.direction, right.verdict.direction);
    EXPECT_EQ(left.verdict.size, right.verdict.size);
    EXPECT_EQ(left.verdict.probability.weakened, right.verdict.probability.weakened);
    EXPECT_EQ(left.verdict.probability.strengthened, right.verdict.probability.strengthened);
    ASSERT_EQ(left.factors.size(), right.factors.size());
    for (std::size_t i = 0; i < left.factors.size(); ++i) {
        EXPECT_EQ(left.factors[i].finding, right.factors[i].finding);
        EXPECT_EQ(left.factors[i].posterior.weakened, right.factors[i].posterior.weakened);
        EXPECT_EQ(left.factors[i].standing_decibels, right.factors[i].standing_decibels);
        EXPECT_EQ(left.factors[i].evidence.size(), right.factors[i].evidence.size());
    }
}

TEST(ProtocolReading, setting_a_cluster_aside_is_leaving_it_out) {
    const auto reruns = World(ledger_fixture()).assessment().sensitivity.leave_one_cluster_out;
    ASSERT_EQ(reruns.size(), 26U);  // distinct names in the fixture's table
    for (const auto& rerun : reruns) {
        World world(ledger_fixture());
        for (const auto& line : ledger_fixture()) {
            if (cells_of(line)[7] == rerun.name) set_aside(world, cells_of(line)[0]);
        }
        const auto verdict = world.outcome().verdict;
        EXPECT_EQ(verdict.direction, rerun.direction) << rerun.name;
        EXPECT_EQ(verdict.size, rerun.size) << rerun.name;
        EXPECT_NEAR(verdict.probability.weakened, rerun.probability.weakened, 1e-12) << rerun.name;
        EXPECT_NEAR(verdict.probability.strengthened, rerun.probability.strengthened, 1e-12) << rerun.name;
        EXPECT_EQ(world.assessment().coverage.items, rerun.items) << rerun.name;
    }
}

TEST(ProtocolReading, an_item_set_aside_counts_as_if_the_case_did_not_have_it) {
    for (const auto& left_out : ledger_fixture()) {
        World with(ledger_fixture());
        set_aside(with, cells_of(left_out)[0]);
        World without;
        for (const auto& line : ledger_fixture()) {
            if (line != left_out) without.add(line);
        }
        expect_same(with.outcome(), without.outcome());
    }
}

TEST(ProtocolReading, another_grade_in_the_protocol_is_that_grade_in_the_case) {
    for (const auto& line : ledger_fixture()) {
        const auto id = cells_of(line)[0];
        World by_protocol(ledger_fixture());
        by_protocol.protocol.reading.regraded.push_back({id, {'D', 4}, {}});
        World by_case(ledger_fixture());
        by_case.item(id).grade = evidence::Grade{'D', 4};
        expect_same(by_protocol.outcome(), by_case.outcome());
    }
}

TEST(ProtocolReading, another_grade_matters) {
    World world(ledger_fixture());
    const auto before = world.outcome().verdict.probability.weakened;
    world.protocol.reading.regraded.push_back({"S115/S188", {'E', 5}, {}});  // an A1 act under C6
    EXPECT_NE(world.outcome().verdict.probability.weakened, before);
}

TEST(ProtocolReading, with_everything_set_aside_nothing_is_assessed) {
    World world(ledger_fixture());
    for (const auto& line : ledger_fixture()) set_aside(world, cells_of(line)[0]);
    const auto assessment = world.assessment();
    EXPECT_EQ(assessment.outcome.verdict.direction, VerdictDirection::NotAssessed);
    for (const auto& factor : assessment.outcome.factors) EXPECT_EQ(factor.finding, Finding::NotAssessed) << factor.id;
    EXPECT_EQ(assessment.coverage.items, 0);
}

TEST(ProtocolReading, what_is_set_aside_is_listed_and_counted_nowhere_else) {
    World world({"a,C2,C,new,A,B2,1,a,press", "b,C2,C,new,A,B2,1,b,press", "late,C2,C,new,A,B2,1,c,press"});
    world.item("late").date = single_day(make_day(2030, 1, 1));  // in no period
    set_aside(world, "late");
    set_aside(world, "a");
    const auto coverage = world.assessment().coverage;
    EXPECT_EQ(coverage.set_aside, (std::vector<std::string>{"a", "late"}));  // in the order of the case
    EXPECT_EQ(coverage.items_in_period, 1);
    EXPECT_EQ(coverage.items_in_no_period, 0);
    EXPECT_TRUE(coverage.uncoded.empty());
}

TEST(ProtocolReading, warnings_say_what_the_protocol_changed) {
    World world({"a,C2,C,new,A,B2,1,a,press", "b,C2,C,new,A,B2,1,b,press", "c,C2,C,new,A,C3,1,c,press"});
    set_aside(world, "a");
    set_aside(world, "b");
    world.protocol.reading.regraded.push_back({"c", {'A', 1}, {}});
    const auto warnings = world.assessment().warnings;
    ASSERT_GE(warnings.size(), 2U);
    EXPECT_EQ(warnings[0], "2 items set aside by the protocol: a, b.");
    EXPECT_EQ(warnings[1], "1 item graded by the protocol: c (A1, not C3).");
}

TEST(ProtocolReading, a_grade_that_the_item_has_anyway_is_no_change) {
    World world({"a,C2,C,new,A,B2,1,a,press"});
    world.protocol.reading.regraded.push_back({"a", {'B', 2}, {}});
    EXPECT_TRUE(world.assessment().coverage.regraded.empty());
}

TEST(ProtocolReading, trajectory_and_continuity_leave_out_what_is_set_aside) {
    World world({"a,C2,C,new,A,B2,1,a,press", "b,C2,E,cont,A,B2,1,b,press"});
    world.which.issues = {{"defence", "Defence", {}}};
    world.item("a").issues = {"defence"};
    world.item("b").issues = {"defence"};
    set_aside(world, "a");
    const auto points = trajectory(world.which, world.theory, world.protocol, {}, 1);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].items, 1);
    const auto matrix = continuity(world.which, world.theory, world.protocol, {});
    EXPECT_EQ(matrix.rows[0][0].state, evidence::Continuity::Continued);
    EXPECT_EQ(matrix.rows[0][0].items, (std::vector<std::string>{"b"}));
}

}  // namespace
}  // namespace entente::assessment
