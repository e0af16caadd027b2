// What `states` says, of answers put together by hand.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/documents.hpp"
#include "reports/json.hpp"

namespace entente::reports {
namespace {

workbench::StateAnswer japan() {
    workbench::StateAnswer answer;
    answer.written = "Japan";
    answer.match.code = "JPN";
    StateRow row;
    row.code = "JPN";
    row.cow_number = 740;
    row.gw_number = 740;
    row.iso3 = "JPN";
    row.name = "Japan";
    answer.row = row;
    return answer;
}

workbench::StateAnswer a_number_of_two_lists() {
    workbench::StateAnswer answer;
    answer.written = "260";
    answer.match.why_not = "ambiguous";
    answer.match.candidates = {"cow:260 GFR", "gw:260 GMY"};
    answer.advice = "say which list it is of: cow:260 or gw:260, or --system for all";
    return answer;
}

std::string text_of(const workbench::StatesResult& result) {
    return render_text(states_document(result), {200, false});
}

TEST(StatesDocument, has_the_numbers_of_both_lists_and_a_dash_where_there_is_none) {
    const auto text = text_of({std::nullopt, {japan()}});
    EXPECT_NE(text.find("Japan    JPN    740  740  JPN   —     Japan"), std::string::npos) << text;
}

TEST(StatesDocument, of_a_bare_number_says_what_each_list_means_and_what_to_write) {
    const auto text = text_of({std::nullopt, {a_number_of_two_lists()}});
    EXPECT_NE(text.find("ambiguous: cow:260 GFR; gw:260 GMY; say which list it is of"), std::string::npos) << text;
}

TEST(StatesDocument, of_letters_says_whose_iso_code_they_are) {
    auto answer = japan();
    answer.written = "AUS";
    answer.match.by_iso_code = "AUL";
    EXPECT_NE(text_of({std::nullopt, {answer}}).find("as an ISO code it is AUL's: write iso:AUS"), std::string::npos);
}

TEST(StatesJson, has_null_for_what_is_not_there_and_a_reason) {
    const auto json = nlohmann::json::parse(states_json({parse_date("1990"), {japan(), a_number_of_two_lists()}}));
    EXPECT_EQ(json.at("when"), "1990");
    EXPECT_TRUE(json.at("answers").at(0).at("iso2").is_null());
    EXPECT_FALSE(json.at("answers").at(0).contains("reason"));
    EXPECT_TRUE(json.at("answers").at(1).at("state").is_null());
    EXPECT_EQ(json.at("answers").at(1).at("reason"), "ambiguous");
    EXPECT_EQ(json.at("answers").at(1).at("advice"), a_number_of_two_lists().advice);
}

}  // namespace
}  // namespace entente::reports
