#include "datasets/csv_structure.hpp"

#include <gtest/gtest.h>

namespace entente::datasets {

namespace {

using std::string_literals::operator""s;

CsvStructure look_at(std::string_view text, std::size_t piece, CsvDialect dialect = {}) {
    CsvStructure structure(dialect, 4, 40);
    for (std::size_t at = 0; at < text.size(); at += piece) structure.add(text.substr(at, piece));
    structure.finish();
    return structure;
}

// `line:column what` of the fault, which must not depend on how the text is cut into pieces.
std::string fault_in(std::string_view text, CsvDialect dialect = {}) {
    std::string said;
    for (std::size_t piece = 1; piece <= text.size() + 1; ++piece) {
        const auto structure = look_at(text, piece, dialect);
        const auto& fault = structure.fault();
        const std::string now =
            fault ? std::to_string(fault->line) + ":" + std::to_string(fault->column) + " " + fault->what : "";
        if (piece == 1) said = now;
        EXPECT_EQ(now, said) << "in pieces of " << piece;
    }
    return said;
}

}  // namespace

TEST(CsvStructure, a_good_table_has_no_fault) {
    EXPECT_EQ(fault_in("a,b\n\"x, \"\"y\"\"\nz\",2\r\n,\n\n"), "");
}

TEST(CsvStructure, an_open_quotation_mark_is_named_where_it_opens) {
    EXPECT_EQ(fault_in("a,b\n1,2\né,\"open\n3,4\n"), "3:3 quotation mark is not closed");
}

TEST(CsvStructure, text_after_a_closing_quotation_mark_is_a_fault) {
    EXPECT_EQ(fault_in("a,b\n\"x\"y,2\n"),
              "2:4 text after the closing quotation mark of the cell that begins in line 2");
}

TEST(CsvStructure, a_quotation_mark_inside_a_bare_cell_is_a_letter) {
    EXPECT_EQ(fault_in("a,5\" gun\n"), "");
}

TEST(CsvStructure, quotation_marks_are_letters_where_there_is_no_quoting) {
    EXPECT_EQ(fault_in("\"a\tb\n", {'\t', false}), "");
}

TEST(CsvStructure, a_zero_byte_is_named_with_its_place_in_characters) {
    EXPECT_EQ(fault_in("a,b\né\0,2\n"s), "2:2 byte zero, which no table of text has");
    EXPECT_EQ(fault_in("a,b\n\"\0\",2\n"s), "2:2 byte zero, which no table of text has");
}

TEST(CsvStructure, too_many_columns_are_named_at_the_first_too_many) {
    EXPECT_EQ(fault_in("a,b,c,d\n1,2,3,4,5\n"), "2:8 row has more than 4 columns");
}

TEST(CsvStructure, a_row_too_long_is_named_by_its_first_line) {
    EXPECT_EQ(fault_in("a\n" + std::string(41, 'x') + "\n"), "2:1 row is longer than 40 bytes");
    EXPECT_EQ(fault_in("a\n" + std::string(40, 'x') + "\n"), "");
    EXPECT_EQ(fault_in("a\n\"x\n" + std::string(60, 'x') + "\n"), "2:1 row is longer than 40 bytes");
}

TEST(CsvStructure, line_ends_of_rows_are_counted_by_kind) {
    for (std::size_t piece = 1; piece < 8; ++piece) {
        const auto structure = look_at("a\nb\r\nc\rd\re", piece);
        EXPECT_EQ(structure.ends().feeds, 1U);
        EXPECT_EQ(structure.ends().return_feeds, 1U);
        EXPECT_EQ(structure.ends().returns, 2U);
    }
}

TEST(CsvStructure, carriage_returns_inside_quotation_marks_are_counted_apart) {
    for (std::size_t piece = 1; piece < 8; ++piece) {
        const auto structure = look_at("\"a\rb\r\nc\"\n", piece);
        EXPECT_EQ(structure.returns_in_cells(), 1U);
        EXPECT_EQ(structure.ends().returns, 0U);
    }
}

}  // namespace entente::datasets
