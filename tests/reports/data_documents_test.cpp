// What the commands about the data store say, of results put together by hand: all data are invented.
#include "reports/data_documents.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/documents.hpp"
#include "reports/json.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kWidth = 100;

std::string text_of(const Document& document) {
    return render_text(document, {kWidth, false});
}

workbench::StoredDataset harbours() {
    workbench::StoredDataset one;
    one.dataset = "harbours";
    one.version = "2.0";
    one.name = "Harbours of the World";
    one.unit = datasets::Unit::StateYear;
    one.rows = 1234;
    one.covers = datasets::YearSpan{1900, 2000};
    one.years = datasets::YearSpan{1950, 1990};
    datasets::ImportedFile file;
    file.dataset = one.dataset;
    file.version = one.version;
    file.file_name = "harbours.csv";
    file.format = "CSV";
    file.encoding = "UTF-8";
    file.imported_at = "2026-01-02T03:04:05Z";
    one.files = {file};
    return one;
}

TEST(DataList, of_an_empty_store_says_what_to_do) {
    workbench::DataListResult result;
    result.store = "/data/store.duckdb";
    const auto text = text_of(data_list_document(result));
    EXPECT_NE(text.find("The data store is empty (/data/store.duckdb)"), std::string::npos) << text;
    EXPECT_NE(text.find("entente data add FILE"), std::string::npos);
}

TEST(DataList, has_data_set_version_years_and_rows) {
    workbench::DataListResult result;
    result.exists = true;
    result.stored = {harbours()};
    const auto text = text_of(data_list_document(result));
    EXPECT_NE(text.find("1900–2000"), std::string::npos) << text;
    EXPECT_NE(text.find("harbours.csv"), std::string::npos);
    const auto json = nlohmann::json::parse(data_list_json(result));
    EXPECT_EQ(json.at("stored").at(0).at("rows"), 1234);
    EXPECT_EQ(json.at("stored").at(0).at("covers"), (nlohmann::json{1900, 2000}));
}

TEST(DataInfo, tells_missing_from_not_applicable_and_says_what_changed_its_meaning) {
    workbench::DataInfoResult result;
    result.stored = harbours();
    result.descriptor.emplace();
    result.descriptor->about = "Ships and piers.";
    result.descriptor->key.state = "ccode";
    result.descriptor->key.year = "year";
    result.descriptor->key.year_from = "session";
    workbench::VariableInfo ships;
    ships.variable.name = "ships";
    ships.variable.present = 1000;
    ships.variable.missing = 200;
    ships.variable.not_applicable = 34;
    ships.rule.emplace();
    ships.rule->breaks = {{1970, "tankers too", ""}};
    result.variables = {ships};
    const auto text = text_of(data_info_document(result));
    EXPECT_NE(text.find("key    ccode, year; states by cow"), std::string::npos) << text;
    EXPECT_NE(text.find("ships 1970: tankers too"), std::string::npos) << text;
    const auto variable = nlohmann::json::parse(data_info_json(result)).at("variables").at(0);
    EXPECT_EQ(variable.at("missing"), 200);
    EXPECT_EQ(variable.at("not_applicable"), 34);
}

workbench::AddedFile added(const std::string& remark) {
    workbench::AddedFile file;
    file.path = "/downloads/harbours.csv";
    file.name = "Harbours of the World";
    file.outcome.emplace();
    file.outcome->file = harbours().files.front();
    file.outcome->file.rows = 1234;
    file.outcome->remarks = {remark};
    file.outcome->unresolved = {{"Atlantis", "unknown", 4, 1949, 2018}};
    return file;
}

TEST(DataAdd, says_of_each_file_what_it_is_and_what_looked_wrong) {
    workbench::DataAddResult result;
    result.store = "/data/store.duckdb";
    result.changed = true;
    result.files = {added("1234 rows, where version 2.0 has 2000 rows: cut short, or changed since?")};
    const auto text = text_of(data_add_document(result));
    EXPECT_NE(text.find("cut short, or changed since?"), std::string::npos) << text;
    EXPECT_NE(text.find("Atlantis"), std::string::npos) << text;
    const auto file = nlohmann::json::parse(data_add_json(result)).at("files").at(0);
    EXPECT_EQ(file.at("version"), "2.0");
    EXPECT_EQ(file.at("unresolved").at(0).at("years"), (nlohmann::json{1949, 2018}));
}

