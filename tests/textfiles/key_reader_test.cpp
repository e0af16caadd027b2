#include <gtest/gtest.h>

#include "textfiles/problem_lines.hpp"
#include "textfiles/toml.hpp"

namespace entente {

enum class Weather { Rain, Snow };

template <>
struct NamesOf<Weather> {
    static constexpr std::array<std::string_view, 2> names{"rain", "snow"};
};

namespace textfiles {
namespace {

using Lines = std::vector<std::string>;

// Reads `[t]` and the given lines, so that the first of them is line 2.
struct Reading {
    explicit Reading(const std::string& lines)
        : document(read_toml("[t]\n" + lines, "a.toml", problems)), reader(document.blocks.at(0).table, problems) {}
    Problems problems;
    Document document;
    KeyReader reader;
};

TEST(KeyReader, values_of_the_right_type_come_back) {
    Reading r(
        "a = \"x\"\nb = 2\nc = 1.5\nd = true\ne = 2017-02-10\nf = \"2017-02\"\ng = [\"p\", \"q\"]\nh = [1, 2.5]\ni = "
        "{j = 1}\n"
        "k = [{l = 1}]\nm = \"snow\"\n");
    EXPECT_EQ(r.reader.text("a"), "x");
    EXPECT_EQ(r.reader.number("b"), 2.0);
    EXPECT_EQ(r.reader.integer("b"), 2);
    EXPECT_EQ(r.reader.number("c"), 1.5);
    EXPECT_TRUE(r.reader.flag_or("d", false));
    EXPECT_EQ(to_text(r.reader.day("e")), "2017-02-10");
    EXPECT_EQ(to_text(*r.reader.date_if("e")), "2017-02-10");
    EXPECT_EQ(to_text(*r.reader.date_if("f")), "2017-02");
    EXPECT_EQ(r.reader.texts("g"), (Lines{"p", "q"}));
    EXPECT_EQ(r.reader.numbers("h"), (std::vector<double>{1.0, 2.5}));
    EXPECT_NE(r.reader.table_if("i"), nullptr);
    EXPECT_EQ(r.reader.tables("k").size(), 1U);
    EXPECT_EQ(r.reader.choice<Weather>("m"), Weather::Snow);
    r.reader.finish();
    EXPECT_EQ(lines_of(r.problems), Lines{});
}

TEST(KeyReader, optional_keys_may_be_missing) {
    Reading r("");
    EXPECT_EQ(r.reader.text_or("a", "z"), "z");
    EXPECT_EQ(r.reader.number_if("a"), std::nullopt);
    EXPECT_EQ(r.reader.integer_if("a"), std::nullopt);
    EXPECT_TRUE(r.reader.flag_or("a", true));
    EXPECT_EQ(r.reader.day_if("a"), std::nullopt);
    EXPECT_EQ(r.reader.date_if("a"), std::nullopt);
    EXPECT_TRUE(r.reader.texts("a").empty());
    EXPECT_TRUE(r.reader.tables("a").empty());
    EXPECT_EQ(r.reader.table_if("a"), nullptr);
    EXPECT_EQ(r.reader.choice_if<Weather>("a"), std::nullopt);
    EXPECT_FALSE(r.reader.has("a"));
    EXPECT_EQ(lines_of(r.problems), Lines{});
}

TEST(KeyReader, missing_required_keys_are_reported_at_the_table) {
    Reading r("");
    EXPECT_EQ(r.reader.text("text"), "");
    static_cast<void>(r.reader.number("number"));
    static_cast<void>(r.reader.day("day"));
    static_cast<void>(r.reader.choice<Weather>("weather"));
    r.reader.finish();
    EXPECT_EQ(lines_of(r.problems), (Lines{"1:1 'day' is missing", "1:1 'number' is missing", "1:1 'text' is missing",
                                           "1:1 'weather' is missing"}));
}

TEST(KeyReader, a_required_key_that_is_misspelt_is_not_missing_as_well) {
    Reading r("tekst = \"x\"\ncolour = 1\n");
    static_cast<void>(r.reader.text("text"));
    static_cast<void>(r.reader.number("number"));
    r.reader.finish();
    EXPECT_EQ(lines_of(r.problems), (Lines{"1:1 'number' is missing", "2:1 unknown key 'tekst'; did you mean 'text'?",
                                           "3:1 unknown key 'colour'"}));
}

TEST(KeyReader, a_year_without_quotation_marks_is_told_to_have_them) {
    Reading r("date = 2017\n");
    static_cast<void>(r.reader.date_if("date"));
    ASSERT_EQ(r.problems.sorted().size(), 1U);
    EXPECT_EQ(r.problems.sorted()[0].advice, "write an imprecise date in quotation marks: \"2017\"");
}

TEST(KeyReader, wrong_types_are_named_with_what_was_expected) {
    Reading r(
        "date = 5\nday = \"2017-02-10\"\ntext = 1.5\nnumber = \"x\"\nlist = \"x\"\nlater = 2017-02-10T10:00:00\nclock "
        "= 10:00:00\n"
        "big = inf\nempty = \"\"\nwords = [\"a\", 1, \"\"]\nflag = 1\nwhole = 2.0\n");
    static_cast<void>(r.reader.date_if("date"));
    static_cast<void>(r.reader.day_if("day"));
    static_cast<void>(r.reader.text("text"));
    static_cast<void>(r.reader.number("number"));
    static_cast<void>(r.reader.tables("list"));
    static_cast<void>(r.reader.date_if("later"));
    static_cast<void>(r.reader.text_or("clock", ""));
    static_cast<void>(r.reader.number_if("big"));
    static_cast<void>(r.reader.text("empty"));
    EXPECT_EQ(r.reader.texts("words"), Lines{"a"});
    static_cast<void>(r.reader.flag_or("flag", false));
    static_cast<void>(r.reader.integer_if("whole"));
    EXPECT_EQ(lines_of(r.problems),
              (Lines{"2:8 'date' should be a date such as 2017-02-10, \"2017-02\" or \"2017\", but is an integer",
                     "3:7 'day' should be a day such as 2017-02-10, but is the string \"2017-02-10\"",
                     "4:8 'text' should be a string, but is a float",
                     "5:10 'number' should be a finite number, but is the string \"x\"",
                     "6:8 'list' should be a list of tables, but is the string \"x\"",
                     "7:9 'later' should be a date such as 2017-02-10, \"2017-02\" or \"2017\", but is a date with a "
                     "time of day",
                     "8:9 'clock' should be a string, but is a time of day",
                     "9:7 'big' should be a finite number, but is not finite", "10:9 'empty' is empty",
                     "11:15 'words' should be a list of strings, none empty, but is an integer",
                     "11:18 'words' should be a list of strings, none empty, but is empty",
                     "12:8 'flag' should be true or false, but is an integer",
                     "13:9 'whole' should be an integer, but is a float"}));
}

TEST(KeyReader, a_word_outside_its_list_is_reported_with_the_list) {
    Reading r("a = \"snwo\"\nb = 3\n");
    static_cast<void>(r.reader.choice<Weather>("a"));
    EXPECT_EQ(r.reader.choice_if<Weather>("b"), std::nullopt);
    const auto lines = lines_of(r.problems);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "2:5 'a' should be one of rain, snow, but is \"snwo\"; did you mean 'snow'?");
    EXPECT_EQ(lines[1], "3:5 'b' should be one of rain, snow, but is an integer");
}

TEST(KeyReader, unknown_keys_are_reported_with_the_nearest_known_one) {
    Reading r("sources = 1\nspecifity = 2\n");
    EXPECT_TRUE(r.reader.has("sources"));
    static_cast<void>(r.reader.number_if("specificity"));
    r.reader.finish();
    EXPECT_EQ(lines_of(r.problems), Lines{"3:1 unknown key 'specifity'; did you mean 'specificity'?"});
}

TEST(KeyReader, places_are_those_of_the_values) {
    Reading r("a = 1\n");
    EXPECT_EQ(r.reader.where_is("a"), (Position{"a.toml", 2, 5}));
    EXPECT_EQ(r.reader.where_is("b"), (Position{"a.toml", 1, 1}));
}

}  // namespace
}  // namespace textfiles
}  // namespace entente
