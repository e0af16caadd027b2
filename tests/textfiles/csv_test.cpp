#include "textfiles/csv.hpp"

#include <gtest/gtest.h>

#include <random>

#include "textfiles/problem_lines.hpp"

namespace entente::textfiles {
namespace {

using Lines = std::vector<std::string>;

TEST(Csv, a_byte_order_mark_crlf_and_quoted_line_breaks_are_read) {
    Problems problems;
    const auto table =
        read_csv("\xEF\xBB\xBF\"date\",note\r\n2017,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2018,\n", "a.csv", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(table.header, (Lines{"date", "note"}));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells, (Lines{"2017", "a, \"b\"\r\nc"}));
    EXPECT_EQ(table.rows[1].cells, (Lines{"2018", ""}));
    EXPECT_EQ(table.rows[1].where, (Position{"a.csv", 5, 1}));
}

TEST(Csv, another_separator_is_one_message) {
    for (const auto& [bytes, name] :
         {std::pair{"a;b\n1;2\n\"x\";3\n", "semicolons"}, {"\"a\"\t\"b\"\n1\t2,5\n", "tabs"}}) {
        Problems problems;
        const auto table = read_csv(bytes, "a.csv", problems);
        EXPECT_EQ(lines_of(problems), Lines{"1:1 the cells are separated by " + std::string(name) + ", not by commas"});
        EXPECT_TRUE(table.header.empty());
    }
}

TEST(Csv, another_encoding_and_a_workbook_are_one_message) {
    using namespace std::string_view_literals;
    for (const auto& [bytes, what] : {std::pair{"\xFF\xFE"
                                                "a\0,\0b\0"sv,
                                                "0:0 is UTF-16, not UTF-8"},
                                      {"PK\x03\x04\x14\0"sv, "0:0 is a spreadsheet or an archive, not a CSV file"}}) {
        Problems problems;
        static_cast<void>(read_csv(bytes, "a.csv", problems));
        EXPECT_EQ(lines_of(problems), Lines{what});
    }
    Problems problems;
    EXPECT_EQ(read_csv("a,b\nM\xFCller,\xE9\n1,2\n", "a.csv", problems).rows.size(), 2U);
    EXPECT_EQ(lines_of(problems), Lines{"2:2 2 bytes are not UTF-8; the first stands here"});
    EXPECT_EQ(problems.sorted()[0].advice, "save the file as UTF-8: spreadsheets call it 'CSV UTF-8'");
}

TEST(Csv, ragged_rows_are_reported_and_left_out) {
    Problems problems;
    const auto table = read_csv("a,b\n1\n1,2\n1,2,3", "a.csv", problems);
    EXPECT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(lines_of(problems),
              (Lines{"2:1 row has 1 cells, the header has 2", "4:1 row has 3 cells, the header has 2"}));
}

TEST(Csv, an_open_quotation_mark_does_not_swallow_the_rows_below) {
    Problems problems;
    const auto table = read_csv("a,b\n1,\"2\n3,4\n5,6\n", "a.csv", problems);
    EXPECT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(lines_of(problems), Lines{"2:3 quotation mark is not closed"});
}

TEST(Csv, misplaced_quotation_marks_are_reported) {
    Problems problems;
    const auto table = read_csv("a,b\nx\"y,2\n\"x\"y,2\n", "a.csv", problems);
    EXPECT_EQ(lines_of(problems), (Lines{"2:2 quotation mark inside a cell that has none around it",
                                         "3:4 text after a closing quotation mark"}));
    EXPECT_EQ(table.rows.size(), 1U);
}

TEST(Csv, repeated_column_names_and_empty_files_are_reported) {
    Problems repeated;
    EXPECT_TRUE(read_csv("a,b,a\n", "a.csv", repeated).rows.empty());
    EXPECT_EQ(lines_of(repeated), Lines{"1:1 columns 1 and 3 are both named 'a'"});
    Problems empty;
    EXPECT_TRUE(read_csv("", "a.csv", empty).header.empty());
    EXPECT_EQ(lines_of(empty), Lines{"0:0 is empty"});
}

TEST(Csv, formulas_are_guarded_and_numbers_are_not) {
    EXPECT_EQ(csv_line({"=1+1", "-5", "+1.5e3", "-x", "@a", "plain", "'=1", "'quoted'"}),
              "\"'=1+1\",-5,+1.5e3,\"'-x\",\"'@a\",plain,\"''=1\",'quoted'");
    EXPECT_EQ(csv_line({"a,b", "say \"x\"", ""}), "\"a,b\",\"say \"\"x\"\"\",");
    EXPECT_EQ(csv_line({""}), "\"\"");
    EXPECT_EQ(csv_line({"-inf"}), "\"'-inf\"");
}

TEST(Csv, what_is_written_reads_back_exactly) {
    const std::vector<std::string> pieces{"'",  "=",  "-",    "1", "+", "@", ",",  "\"",
                                          "\r", "\n", "\r\n", " ", "é", "x", ".5", "\xEF\xBB\xBF"};
    std::mt19937 random(11);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::vector<std::string>> rows(3);
        const std::size_t columns = 1 + random() % 3;
        for (auto& row : rows) {
            for (std::size_t column = 0; column < columns; ++column) {
                std::string cell;
                for (auto length = random() % 5; length > 0; --length) cell += pieces[random() % pieces.size()];
                row.push_back(cell);
            }
        }
        for (std::size_t column = 0; column < columns; ++column) rows[0][column] += std::to_string(column);
        std::string text;
        for (const auto& row : rows) text += csv_line(row) + "\r\n";
        Problems problems;
        const auto table = read_csv(text, "a.csv", problems);
        ASSERT_EQ(lines_of(problems), Lines{}) << text;
        ASSERT_EQ(table.header, rows[0]) << text;
        ASSERT_EQ(table.rows.size(), 2U) << text;
        ASSERT_EQ(table.rows[0].cells, rows[1]) << text;
        ASSERT_EQ(table.rows[1].cells, rows[2]) << text;
    }
}

}  // namespace
}  // namespace entente::textfiles