TEST(DataAdd, says_of_a_file_that_was_left_out_why_and_what_can_be_done) {
    workbench::AddedFile left_out;
    left_out.path = "/downloads/fruit.csv";
    left_out.why_not = "no data set that is known is like this";
    left_out.advice = "a new data set needs a descriptor";
    workbench::DataAddResult result;
    result.files = {left_out};
    const auto text = text_of(data_add_document(result));
    EXPECT_NE(text.find("fruit.csv"), std::string::npos) << text;
    EXPECT_NE(text.find("a new data set needs a descriptor"), std::string::npos) << text;
    const auto file = nlohmann::json::parse(data_add_json(result)).at("files").at(0);
    EXPECT_EQ(file.at("why_not"), left_out.why_not);
    EXPECT_FALSE(file.contains("version"));
}

TEST(DataCite, prints_an_entry_that_two_versions_share_once) {
    const std::string entry = "@misc{harbours, year = {2001}}";
    const std::vector<workbench::CitedDataset> cited{{"harbours", "1.0", "Harbours", entry},
                                                     {"harbours", "2.0", "Harbours", entry}};
    const auto bibtex = data_cite_bibtex(cited);
    const auto first = bibtex.find("@misc{harbours");
    ASSERT_NE(first, std::string::npos) << bibtex;
    EXPECT_EQ(bibtex.find("@misc{harbours", first + 1), std::string::npos) << bibtex;
    EXPECT_EQ(nlohmann::json::parse(data_cite_json(cited)).size(), 2U);
}

datasets::Alarm alarm(datasets::Gravity gravity, const std::string& what) {
    datasets::Alarm made;
    made.gravity = gravity;
    made.dataset = "harbours";
    made.version = "2.0";
    made.what = what;
    made.advice = "look it up";
    made.source = "harbours.csv";
    made.units = 3;
    return made;
}

TEST(DataCheck, stands_under_its_gravity_with_the_older_versions_that_have_it_too) {
    workbench::DataCheckResult result;
    result.alarms = {alarm(datasets::Gravity::Wrong, "ships below zero"),
                     alarm(datasets::Gravity::Note, "a new count")};
    result.alarms[0].older = {"1.0", "1.5"};
    const auto text = text_of(data_check_document(result, std::nullopt));
    EXPECT_LT(text.find("Wrong: cannot be right as it stands"), text.find("ships below zero")) << text;
    EXPECT_NE(text.find("so it is in version 1.0, 1.5"), std::string::npos) << text;
    EXPECT_LT(text.find("Good to know"), text.find("a new count"));
    const auto json = nlohmann::json::parse(data_check_json(result)).at("alarms").at(0);
    EXPECT_EQ(json.at("older_versions"), (nlohmann::json{"1.0", "1.5"}));
    EXPECT_TRUE(json.at("checked").is_null());  // a share would make no sense
}

TEST(DataCheck, counts_the_alarms_of_a_gravity_that_it_does_not_print) {
    workbench::DataCheckResult result;
    for (int i = 0; i < 5; ++i)
        result.alarms.push_back(alarm(datasets::Gravity::Doubtful, "number " + std::to_string(i)));
    const auto text = text_of(data_check_document(result, 2));
    EXPECT_NE(text.find("number 1"), std::string::npos);
    EXPECT_EQ(text.find("number 2"), std::string::npos);
    EXPECT_NE(text.find("… and 3 more"), std::string::npos) << text;
}

TEST(DataCheck, a_table_for_spreadsheets_has_a_row_for_each_unit) {
    workbench::DataCheckResult result;
    result.alarms = {alarm(datasets::Gravity::Wrong, "ships below zero")};
    result.alarms[0].worst = {{"USA 1950", -1.0, std::nullopt, 0}, {"UKG 1950", -2.0, std::nullopt, 0}};
    const auto csv = render_csv(data_check_table_document(result));
    EXPECT_NE(csv.find("USA 1950,-1"), std::string::npos) << csv;
    EXPECT_NE(csv.find("UKG 1950,-2"), std::string::npos) << csv;
}

}  // namespace
}  // namespace entente::reports
