// Forecasts: their keys in a claim, and files that hold nothing else.
#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/forecast_file.hpp"

namespace entente::casefile {
namespace {

const std::string kHead =
    "[[forecast]]\nid = \"rain\"\nauthor = \"x\"\ndate = 2010-05-01\ntext = \"It rains.\"\n"
    "rule = \"It rained.\"\n";

Lines problems_of(const std::string& text) {
    Problems problems;
    static_cast<void>(forecasts_from(text, "f.toml", problems));
    return lines_of(problems);
}

TEST(Forecasts, every_key_arrives) {
    Problems problems;
    const auto file = forecasts_from("name = \"Mine\"\n" + kHead +
                                         "horizon = \"the summer\"\ndue = 2010-08-31\nprobability = [0.2, 0.4]\n"
                                         "probability_basis = \"a word\"\nresolution = \"failed\"\n"
                                         "resolved = 2010-08-31\nwhy = \"Dry.\"\n"
                                         "sources = [\"https://example.org\", { key = \"diary\", at = \"p. 3\" }]\n",
                                     "f.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(file.name, "Mine");
    ASSERT_EQ(file.forecasts.size(), 1U);
    const auto& one = file.forecasts[0];
    EXPECT_EQ(one.made, parse_date("2010-05-01"));
    EXPECT_EQ(one.forecast.horizon, "the summer");
    EXPECT_EQ(one.forecast.due, parse_date("2010-08-31"));
    ASSERT_TRUE(one.forecast.probability);
    EXPECT_EQ(one.forecast.probability->low, 0.2);
    EXPECT_EQ(one.forecast.probability->high, 0.4);
    EXPECT_NEAR(one.forecast.probability->middle(), 0.3, 1e-15);
    EXPECT_EQ(one.forecast.outcome.settled_by.at(1).at, "p. 3");
    EXPECT_EQ(file.sha256.size(), 64U);
}

TEST(Forecasts, a_horizon_that_is_a_date_is_the_last_day) {
    Problems problems;
    const auto file = forecasts_from(kHead + "horizon = \"2011\"\nresolution = \"open\"\n", "f.toml", problems);
    EXPECT_EQ(file.forecasts.at(0).forecast.due, parse_date("2011"));
}

TEST(Forecasts, a_probability_lies_between_0_and_1_and_its_range_runs_upward) {
    const auto with = [](const std::string& probability) {
        return problems_of(kHead + "horizon = \"\"\nresolution = \"open\"\nprobability = " + probability + "\n");
    };
    EXPECT_EQ(with("80"), Lines{"f.toml:9:15 'probability' is not between 0 and 1"});
    EXPECT_EQ(with("-0.1"), Lines{"f.toml:9:15 'probability' is not between 0 and 1"});
    EXPECT_EQ(with("[0.5, 1.5]"), Lines{"f.toml:9:15 'probability' is not between 0 and 1"});
    EXPECT_EQ(with("[0.9, 0.1]"), Lines{"f.toml:9:15 'probability' is not a range"});
    EXPECT_EQ(with("0"), Lines{});
    EXPECT_EQ(with("1"), Lines{});
}

TEST(Forecasts, a_horizon_does_not_end_before_the_forecast_was_made) {
    EXPECT_EQ(problems_of(kHead + "horizon = \"2009\"\nresolution = \"open\"\n"),
              Lines{"f.toml:7:11 the horizon 2009 ends before the forecast was made, 2010-05-01"});
    EXPECT_EQ(problems_of(kHead + "horizon = \"soon\"\ndue = 2010-04-30\nresolution = \"open\"\n"),
              Lines{"f.toml:8:7 the horizon 2010-04-30 ends before the forecast was made, 2010-05-01"});
    EXPECT_EQ(problems_of(kHead + "horizon = \"2010\"\nresolution = \"open\"\n"), Lines{});
}

const std::string kSettled = "why = \"x\"\nsources = [\"x\"]\n";

TEST(Forecasts, nothing_is_settled_before_it_was_said_or_comes_true_after_its_horizon) {
    EXPECT_EQ(problems_of(kHead + "horizon = \"\"\nresolution = \"came-true\"\nresolved = 2010-04-30\n" + kSettled),
              Lines{"f.toml:9:12 resolved on 2010-04-30, before it was made, 2010-05-01"});
    EXPECT_EQ(problems_of(kHead + "horizon = \"2010\"\nresolution = \"came-true\"\nresolved = 2011-01-01\n" + kSettled),
              Lines{"f.toml:9:12 came true on 2011-01-01, after its horizon 2010"});
    EXPECT_EQ(problems_of(kHead + "horizon = \"2010\"\nresolution = \"failed\"\nresolved = 2011-01-01\n" + kSettled),
              Lines{});
}

TEST(Forecasts, what_came_of_it_has_a_source_and_a_reason) {
    EXPECT_EQ(problems_of(kHead + "horizon = \"\"\nresolution = \"came-true\"\n"),
              (Lines{"f.toml:1:1 'sources' is missing", "f.toml:1:1 'why' is missing"}));
    EXPECT_EQ(problems_of(kHead + "horizon = \"\"\nresolution = \"failed\"\nwhy = \"x\"\nsources = []\n"),
              Lines{"f.toml:10:11 no source says that it is failed"});
    EXPECT_EQ(problems_of(kHead + "horizon = \"\"\nresolution = \"unscorable\"\n"),
              Lines{"f.toml:1:1 'why' is missing"});
}

TEST(Forecasts, what_is_open_has_no_day_on_which_it_was_settled) {
    EXPECT_EQ(problems_of(kHead + "horizon = \"\"\nresolution = \"open\"\nresolved = 2011-01-01\n"),
              Lines{"f.toml:9:12 a day on which it was settled, of what is open"});
}

TEST(Forecasts, a_file_has_some_and_each_once) {
    EXPECT_EQ(problems_of("name = \"x\"\n"), Lines{"f.toml:0:0 no forecast"});
    const auto open = kHead + "horizon = \"\"\nresolution = \"open\"\n";
    EXPECT_EQ(problems_of(open + open), Lines{"f.toml:9:1 the forecast 'rain' stands here a second time"});
}

TEST(Forecasts, the_same_holds_of_those_in_a_case) {
    CaseCopy copy;
    copy.replace("claims.toml", "horizon     = \"2012\"", "horizon     = \"2007\"");
    EXPECT_EQ(copy.problems(), Lines{"claims.toml:18:15 the horizon 2007 ends before the forecast was made, 2008"});
}

}  // namespace
}  // namespace entente::casefile
