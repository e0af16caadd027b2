#include "workbench/data.hpp"

#include <gtest/gtest.h>

#include "workbench/data_store.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using DataList = testing::DataStore;
using DataInfo = testing::DataStore;
using DataCite = testing::DataStore;
using DataRemove = testing::DataStore;

TEST_F(DataList, says_that_there_is_no_store_yet) {
    const auto list = data_list(ListWhat::Stored);
    EXPECT_FALSE(list.exists);
    EXPECT_TRUE(list.stored.empty());
    EXPECT_EQ(list.store, home_.path() / "store.duckdb");
}

TEST_F(DataList, has_a_line_for_each_version_with_the_years_that_occur) {
    add({"nmc-6.csv", "cow-majors.csv"});
    const auto list = data_list(ListWhat::Stored);
    ASSERT_EQ(list.stored.size(), 2U);
    EXPECT_EQ(list.stored[0].dataset, "cow-majors");
    EXPECT_EQ(list.stored[1].version, "6.0");
    EXPECT_EQ(list.stored[1].rows, 58);
    EXPECT_EQ(list.stored[1].covers, (datasets::YearSpan{1816, 2016}));
    EXPECT_EQ(list.stored[1].years, (datasets::YearSpan{1900, 1987}));
    EXPECT_GT(list.bytes, 0U);
    EXPECT_TRUE(list.known.empty());
}

TEST_F(DataList, of_what_is_known_has_every_shipped_descriptor_and_the_users_own) {
    const auto shipped = data_list(ListWhat::Known).known.size();
    EXPECT_GT(shipped, 80U);
    home_.write("datasets/harbours.toml", R"(id = "harbours"
name = "Harbours"
about = "Invented."
home = "https://example.org"
terms = "Free."
unit = "state-year"
signature = ["ships"]
citation = "@misc{harbours, year = {2001}}"
[key]
state = "ccode"
year = "year"
[[version]]
id = "1"
)");
    EXPECT_EQ(data_list(ListWhat::Known).known.size(), shipped + 1);
}

// nmc-6.csv has 58 rows; seven of Japan have -9 in milex, and all in pec.
TEST_F(DataInfo, counts_what_is_present_and_what_is_missing) {
    add({"nmc-6.csv"});
    const auto info = data_info("nmc");
    EXPECT_EQ(info.stored.version, "6.0");
    ASSERT_TRUE(info.descriptor);
    std::string counted;
    for (const auto& one : info.variables) {
        const auto& variable = one.variable;
        if (variable.name == "milex" || variable.name == "pec") {
            counted +=
                variable.name + " " + std::to_string(variable.present) + " " + std::to_string(variable.missing) + ";";
        }
    }
    EXPECT_EQ(counted, "milex 51 7;pec 0 58;");
}

TEST_F(DataInfo, shares_its_years_out_among_buckets_that_hold_every_row) {
    add({"nmc-6.csv"});
    const auto info = data_info("nmc@6.0");
    EXPECT_EQ(info.buckets.first_year, 1900);
    EXPECT_EQ(info.buckets.years_each, 5);  // 1900 to 1987 in at most thirty signs
    std::int64_t rows = 0;
    for (const auto each : info.buckets.rows) rows += each;
    EXPECT_EQ(rows, 58);
}

TEST_F(DataInfo, of_what_is_not_stored_says_what_is) {
    add({"nmc-6.csv"});
    const auto error = error_of([] { (void)data_info("nmcc"); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("nmcc"), std::string::npos);
}

TEST_F(DataCite, gives_the_entries_of_what_is_stored) {
    EXPECT_TRUE(data_cite({}).empty());
    add({"nmc-6.csv"});
    const auto cited = data_cite({});
    ASSERT_EQ(cited.size(), 1U);
    EXPECT_EQ(cited[0].version, "6.0");
    EXPECT_NE(cited[0].citation.find("@incollection{singer1972"), std::string::npos);
}

TEST_F(DataCite, gives_the_entry_of_what_is_known_and_not_stored_without_a_version) {
    const auto cited = data_cite({"icb"});
    ASSERT_EQ(cited.size(), 1U);
    EXPECT_TRUE(cited[0].version.empty());
    EXPECT_EQ(error_of([] { (void)data_cite({"icbb"}); }).kind(), ErrorKind::NotFound);
}

TEST_F(DataRemove, takes_one_version_out_and_leaves_the_others) {
    add({"nmc-6.csv"});
    add({"nmc-unknown.csv"}, "nmc@9.9");
    EXPECT_EQ(error_of([] { (void)data_remove("nmc"); }).kind(), ErrorKind::BadRequest);  // which of the two?
    EXPECT_EQ(data_remove("nmc@9.9").rows, 1);
    const auto left = data_list(ListWhat::Stored).stored;
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].version, "6.0");
    EXPECT_EQ(data_remove("nmc").version, "6.0");
    EXPECT_TRUE(data_list(ListWhat::Stored).stored.empty());
}

}  // namespace
}  // namespace entente::workbench
