#include <gtest/gtest.h>

#include <algorithm>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(Figures, every_key_arrives) {
    CaseCopy copy;
    copy.append(
        "figures.toml",
        "\n[[figure]]\nid = \"poll\"\nname = \"n\"\nvalue = 24.5\nunit = \"percent\"\nas_of = 2007-05-06\ndefinition "
        "= \"d\"\nsources = [\"herald-2008\"]\ncurrency = \"NZD\"\nprice_basis = \"current\"\nexchange_rate = "
        "\"1.2\"\nstage = \"outlay\"\nquantity = \"q\"\npopulation = \"adults\"\nquestion = \"?\"\nn = "
        "1009\nfield_begin = 2007-05-01\nfield_end = 2007-05-06\nrows = [\"T1\"]\nnote = \"x\"\n");
    const evidence::Case which = copy.read();
    EXPECT_EQ(copy.problems(), Lines{});
    EXPECT_EQ(which.figures.at(0).value, 4.0);
    EXPECT_EQ(which.figures.at(0).as_of, parse_date("2007"));
    EXPECT_EQ(which.figures.at(0).actor, "NEW");
    EXPECT_FALSE(which.figures.at(0).sample_size);
    const evidence::Figure& poll = which.figures.at(1);
    EXPECT_EQ(poll.value, 24.5);
    EXPECT_EQ(poll.currency, "NZD");
    EXPECT_EQ(poll.stage, "outlay");
    EXPECT_EQ(poll.sample_size, 1009);
    EXPECT_EQ(poll.field_begin, make_day(2007, 5, 1));
    EXPECT_EQ(poll.note, "x");
}

TEST(Figures, impossible_values_are_errors) {
    CaseCopy copy;
    copy.replace("figures.toml", "value      = 4", "value      = nan");
    copy.replace("figures.toml", "actor      = \"NEW\"",
                 "currency = \"dollars\"\nstage = \"spent\"\nn = 0\nfield_begin = 2008-01-01\nfield_end = 2007-01-01");
    EXPECT_EQ(copy.problems(),
              (Lines{"figures.toml:4:14 'value' should be a finite number, but is not finite",
                     "figures.toml:9:12 'dollars' is not a currency code", "figures.toml:10:9 unknown stage 'spent'",
                     "figures.toml:11:5 'n' is not a number of people asked",
                     "figures.toml:13:13 the field work ends before it begins"}));
}

TEST(Series, an_empty_value_is_missing_and_never_zero) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const auto& points = which.series.at(0).points;
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(points[0].value, 3.0);
    EXPECT_EQ(points[1].value, 1.5);
    EXPECT_EQ(points[1].note, "half of one was called off");
    EXPECT_EQ(points[2].value, std::nullopt);
    EXPECT_EQ(points[2].date, parse_date("2008"));
}

TEST(Series, a_file_outside_the_folder_of_figures_is_refused) {
    for (const char* path :
         {"../tiny/figures/exercises.csv", "figures/../case.toml", "/etc/passwd", "figures/../../x.csv",
          "figures/sub/x.csv", "exercises.csv", "figures/.csv", "figures\\\\x.csv"}) {
        CaseCopy copy;
        copy.replace("figures.toml", "figures/exercises.csv", path);
        const Lines problems = copy.problems();
        ASSERT_EQ(problems.size(), 2U) << path;  // and that no series uses exercises.csv
        EXPECT_TRUE(problems[0].starts_with("figures.toml:17:14 '")) << problems[0];
        EXPECT_TRUE(problems[0].ends_with("is not a CSV file in the case's folder figures/")) << problems[0];
    }
}

TEST(Series, a_missing_file_is_an_error) {
    CaseCopy copy;
    copy.remove("figures/exercises.csv");
    EXPECT_EQ(copy.problems(), Lines{"figures.toml:17:14 there is no file 'figures/exercises.csv' in the case"});
}

TEST(Series, points_are_dates_and_numbers) {
    CaseCopy copy;
    copy.write("figures/exercises.csv", "date,value,note\n2006,\"1,5\",\n2006-13,2,\n2007,inf,\n2008,1e3,\n");
    EXPECT_EQ(copy.problems(), (Lines{"figures/exercises.csv:2:1 '1,5' is not a number",
                                      "figures/exercises.csv:3:1 '2006-13' is not a date",
                                      "figures/exercises.csv:4:1 'inf' is not a number"}));
}

TEST(Series, the_header_is_fixed) {
    CaseCopy copy;
    copy.write("figures/exercises.csv", "year,value,note\n2006,1,\n");
    EXPECT_EQ(copy.problems(), Lines{"figures/exercises.csv:1:1 the columns of a series are date, value and note"});
}

TEST(Series, definition_breaks_arrive_in_order_of_date) {
    CaseCopy copy;
    copy.replace("figures.toml", "sources    = [\"ministry-2003\"]",
                 "breaks = [{ at = 2008, what = \"b\", source = \"herald-2008\" }, { at = \"2006-07\", what = \"a\", "
                 "source = { key = \"ministry-2003\", at = \"p. 1\" } }]\nsources    = [\"ministry-2003\"]");
    const evidence::Case which = copy.read();
    EXPECT_EQ(copy.problems(), Lines{});
    const auto& breaks = which.series.at(0).breaks;
    ASSERT_EQ(breaks.size(), 2U);
    EXPECT_EQ(breaks[0].at, parse_date("2006-07"));
    EXPECT_EQ(breaks[0].what, "a");
    EXPECT_EQ(breaks[0].source.key, "ministry-2003");
    EXPECT_EQ(breaks[0].source.at, "p. 1");
    EXPECT_EQ(breaks[1].at, parse_date("2008"));
}

TEST(Series, definition_breaks_say_when_what_and_by_whom) {
    CaseCopy copy;
    copy.replace(
        "figures.toml", "sources    = [\"ministry-2003\"]",
        "breaks = [{ at = 2008, what = \"b\", source = \"herald-2008\" }, { at = \"2008\", what = \"a\", source "
        "= \"ministry-2003\" }, { what = \"\", source = 3 }, { at = 20080 }]\nsources    = [\"ministry-2003\"]");
    const Lines problems = copy.problems();
    const auto says = [&](const std::string& words) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const std::string& line) { return line.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(says("two definition breaks begin on 2008-01-01")) << ::testing::PrintToString(problems);
    EXPECT_TRUE(says("a source is neither a key"));
    EXPECT_TRUE(says("'at'"));
    EXPECT_TRUE(says("'what'"));
    EXPECT_TRUE(says("'source'"));
}

TEST(Derived, inputs_are_ids_numbers_and_days) {
    CaseCopy copy;
    copy.replace("figures.toml", "2008-06-01]", "2008-06-01, 3, 0.5]");
    const evidence::Derived derived = copy.read().derived.at(0);
    EXPECT_EQ(copy.problems(), Lines{});
    ASSERT_EQ(derived.inputs.size(), 4U);
    EXPECT_EQ(derived.inputs[0].reference, "joint-statement-2003-05-01");
    EXPECT_EQ(derived.inputs[1].day, make_day(2008, 6, 1));
    EXPECT_EQ(derived.inputs[2].number, 3.0);
    EXPECT_EQ(derived.inputs[3].number, 0.5);
    EXPECT_EQ(derived.inputs[1].where.line, 24);
}

TEST(Derived, other_inputs_are_errors) {
    CaseCopy copy;
    copy.replace("figures.toml", "2008-06-01]", "true, [], \"\", inf]");
    EXPECT_EQ(copy.problems().size(), 4U) << ::testing::PrintToString(copy.problems());
}

}  // namespace
}  // namespace entente::casefile
