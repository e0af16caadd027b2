#include <gtest/gtest.h>

#include "datasets/descriptor.hpp"
#include "datasets/harbours.hpp"

namespace entente::datasets {
namespace {

TEST(DescriptorKey, the_key_names_what_the_unit_needs) {
    EXPECT_EQ(said_of("year      = \"year\"\n", ""), Lines{"the key of a state-year needs 'year'"});
    EXPECT_EQ(problems_of(with_key("dyad-year", "state_1 = \"a\"\nyear = \"year\"")),
              Lines{"15:1 the key of a dyad-year needs 'state_2'"});
    EXPECT_EQ(problems_of(with_key("member-spell", "alliance = \"a\"\nstate = \"s\"\nbegin = [\"b\"]\nend = [\"e\"]")),
              Lines{});
    EXPECT_EQ(problems_of(with_key("leader-spell", "state = \"s\"\nbegin = [\"b\"]\nend = [\"e\"]")),
              Lines{"15:1 the key of a leader-spell needs 'leader'"});
}

TEST(DescriptorKey, a_key_has_one_state_or_a_pair) {
    EXPECT_EQ(problems_of(with_key("event", "state = \"a\"\nstate_1 = \"b\"\nstate_2 = \"c\"")),
              Lines{"16:9 the key names one state and a pair of states"});
    EXPECT_EQ(problems_of(with_key("event", "state_1 = \"b\"\nstate_2 = \"B\"")),
              Lines{"17:11 both states of the pair are in 'b'"});
    EXPECT_EQ(problems_of(with_key("event", "state_1 = \"b\"")), Lines{"16:11 the key names half a pair of states"});
}

TEST(DescriptorKey, a_day_is_one_column_or_three) {
    EXPECT_EQ(problems_of(with_key("state-spell", "state = \"s\"\nbegin = [\"y\", \"m\"]\nend = [\"e\"]")),
              Lines{"17:9 'begin' is 2 columns"});
    EXPECT_EQ(problems_of(with_key("event", "begin = [\"y\"]\nongoing = [\"0\", \"\"]")),
              Lines{"17:11 'ongoing' says how an end is written, and the key has none"});
}

TEST(DescriptorKey, a_key_names_columns_as_they_are_stored) {
    EXPECT_EQ(said_of("state     = \"ccode\"", "state     = \"vessels\""),
              Lines{"the column 'vessels' is stored as 'ships'"});
}

TEST(DescriptorKey, a_key_is_declared_where_other_columns_are_left_out) {
    const auto said = said_of("missing   = [\"-9\"]", "keep_others = false");
    EXPECT_EQ(said, (Lines{"the key's column 'ccode' is not declared, and keep_others is false",
                           "the key's column 'year' is not declared, and keep_others is false",
                           "the key's column 'ccode' is not declared, and keep_others is false",
                           "the key's column 'year' is not declared, and keep_others is false",
                           "[others] is a rule for columns that keep_others = false leaves out"}));
}

TEST(DescriptorKey, the_key_s_columns_are_not_dropped) {
    EXPECT_EQ(said_of("missing   = [\"-9\"]", "drop_columns = [\"Year\", \"vessels\"]"),
              (Lines{"the key's column 'year' is in drop_columns", "the key's column 'year' is in drop_columns",
                     "the header 'vessels' is in drop_columns as well"}));
}

TEST(DescriptorKey, a_year_may_be_made_from_a_number) {
    Problems problems;
    const auto descriptor = read(with_key("state-year",
                                          "state = \"ccode\"\nyear = \"year\"\nyear_from = "
                                          "\"session\"\nyear_offset = 1945"),
                                 problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_EQ(descriptor->key.year, "year");
    EXPECT_EQ(descriptor->key.year_from, "session");
    EXPECT_EQ(descriptor->key.year_offset, 1945);
}

TEST(DescriptorKey, what_a_year_is_made_from_is_said_whole) {
    const auto said = [](const std::string& key) {
        Lines lines;
        for (const auto& line : problems_of(with_key("state-year", key))) {
            lines.push_back(line.substr(line.find(' ') + 1));
        }
        return lines;
    };
    EXPECT_EQ(said("state = \"ccode\"\nyear = \"year\"\nyear_offset = 1945"),
              (Lines{"nothing says what 'year_offset' is added to"}));
    EXPECT_EQ(said("state = \"ccode\"\nyear = \"year\"\nyear_from = \"Year\""),
              (Lines{"the year is made from itself"}));
    EXPECT_EQ(said("state = \"ccode\"\nyear = \"year\"\nyear_from = \"session\"\nyear_offset = 20000"),
              (Lines{"'year_offset' leads to no year"}));
}

}  // namespace
}  // namespace entente::datasets
