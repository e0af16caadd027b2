// How the table of states is read; that the shipped table is right is in states_test.cpp.
#include <gtest/gtest.h>

#include "core/states.hpp"

namespace entente {

constexpr std::string_view kHeader = "code,cow_number,gw_number,iso3,iso2,name,other_names,begin,end\n";

std::vector<Problem> problems_in(const std::string& rows) {
    Problems problems;
    StateTable::read(std::string(kHeader) + rows, "states.csv", problems);
    return problems.sorted();
}

TEST(StateTable, an_empty_end_means_that_the_state_still_exists) {
    Problems problems;
    const auto table = StateTable::read(
        "\xEF\xBB\xBF" + std::string(kHeader) + "JPN,740,740,JPN,JP,Japan,Nippon|Nihon,1952-04-28,\r\n", "states.csv",
        problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(table.rows().size(), 1U);
    EXPECT_EQ(table.rows()[0].other_names, (std::vector<std::string>{"Nippon", "Nihon"}));
    EXPECT_EQ(table.find("nihon", *parse_date("2150")).code, "JPN");
}

TEST(StateTable, the_first_of_several_iso_codes_is_the_states_own) {
    Problems problems;
    const auto table = StateTable::read(std::string(kHeader) + "MYA,775,775,MMR|BUR,MM|BU,Burma,,1948-01-04,\n",
                                        "states.csv", problems);
    ASSERT_EQ(table.rows().size(), 1U);
    EXPECT_EQ(table.rows()[0].iso3, "MMR");
    EXPECT_EQ(table.rows()[0].other_iso3, std::vector<std::string>{"BUR"});
    EXPECT_EQ(table.rows()[0].iso2, "MM");
    EXPECT_EQ(table.find("iso:bur", *parse_date("1960")).code, "MYA");
    EXPECT_EQ(table.find("iso2:BU", *parse_date("1960")).code, "MYA");
}

TEST(StateTable, a_table_without_its_column_names_is_not_read) {
    Problems problems;
    const auto table = StateTable::read("stateabb,ccode\nUSA,2\n", "states.csv", problems);
    EXPECT_TRUE(problems.has_errors());
    EXPECT_TRUE(table.rows().empty());
}

TEST(StateTable, each_broken_row_is_reported_with_its_line) {
    const auto problems = problems_in(
        "JPN,740,740,JPN,JP,Japan,,1952-04-28,\n"
        "GUI,438,438,GIN,GN,\"Guinea, Republic\",,1958-10-02,\n"
        "MLI,x,432,MLI,ML,Mali,,1960-06-20,\n"
        "TOG,461,461,TGO,TG,Togo,,1960-04-31,\n"
        "ZAN,511,511,,,Zanzibar,,1964-04-26,1963-12-19\n");
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problems[0].where.line, 3);
    EXPECT_EQ(problems[1].what, "'x' is not a state number");
    EXPECT_EQ(problems[2].what, "'1960-04-31' is not a day");
    EXPECT_EQ(problems[3].where.line, 6);
}

TEST(StateTable, two_rows_of_one_state_cannot_overlap) {
    const auto problems = problems_in(
        "RUS,365,365,RUS,RU,Russia,,1991-12-26,\n"
        "RUS,365,365,SUN,SU,Soviet Union,,1922-12-30,1991-12-26\n");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].what, "two rows of RUS overlap on 1991-12-26");
    EXPECT_EQ(problems[0].where.line, 2);
}

}  // namespace entente
