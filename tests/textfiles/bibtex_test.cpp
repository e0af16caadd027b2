#include "textfiles/bibtex.hpp"

#include <gtest/gtest.h>

#include "textfiles/problem_lines.hpp"
#include "textfiles/tex_text.hpp"

namespace entente::textfiles {
namespace {

using Lines = std::vector<std::string>;

std::string value_in(const std::vector<BibEntry>& entries, std::size_t entry, std::string_view field) {
    const auto* found = entries.at(entry).find(field);
    return found == nullptr ? "(missing)" : found->value;
}

Lines keys_in(const std::vector<BibEntry>& entries) {
    Lines keys;
    for (const auto& entry : entries) keys.push_back(entry.key);
    return keys;
}

TEST(Bibtex, entries_keep_keys_fields_and_places) {
    Problems problems;
    const auto entries =
        read_bibtex("About this file.\n\n@Article{walt-1997,\n  Author = {Stephen M. Walt},\n  year = 1997,\n}\n",
                    "s.bib", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].type, "article");
    EXPECT_EQ(entries[0].key, "walt-1997");
    EXPECT_EQ(entries[0].where, (Position{"s.bib", 3, 1}));
    EXPECT_EQ(entries[0].find("author")->where, (Position{"s.bib", 4, 3}));
    EXPECT_EQ(value_in(entries, 0, "author"), "Stephen M. Walt");
    EXPECT_EQ(value_in(entries, 0, "year"), "1997");
    EXPECT_EQ(entries[0].find("month"), nullptr);
}

TEST(Bibtex, every_way_to_write_a_value_is_read) {
    Problems problems;
    const auto entries = read_bibtex(
        "@string{us = \"United\" # { States}}\n@preamble{\"\\newcommand{x}\"}\n@comment{@book{hidden, a={b}}}\n"
        "@book(one, title = \"A {\"}quoted{\"} word\", place = us # \", \" # us, month = feb, note = {a {b {c}} "
        "(d)},\n year=2017)@misc{two,a={\n  folded\n\t text }}",
        "s.bib", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(keys_in(entries), (Lines{"one", "two"}));
    EXPECT_EQ(value_in(entries, 0, "title"), "A \"quoted\" word");
    EXPECT_EQ(value_in(entries, 0, "place"), "United States, United States");
    EXPECT_EQ(value_in(entries, 0, "month"), "February");
    EXPECT_EQ(value_in(entries, 0, "note"), "a b c (d)");
    EXPECT_EQ(value_in(entries, 1, "a"), "folded text");
}

TEST(Bibtex, repeated_keys_are_left_to_the_checks) {
    Problems problems;
    EXPECT_EQ(read_bibtex("@misc{a,x={1}}\n@misc{a,x={2}}\n", "s.bib", problems).size(), 2U);
    EXPECT_TRUE(problems.empty());
}

TEST(Bibtex, a_missing_comma_is_reported_and_both_fields_are_kept) {
    Problems problems;
    const auto entries = read_bibtex("@misc{a,\n x = {1}\n y = {2}\n}\n@misc{b\n x = {1}}\n", "s.bib", problems);
    EXPECT_EQ(lines_of(problems), (Lines{"2:9 comma missing after 'x'", "5:8 comma missing after 'b'"}));
    EXPECT_EQ(value_in(entries, 0, "y"), "2");
    EXPECT_EQ(value_in(entries, 1, "x"), "1");
}

TEST(Bibtex, an_unclosed_entry_ends_at_the_next_line_that_begins_one) {
    Problems problems;
    const auto entries = read_bibtex(
        "@misc{a,\n x = {1,\n y = {2}\n}\n@misc{b, x = {1}\n@misc{c, x = \"1}\n@misc{d, x = {1}}\n", "s.bib", problems);
    EXPECT_EQ(keys_in(entries), Lines{"d"});
    EXPECT_EQ(lines_of(problems), (Lines{"1:1 this entry is not closed", "5:1 this entry is not closed",
                                         "6:16 closing brace inside quotation marks"}));
}

TEST(Bibtex, broken_fields_and_headers_are_reported) {
    Problems problems;
    const auto entries = read_bibtex("@misc{ x = {1}}\n@misc{a, x, y = nowhere, z = {3}}\n@ {\n@\n", "s.bib", problems);
    EXPECT_EQ(keys_in(entries), Lines{"a"});
    EXPECT_EQ(value_in(entries, 0, "z"), "3");
    EXPECT_EQ(lines_of(problems), (Lines{"1:8 this entry has no key", "2:10 'x' has no value",
                                         "2:17 'nowhere' is no number and no abbreviation", "3:1 this is no entry",
                                         "4:1 this is no entry"}));
}

TEST(Bibtex, an_address_is_not_read_as_prose) {
    Problems problems;
    const auto entries =
        read_bibtex("@misc{a, url = {https://a.org/~b/c--d?x=%20\\_e}, depends-on = {x--y, z}}", "s.bib", problems);
    EXPECT_EQ(value_in(entries, 0, "url"), "https://a.org/~b/c--d?x=%20_e");
    EXPECT_EQ(value_in(entries, 0, "depends-on"), "x--y,z");
}

TEST(Bibtex, braces_nest_only_so_deep) {
    Problems problems;
    const auto entries =
        read_bibtex("@misc{a, x = " + std::string(100000, '{') + "\n@misc{b, x = {1}}", "s.bib", problems);
    EXPECT_EQ(keys_in(entries), Lines{"b"});
    EXPECT_EQ(lines_of(problems), Lines{"1:14 braces are nested too deeply"});
}

TEST(Bibtex, bad_bytes_are_reported_in_their_place) {
    Problems problems;
    const auto entries = read_bibtex("@misc{a, x = {é\xFF}}", "s.bib", problems);
    EXPECT_EQ(lines_of(problems), Lines{"1:16 this byte is not UTF-8"});
    EXPECT_EQ(entries.size(), 1U);
}

TEST(TexText, accents_become_letters) {
    EXPECT_EQ(decode_tex("Caf\\'e \\'{e} {\\'e} \\' e"), "Café é é é");
    EXPECT_EQ(decode_tex("M{\\\"u}ller {\\\"{o}} \\o\\ \\ss{} \\ae \\c{c} \\~n Sat\\=o Sh\\=ichi Ky\\=u"),
              "Müller ö ø ß æç ñ Satō Shīchi Kyū");
    EXPECT_EQ(decode_tex("\\'{\\i}\\v{S}\\H{o}\\k a\\r{a}\\l"), "íŠőąåł");
    EXPECT_EQ(decode_tex("\\=x"), "x\u0304");  // no such letter: the mark is combined
}

TEST(TexText, dashes_signs_and_commands) {
    EXPECT_EQ(decode_tex("1--2 --- a\\&b 5\\% \\$1 J.~S. ``q''"), "1–2 — a&b 5% $1 J.\u00A0S. “q”");
    EXPECT_EQ(decode_tex("\\emph{The {NATO} way}\\\\next \\unknown{x} $\\alpha$"),
              "The NATO way next \\unknownx $\\alpha$");
    for (const std::string odd : {"\\", "\\'", "\\'{", "\\c", "{", "}", "\\\"\\", "\\'{\\"})
        EXPECT_LE(decode_tex(odd).size(), 3U) << odd;
}

}  // namespace
}  // namespace entente::textfiles
