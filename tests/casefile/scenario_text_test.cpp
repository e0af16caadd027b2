#include "casefile/scenario_text.hpp"

#include <gtest/gtest.h>

#include "case_copy.hpp"

namespace entente::casefile {
namespace {

TEST(ScenarioText, reads_back_as_it_was) {
    evidence::Scenario scenario;
    scenario.id = "storm";
    scenario.name = "A \"storm\"";
    scenario.author = "invented";
    scenario.theory = "walt-1997";
    scenario.trigger = "It rains.";
    scenario.horizon = "2020";
    scenario.probability_low = 0.1;
    scenario.probability_high = 0.25;
    scenario.probability_basis = "assumed";
    scenario.resolution = "It rained.";
    scenario.sources = {{"herald-2008", "p. 3", {}}, {"ministry-2003", {}, {}}};
    scenario.rows = {"S1"};
    scenario.effects.push_back({"credibility", evidence::Direction::Collapse, 0.5, 3, "why", {}});
    scenario.effects.push_back({"reputation", std::nullopt, 0, 1, "", {}});
    scenario.indicator_effects.push_back({"capability", -0.2, 0.1, "", {}});
    scenario.alternatives = "weather";
    scenario.conditions = {{"a new outside alliance", {}}};
    scenario.outcome =
        evidence::Settlement{evidence::Resolution::Failed, parse_date("2020"), "dry", {{"diary", "", {}}}};

    Problems problems;
    evidence::Case which;
    add_scenario(to_toml(scenario), "s.toml", which, problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(which.scenarios.size(), 1U);
    const auto& read = which.scenarios[0];
    EXPECT_EQ(read.name, scenario.name);
    EXPECT_EQ(read.probability_high, 0.25);
    EXPECT_EQ(read.sources[0].at, "p. 3");
    EXPECT_EQ(read.rows, scenario.rows);
    ASSERT_EQ(read.effects.size(), 2U);
    EXPECT_EQ(read.effects[0].direction, evidence::Direction::Collapse);
    EXPECT_EQ(read.effects[0].decibels_low, 0.5);
    EXPECT_EQ(read.effects[0].note, "why");
    EXPECT_FALSE(read.effects[1].direction.has_value());
    EXPECT_EQ(to_toml(read), to_toml(scenario));
}

}  // namespace
}  // namespace entente::casefile
