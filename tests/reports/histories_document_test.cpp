// Histories of alliances in words, tables and JSON; the alliances are invented.
#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "outlook/history_tables.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"

namespace entente::reports {
namespace {

// Two alliances: one broken after ten years, one in force after twenty, of which two rows were joined; one row left
// out.
workbench::AllianceHistoriesResult small_result() {
    workbench::AllianceHistoriesResult result;
    result.request.level = outlook::HistoryLevel::Alliance;
    auto& histories = result.histories;
    histories.level = outlook::HistoryLevel::Alliance;
    histories.last_year = 2000;
    histories.rows = 3;
    histories.joined = 1;
    outlook::AllianceHistory broken;
    broken.alliance = 7;
    broken.began = broken.treaty_began = make_day(1950, 1, 1);
    broken.rows = {{make_day(1950, 1, 1), make_day(1960, 1, 1), 0}};
    broken.ending = outlook::Ending::Violation;
    auto standing = broken;
    standing.alliance = 8;
    standing.rows = {{make_day(1950, 1, 1), make_day(1955, 1, 1), 1}, {make_day(1955, 1, 1), make_day(1970, 1, 1), 2}};
    standing.ending = outlook::Ending::GoesOn;
    histories.units = {broken, standing};
    histories.contradictions = {{9, 0, 0, "it begins after the last day of the data, the end of 2000", true}};
    const auto intervals = outlook::intervals_of(histories);
    result.curve = outlook::history_curve(intervals, 365.25, {5, 20, 50}, outlook::IndependenceLoss::Ends);
    result.as_censored = result.curve;
    result.rates = outlook::age_rates(intervals, 365.25, {0, 15}, outlook::IndependenceLoss::Ends);
    result.whole_years = {{"all", result.curve, result.rates}};
    return result;
}

std::string text_of(const workbench::AllianceHistoriesResult& result) {
    return render_text(histories_document(result), {140, false});
}

void expect_says(const std::string& text, const std::string& words) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\nin\n" << text;
}

TEST(HistoriesDocument, says_how_many_and_what_the_rules_did) {
    const auto text = text_of(small_result());
    expect_says(text, "How alliances have ended: all alliances, each as a whole");
    expect_says(text, "2 histories of 2 alliances, 30 years at risk to the end of 2000");
    expect_says(text, "1 goes on with another phase: no end, whatever the file says of it");
}

TEST(HistoriesDocument, lists_what_the_files_contradict) {
    expect_says(text_of(small_result()),
                "ATOP 9: it begins after the last day of the data, the end of 2000 (left out)");
}

TEST(HistoriesDocument, says_which_alliances_were_asked_about) {
    auto result = small_result();
    result.request.kind = outlook::AllianceKind::Defence;
    result.request.formed = std::pair{1816, 1989};
    result.states = {{1, "A", "Aland"}, {2, "B", "Bland"}};
    expect_says(text_of(result), "alliances, defence of Aland and Bland, signed 1816 to 1989, each as a whole");
}

TEST(HistoriesDocument, has_no_column_for_years_that_nobody_has_reached) {
    const auto csv = render_csv(histories_table_document(small_result()));
    expect_says(csv, "20,1,in-force,0.5,");
    EXPECT_EQ(csv.find("\n50,"), std::string::npos);
}

TEST(HistoriesDocument, of_whole_alliances_has_no_defeat) {
    auto result = small_result();
    EXPECT_EQ(text_of(result).find("defeat"), std::string::npos);
    result.histories.level = outlook::HistoryLevel::Member;
    expect_says(text_of(result), "defeat");
}

TEST(HistoriesDocument, of_histories_that_never_end_says_that_there_is_no_median) {
    auto result = small_result();
    result.histories.units.erase(result.histories.units.begin());
    const auto intervals = outlook::intervals_of(result.histories);
    result.curve = outlook::history_curve(intervals, 365.25, {5}, outlook::IndependenceLoss::Ends);
    result.as_censored = result.curve;
    expect_says(text_of(result), "more than half are in force at every age");
}

TEST(HistoriesJson, has_null_for_bounds_that_nothing_says) {
    const auto json = nlohmann::json::parse(histories_json(small_result()));
    EXPECT_EQ(json.at("level"), "alliance");
    EXPECT_TRUE(json.at("formed").is_null());
    EXPECT_EQ(json.at("rules").at("joined"), 1);
    EXPECT_EQ(json.at("curve").at("endings").at(1).at("ending"), "violation");
    EXPECT_EQ(json.at("curve").at("endings").at(1).at("units"), 1);
    const auto& first = json.at("curve").at("points").at(0);
    EXPECT_EQ(first.at("survival").at("p"), 1);
    EXPECT_TRUE(first.at("survival").at("low").is_null());
    EXPECT_EQ(json.at("contradictions").at(0).at("left_out"), true);
    EXPECT_TRUE(json.at("contradictions").at(0).at("member").is_null());
}

}  // namespace
}  // namespace entente::reports
