#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {
namespace {

Scenario scenario(const std::string& id, double low, double high) {
    Scenario one;
    one.id = id;
    one.theory = "walt-1997";
    one.alternatives = "korea";
    one.probability_low = low;
    one.probability_high = high;
    one.probability_where = {"scenarios/" + id + ".toml", 8, 15};
    one.effects.push_back({"credibility", Direction::Collapse, 1, 3, "", {}});
    return one;
}

// .5 + .4 + .2 = 1.1 at the low ends: whatever happens, not all of them can be right.
TEST(CheckScenarios, alternatives_cannot_be_likelier_together_than_one) {
    Problems problems;
    check_alternatives({scenario("a", 0.5, 0.6), scenario("b", 0.4, 0.9), scenario("c", 0.2, 0.3)}, problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(to_line(problems.sorted()[0]),
              "scenarios/c.toml:8:15: error: the scenarios of 'korea' exclude each other, and their least "
              "probabilities add up to 1.1, more than 1; lower them; or take out 'alternatives' if two of them can "
              "happen");
}

TEST(CheckScenarios, upper_ends_may_add_up_to_more_since_not_all_are_right_at_once) {
    Problems problems;
    check_alternatives({scenario("a", 0.3, 0.9), scenario("b", 0.3, 0.9)}, problems);
    EXPECT_TRUE(problems.empty());
}

TEST(CheckScenarios, three_thirds_are_one) {
    Problems problems;
    check_alternatives({scenario("a", 1. / 3, 0.5), scenario("b", 1. / 3, 0.5), scenario("c", 1. / 3, 0.5)}, problems);
    EXPECT_TRUE(problems.empty());
}

TEST(CheckScenarios, only_scenarios_of_one_word_exclude_each_other) {
    auto other = scenario("b", 0.7, 0.8);
    other.alternatives = "china";
    auto none = scenario("c", 0.9, 0.9);
    none.alternatives.clear();
    Problems problems;
    check_alternatives({scenario("a", 0.7, 0.8), other, none}, problems);
    EXPECT_TRUE(problems.empty());
}

TEST(CheckScenarios, an_effect_on_a_number_names_one_of_the_theory) {
    Case which = small_case();
    which.scenarios = {scenario("a", 0.1, 0.2)};
    which.scenarios[0].indicator_effects.push_back({"capabilty", 0, 1, "", line(700)});
    auto known = theories();
    known[0].indicators.push_back({});
    known[0].indicators.back().id = "capability";
    Problems problems;
    check_case(which, known, problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(
        to_line(problems.sorted()[0]),
        "case:700:1: error: the scenario's effect names the indicator 'capabilty', which walt-1997 does not have; "
        "did you mean 'capability'?; its indicators and covariates: capability");
}

}  // namespace
}  // namespace entente::evidence
