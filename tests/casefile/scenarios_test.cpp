#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(Scenarios, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Scenario& scenario = which.scenarios.at(0);
    EXPECT_EQ(scenario.id, "storm");
    EXPECT_EQ(scenario.probability_low, 0.1);
    EXPECT_EQ(scenario.probability_high, 0.3);
    ASSERT_EQ(scenario.effects.size(), 2U);
    EXPECT_EQ(scenario.effects[0].direction, evidence::Direction::Endurance);
    EXPECT_EQ(scenario.effects[0].decibels_high, 3.0);
    EXPECT_FALSE(scenario.effects[1].direction);
}

TEST(Scenarios, ranges_go_from_low_to_high) {
    CaseCopy copy;
    copy.replace("scenarios/storm.toml", "[0.1, 0.3]", "[10, 30]");
    copy.replace("scenarios/storm.toml", "[1, 3]", "[3, 1]");
    copy.replace("scenarios/storm.toml", "[0, 2]", "[-2, 2]");
    EXPECT_EQ(copy.problems(), (Lines{"scenarios/storm.toml:7:15 'probability' is not between 0 and 1",
                                      "scenarios/storm.toml:15:13 'decibels' is not a range",
                                      "scenarios/storm.toml:19:13 decibels below zero"}));
}

TEST(Scenarios, a_probability_says_where_it_comes_from) {
    CaseCopy copy;
    copy.replace("scenarios/storm.toml", "probability_basis = \"Invented for the tests.\"\n", "");
    EXPECT_EQ(copy.problems(), Lines{"scenarios/storm.toml:0:0 'probability_basis' is missing"});
}

// The file of a scenario with these lines after its trigger, and one effect.
std::string scenario_with(const std::string& lines, const std::string& effect) {
    return "id = \"storm\"\nname = \"A storm\"\nauthor = \"x\"\ntheory = \"walt-1997\"\ntrigger = \"x\"\n"
           "horizon = \"2012\"\nsources = [\"herald-2008\"]\n" +
           lines + effect;
}

const std::string kRule = "resolution = \"It rained.\"\n";
const std::string kEffect = "[[effect]]\nfactor = \"credibility\"\ndecibels = [1, 3]\n";

TEST(Scenarios, say_what_would_settle_them) {
    CaseCopy copy;
    copy.write("scenarios/storm.toml", scenario_with("", kEffect));
    EXPECT_EQ(copy.problems(), Lines{"scenarios/storm.toml:0:0 'resolution' is missing"});
}

TEST(Scenarios, have_an_effect) {
    CaseCopy copy;
    copy.write("scenarios/storm.toml", scenario_with(kRule, ""));
    EXPECT_EQ(copy.problems(), Lines{"scenarios/storm.toml:0:0 a scenario without an effect"});
}

TEST(Scenarios, weigh_no_more_than_a_hundred_decibels) {
    CaseCopy copy;
    copy.write("scenarios/storm.toml",
               scenario_with(kRule, "[[effect]]\nfactor = \"credibility\"\ndecibels = [1, 300]\n"));
    EXPECT_EQ(copy.problems(), Lines{"scenarios/storm.toml:11:12 more than 100 decibels"});
}

TEST(Scenarios, may_name_alternatives_conditions_numbers_and_what_came_of_them) {
    CaseCopy copy;
    copy.write("scenarios/storm.toml",
               scenario_with(kRule + "alternatives = \"weather\"\nconditions = [\"a new outside alliance\"]\n",
                             kEffect + "[[effect]]\nindicator = \"capability\"\nchange = [-0.2, 0.1]\n"
                                       "[outcome]\nresolution = \"failed\"\nresolved = 2012-12-31\n"
                                       "why = \"It did not rain.\"\nsources = [\"herald-2008\"]\n"));
    const auto which = copy.read();
    EXPECT_EQ(copy.problems(), Lines{});
    const auto& scenario = which.scenarios.at(0);
    EXPECT_EQ(scenario.alternatives, "weather");
    EXPECT_EQ(scenario.conditions.at(0).name, "a new outside alliance");
    EXPECT_EQ(scenario.effects.size(), 1U);
    EXPECT_EQ(scenario.indicator_effects.at(0).indicator, "capability");
    EXPECT_EQ(scenario.indicator_effects.at(0).change_low, -0.2);
    ASSERT_TRUE(scenario.outcome);
    EXPECT_EQ(scenario.outcome->resolution, evidence::Resolution::Failed);
    EXPECT_EQ(scenario.outcome->resolved, parse_date("2012-12-31"));
}

TEST(Scenarios, that_were_settled_say_where_one_can_read_it) {
    CaseCopy copy;
    copy.write("scenarios/storm.toml",
               scenario_with(kRule, kEffect + "[outcome]\nresolution = \"came-true\"\nwhy = \"It rained.\"\n"));
    EXPECT_EQ(copy.problems(), Lines{"scenarios/storm.toml:12:1 'sources' is missing"});
}

}  // namespace
}  // namespace entente::casefile
