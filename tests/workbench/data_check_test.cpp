#include "workbench/data_check.hpp"

#include <gtest/gtest.h>

#include "workbench/data_store.hpp"

namespace entente::workbench {
namespace {

using datasets::Alarm;
using datasets::AlarmKind;
using testing::error_of;

class DataCheck : public testing::DataStore {
protected:
    static std::vector<Alarm> alarms_of(AlarmKind kind) {
        DataCheckRequest request;
        request.only = {kind};
        return data_check(request).alarms;
    }
};

TEST_F(DataCheck, without_a_store_says_how_to_make_one) {
    EXPECT_EQ(error_of([] { (void)data_check({}); }).kind(), ErrorKind::NotFound);
}

// In the invented files Italy and South Korea have exactly twice as many in the second, in two years each.
TEST_F(DataCheck, finds_the_troops_that_one_file_has_twice) {
    add({"us-troops.csv", "us-troops-rebuilt.csv"});
    const auto alarms = alarms_of(AlarmKind::Disagreement);
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms[0].pattern, "exactly doubled");
    EXPECT_EQ(alarms[0].units, 4);
}

TEST_F(DataCheck, keeps_saying_that_a_file_is_cut_short) {
    add({"nmc-6.csv"});
    const auto alarms = alarms_of(AlarmKind::Rows);
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms[0].what, "the table has 58 rows, version 6.0 has 15,951: cut short, or changed since?");
    EXPECT_EQ(alarms[0].units, 15951 - 58);
}

TEST_F(DataCheck, says_once_what_two_versions_have_alike) {
    add({"nmc-6.csv"});
    add({"nmc-6.csv"}, "nmc@9.9");
    home_.write("datasets/breaks.toml",
                "[[break]]\nvariable = \"nmc.tpop\"\nyear = 1901\nwhat = \"colonies too\"\nsource = \"invented\"\n");
    std::vector<Alarm> declared;
    for (const auto& alarm : alarms_of(AlarmKind::Break)) {
        if (alarm.source == "invented") declared.push_back(alarm);
    }
    ASSERT_EQ(declared.size(), 1U);
    EXPECT_EQ(declared[0].version, "9.9");
    EXPECT_EQ(declared[0].older, (std::vector<std::string>{"6.0"}));
}

TEST_F(DataCheck, compares_no_part_of_a_version_with_another_version) {
    const std::string header = "[key]\nstate = \"ccode\"\nyear = \"year\"\n";
    home_.write("datasets/harbours.toml", R"(id = "harbours"
name = "Harbours"
about = "Invented."
home = "https://example.org"
terms = "Free."
unit = "state-year"
signature = ["ships"]
citation = "@misc{harbours, year = {2001}}"
)" + header + R"([[version]]
id = "1"
when = { column = "edition", equals = ["1"] }
[[version]]
id = "2-part"
part_of = "2"
when = { column = "edition", equals = ["part"] }
[[version]]
id = "2"
when = { column = "edition", equals = ["2"] }
)");
    const auto add_edition = [&](const std::string& edition, const std::string& rows) {
        home_.write(edition + ".csv", "ccode,year,ships,edition\n" + rows);
        DataAddRequest request;
        request.paths = {home_.path() / (edition + ".csv")};
        (void)data_add(request);
    };
    add_edition("1", "2,1900,5,1\n200,1900,7,1\n");
    add_edition("part", "2,1900,5,part\n");
    add_edition("2", "2,1900,5,2\n200,1900,8,2\n");
    const auto alarms = alarms_of(AlarmKind::Versions);
    ASSERT_EQ(alarms.size(), 1U);  // 1 against 2, and not 1 against the part, which lacks the second state
    EXPECT_EQ(alarms[0].other, "harbours@1");
    EXPECT_EQ(alarms[0].version, "2");
}

TEST_F(DataCheck, of_a_data_set_that_is_not_stored_says_what_is) {
    add({"nmc-6.csv"});
    DataCheckRequest request;
    request.datasets = {"nmcc"};
    const auto error = error_of([&] { (void)data_check(request); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("did you mean 'nmc'"), std::string::npos);
}

}  // namespace
}  // namespace entente::workbench
