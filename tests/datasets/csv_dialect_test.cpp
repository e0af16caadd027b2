#include "datasets/csv_dialect.hpp"

#include <gtest/gtest.h>

namespace entente::datasets {

using Cells = std::vector<std::vector<std::string>>;

namespace {

Cells rows(std::string_view text, CsvDialect dialect = {}) {
    return first_rows(text, dialect, 100, 1000).rows;
}

}  // namespace

TEST(CsvDialect, commas_are_found) {
    EXPECT_EQ(dialect_of("ccode,year,cinc\n2,1816,0.04\n2,1817,0.04\n"), (CsvDialect{',', true}));
}

TEST(CsvDialect, semicolons_are_found_where_commas_are_decimal) {
    EXPECT_EQ(dialect_of("ccode;cinc;milex\n2;0,04;1,5\n2;0,05;1,6\n2;0,06;1,7\n").delimiter, ';');
}

TEST(CsvDialect, tabs_are_found_where_cells_hold_commas) {
    EXPECT_EQ(dialect_of("name\tplace\nA, of B\tC, D\nE, of F\tG, H\n").delimiter, '\t');
}

TEST(CsvDialect, bars_are_found) {
    EXPECT_EQ(dialect_of("a|b|c\n1|2|3\n4|5|6\n").delimiter, '|');
}

TEST(CsvDialect, semicolons_inside_quotation_marks_do_not_count) {
    EXPECT_EQ(dialect_of("a,b\n\"x;y;z\",1\n\"u;v;w\",2\n").delimiter, ',');
}

TEST(CsvDialect, titles_before_the_header_do_not_mislead) {
    EXPECT_EQ(dialect_of("Table 1; exports, by state\nSource: an institute, 2021\n\nstate;1950;1951\nA;1;2\nB;3;4\n"
                         "C;5;6\nD;7;8\nE;9;0\n")
                  .delimiter,
              ';');
}

TEST(CsvDialect, a_text_without_separators_is_one_column) {
    EXPECT_EQ(dialect_of("state\nA\nB\n"), (CsvDialect{',', true}));
    EXPECT_EQ(dialect_of(""), (CsvDialect{',', true}));
}

TEST(CsvDialect, a_lone_quotation_mark_in_a_table_with_tabs_is_a_letter) {
    EXPECT_EQ(dialect_of("1\t\"open\n2\tb\n3\tc\n"), (CsvDialect{'\t', false}));
}

TEST(CsvDialect, quoted_cells_in_a_table_with_tabs_are_unquoted) {
    EXPECT_EQ(dialect_of("id\tname\n1\t\"a\tb\"\n2\t\"c\"\n"), (CsvDialect{'\t', true}));
}

TEST(FirstRows, quotation_marks_are_doubled_inside) {
    EXPECT_EQ(rows("\"say \"\"a, b\"\"\",2\n"), (Cells{{"say \"a, b\"", "2"}}));
}

TEST(FirstRows, every_kind_of_line_end_ends_a_row) {
    EXPECT_EQ(rows("a\nb\r\nc\rd"), (Cells{{"a"}, {"b"}, {"c"}, {"d"}}));
}

TEST(FirstRows, a_blank_line_keeps_its_place_as_one_empty_cell) {
    EXPECT_EQ(rows("Title\n\na,b\n"), (Cells{{"Title"}, {""}, {"a", "b"}}));
}

TEST(FirstRows, empty_cells_at_the_end_are_cells) {
    EXPECT_EQ(rows(",,\n"), (Cells{{"", "", ""}}));
}

TEST(FirstRows, a_row_without_line_end_is_said_to_be_cut) {
    EXPECT_TRUE(first_rows("a,b\n1,2", {}, 100, 1000).last_cut);
    EXPECT_FALSE(first_rows("a,b\n1,2\n", {}, 100, 1000).last_cut);
}

TEST(FirstRows, no_more_rows_come_than_were_asked_for) {
    EXPECT_EQ(first_rows("a\nb\nc\n", {}, 2, 1000).rows.size(), 2U);
}

}  // namespace entente::datasets
