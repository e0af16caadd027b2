#include "workbench/forecast.hpp"

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using evidence::Resolution;
using testing::error_of;
using testing::Folder;

// A forecast of rain; `more` are the keys from `resolution` on.
std::string rain(const std::string& id, const std::string& more, const std::string& date = "2010-05-01") {
    return "[[forecast]]\nid = \"" + id + "\"\nauthor = \"Jane Doe (invented)\"\ndate = " + date +
           "\ntext = \"It rains.\"\nhorizon = \"2010\"\nrule = \"It rained.\"\n" + more;
}

std::string came_true(const std::string& day, const std::string& probability = {}) {
    return (probability.empty() ? "" : "probability = " + probability + "\n") +
           "resolution = \"came-true\"\nresolved = " + day + "\nwhy = \"Wet.\"\nsources = [\"The gauge\"]\n";
}

class Forecasts : public ::testing::Test {
protected:
    ForecastResult of(const std::string& text, std::optional<Day> day = make_day(2012, 12, 31)) {
        folder_.write("f.toml", text);
        return forecast({{folder_.path() / "f.toml"}, day});
    }

    const Folder folder_;
};

TEST_F(Forecasts, are_scored_where_they_were_settled_and_had_a_probability) {
    const auto result = of(rain("a", came_true("2010-06-01", "0.8")) + rain("b", came_true("2010-06-02")) +
                           rain("c", "probability = 0.9\nresolution = \"open\"\n"));
    ASSERT_TRUE(result.scores);
    EXPECT_EQ(result.scores->forecasts, 1U);
    EXPECT_NEAR(result.scores->brier, 0.04, 1e-12);  // (1 − .8)²
    EXPECT_NEAR(result.forecasts[0].brier.value_or(1), 0.04, 1e-12);
    EXPECT_FALSE(result.forecasts[1].brier);
    ASSERT_EQ(result.authors.size(), 1U);
    EXPECT_EQ(result.authors[0].made, 3);
    EXPECT_EQ(result.authors[0].came_true, 2);
    EXPECT_EQ(result.authors[0].open, 1);
    EXPECT_EQ(result.authors[0].scored, 1);
}

TEST_F(Forecasts, say_why_there_are_no_scores) {
    const auto result = of(rain("b", came_true("2010-06-02")));
    EXPECT_FALSE(result.scores);
    EXPECT_EQ(result.why_no_scores, "no forecast with a probability has been settled");
}

TEST_F(Forecasts, are_judged_as_of_a_day) {
    const auto text = rain("a", came_true("2010-06-01", "0.8")) + rain("late", "resolution = \"open\"\n", "2010-07-01");
    const auto before = of(text, make_day(2010, 5, 15));
    ASSERT_EQ(before.forecasts.size(), 1U);
    EXPECT_EQ(before.forecasts[0].forecast.outcome.resolution, Resolution::Open);
    EXPECT_FALSE(before.scores);
    EXPECT_EQ(before.notes, std::vector<std::string>{"1 forecast was made later and left out"});
}

TEST_F(Forecasts, that_are_open_after_their_horizon_are_overdue) {
    const auto text = rain("a", "resolution = \"open\"\n");
    EXPECT_FALSE(of(text, make_day(2010, 12, 31)).forecasts[0].overdue);
    EXPECT_TRUE(of(text, make_day(2011, 1, 1)).forecasts[0].overdue);
}

TEST_F(Forecasts, without_a_day_are_judged_as_of_the_last_one_that_is_known) {
    EXPECT_EQ(of(rain("a", came_true("2010-06-01")), std::nullopt).as_of, make_day(2010, 6, 1));
}

TEST_F(Forecasts, of_cases_stand_beside_their_scenarios_which_nobody_foretold) {
    const auto result = forecast({{testing::tiny_case()}, make_day(2012, 12, 31)});
    ASSERT_EQ(result.forecasts.size(), 2U);
    EXPECT_EQ(result.forecasts[0].id, "herald-weakened");
    EXPECT_EQ(result.forecasts[0].forecast.outcome.resolution, Resolution::CameTrue);
    EXPECT_EQ(result.forecasts[1].kind, ForecastKind::Scenario);
}

TEST_F(Forecasts, that_two_files_record_count_once) {
    folder_.write("f.toml", rain("a", came_true("2010-06-01", "0.8")));
    folder_.write("g.toml", rain("a", came_true("2010-06-01", "0.8")) + rain("b", "resolution = \"open\"\n"));
    const auto result = forecast({{folder_.path() / "f.toml", folder_.path() / "g.toml"}, make_day(2012, 12, 31)});
    EXPECT_EQ(result.forecasts.size(), 2U);
    EXPECT_EQ(result.notes,
              std::vector<std::string>{"'a' by Jane Doe (invented) stands in g.toml too and is counted once"});
}

TEST_F(Forecasts, of_one_file_twice_are_refused) {
    folder_.write("f.toml", rain("a", "resolution = \"open\"\n"));
    const auto file = folder_.path() / "f.toml";
    EXPECT_EQ(error_of([&] { (void)forecast({{file, file}, {}}); }).kind(), ErrorKind::BadRequest);
}

TEST_F(Forecasts, that_are_broken_are_told_all_at_once) {
    const auto error = error_of([&] { of(rain("a", "probability = 80\nresolution = \"came-true\"\n")); });
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
    EXPECT_EQ(error.problems().size(), 3U);  // the probability, no reason, no source
}

TEST_F(Forecasts, have_a_template_that_can_be_read) {
    const auto result = of(forecast_template(), make_day(2026, 6, 1));
    ASSERT_EQ(result.forecasts.size(), 1U);
    EXPECT_EQ(result.forecasts[0].forecast.probability->low, 0.7);
}

}  // namespace
}  // namespace entente::workbench
