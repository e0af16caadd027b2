#include "datasets/file_kind.hpp"

#include <gtest/gtest.h>

namespace entente::datasets {

using std::string_view_literals::operator""sv;

TEST(FileKind, a_table_is_text) {
    EXPECT_EQ(kind_of("ccode,year\n2,1816\n").kind, FileKind::Text);
    EXPECT_EQ(kind_of("").kind, FileKind::Text);
    EXPECT_EQ(kind_of("\xEF\xBB\xBF[note] a,b\n").kind, FileKind::Text);
}

TEST(FileKind, a_header_that_begins_with_the_letter_of_a_stata_release_is_text) {
    EXPECT_EQ(kind_of("stateabb,ccode\n").kind, FileKind::Text);
    EXPECT_EQ(kind_of("rivalry,start\n").kind, FileKind::Text);
}

TEST(FileKind, packed_and_binary_tables_are_known_by_their_bytes) {
    EXPECT_EQ(kind_of("\x1F\x8B\x08").kind, FileKind::Gzip);
    EXPECT_EQ(kind_of("PK\3\4").kind, FileKind::Zip);
    EXPECT_EQ(kind_of("s\2\1\0\x86\0"sv).kind, FileKind::Stata);
    EXPECT_EQ(kind_of("<stata_dta><header>").kind, FileKind::Stata);
}

TEST(FileKind, a_page_saved_instead_of_the_data_is_called_that) {
    for (const auto page : {"<!DOCTYPE html><html>", "\n <HTML>\n", "\xEF\xBB\xBF<html lang=\"en\">",
                            "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html>"}) {
        const auto known = kind_of(page);
        EXPECT_EQ(known.kind, FileKind::Other) << page;
        EXPECT_EQ(known.what, "is a web page, not data; a download often fails this way") << page;
        EXPECT_NE(known.advice, "") << page;
    }
}

TEST(FileKind, what_cannot_be_read_comes_with_advice) {
    for (const auto bytes :
         {"%PDF-1.5"sv, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "RDX3\n"sv, "X\n\0\0\0\3"sv, "BZh9"sv, "\xFD\x37zXZ\0"sv,
          "$FL2@(#)"sv, "PAR1"sv, "{\"a\": 1}"sv, "[ {\"a\": 1}]"sv, "7z\xBC\xAF\x27\x1C"sv, "SQLite format 3\0"sv}) {
        const auto known = kind_of(bytes);
        EXPECT_EQ(known.kind, FileKind::Other) << bytes;
        EXPECT_NE(known.what, "") << bytes;
        EXPECT_NE(known.advice, "") << bytes;
    }
}

}  // namespace entente::datasets
