#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "reports/document.hpp"

namespace entente::reports {
namespace {

std::string rendered(const Document& document, std::size_t width = 40, bool colour = false) {
    return render_text(document, {width, colour});
}

Document table_of(std::vector<Column> columns, std::vector<std::vector<Text>> rows) {
    Document document;
    document.table({std::move(columns), std::move(rows)});
    return document;
}

TEST(RenderText, a_column_is_as_wide_as_its_widest_cell) {
    const auto document = table_of({{"a"}, {"b"}}, {{"longest", "x"}, {"mid", "y"}});
    EXPECT_EQ(rendered(document),
              " a        b\n"
              " longest  x\n"
              " mid      y\n");
}

TEST(RenderText, a_right_aligned_column_keeps_units_under_units) {
    const auto document = table_of({{"n", Align::Right}, {"what"}}, {{"7", "x"}, {"128", "y"}});
    EXPECT_EQ(rendered(document),
              "   n  what\n"
              "   7  x\n"
              " 128  y\n");
}

TEST(RenderText, a_table_without_titles_has_no_title_line) {
    EXPECT_EQ(rendered(table_of({{""}, {""}}, {{"x", "y"}})), " x  y\n");
}

TEST(RenderText, a_stretching_column_is_cut_with_an_ellipsis_at_the_width) {
    const auto document = table_of({{"id"}, {"text", Align::Left, true}}, {{"x", "one two three four five six"}});
    // 30 columns: a blank, `id`, two blanks, and 25 for the text, the last of which is the ellipsis.
    EXPECT_EQ(rendered(document, 30),
              " id  text\n"
              " x   one two three four five …\n");
}

TEST(RenderText, a_stretching_column_is_whole_where_there_is_room) {
    const auto document = table_of({{"id"}, {"text", Align::Left, true}}, {{"x", "one two three four five six"}});
    EXPECT_NE(rendered(document, 40).find("four five six\n"), std::string::npos);
}

TEST(RenderText, of_two_stretching_columns_the_wider_gives_way) {
    const auto document = table_of({{"a", Align::Left, true}, {"b", Align::Left, true}},
                                   {{"twelve chars", "a text of more than thirty columns, by far"}});
    EXPECT_EQ(rendered(document, 40),
              " a             b\n"
              " twelve chars  a text of more than thir…\n");
}

TEST(RenderText, a_wrapping_column_goes_on_below_and_loses_nothing) {
    const auto document = table_of({{"id"}, {"text", Align::Left, true, true}, {"n", Align::Right}},
                                   {{"x", "one two three four five", "7"}});
    // 24 columns: a blank, `id`, 16 for the text, `n`, and twice two between them.
    EXPECT_EQ(rendered(document, 24),
              " id  text              n\n"
              " x   one two three     7\n"
              "     four five\n");
}

TEST(RenderText, wide_characters_take_two_columns) {
    const auto document = table_of({{"name"}, {"n"}}, {{"尖閣", "1"}, {"abcd", "2"}});
    EXPECT_EQ(rendered(document),
              " name  n\n"
              " 尖閣  1\n"
              " abcd  2\n");
}

TEST(RenderText, no_line_of_a_table_with_a_stretching_column_is_wider_than_the_terminal) {
    const auto document =
        table_of({{"id"}, {"text", Align::Left, true}}, {{"x", "尖閣諸島をめぐる日米の共同声明と同盟の将来"}});
    std::istringstream lines(rendered(document, 30));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 30U) << line;
}

TEST(RenderText, a_line_break_in_a_cell_does_not_break_the_table) {
    const auto document = table_of({{"a", Align::Left, true}, {"b"}}, {{"one\ntwo", "x"}});
    EXPECT_EQ(rendered(document),
              " a        b\n"
              " one two  x\n");
}

TEST(RenderText, a_paragraph_wraps_between_words_and_keeps_its_indent) {
    Document document;
    document.paragraph("one two three four five", 2);
    EXPECT_EQ(rendered(document, 16),
              "  one two three\n"
              "  four five\n");
}

TEST(RenderText, a_word_longer_than_the_width_stands_alone_and_whole) {
    Document document;
    document.paragraph("see https://example.org/a/very/long/address now");
    EXPECT_EQ(rendered(document, 20),
              "see\n"
              "https://example.org/a/very/long/address\n"
              "now\n");
}

TEST(RenderText, labels_of_a_run_share_one_column) {
    Document document;
    document.labelled("A", {"first"});
    document.labelled("LONGER", {"second", "third"});
    EXPECT_EQ(rendered(document),
              " A       first\n"
              " LONGER  second\n"
              "         third\n");
}

TEST(RenderText, a_run_that_another_block_ends_has_its_own_label_column) {
    Document document;
    document.labelled("LONGER", {"first"});
    document.paragraph("between");
    document.labelled("A", {"second"});
    EXPECT_EQ(rendered(document),
              " LONGER  first\n"
              "\n"
              "between\n"
              "\n"
              " A  second\n");
}

TEST(RenderText, lines_that_wrap_hang_beside_their_label) {
    Document document;
    document.labelled("LABEL", {"one two three four five"});
    EXPECT_EQ(rendered(document, 24),
              " LABEL  one two three\n"
              "        four five\n");
}

TEST(RenderText, a_label_wider_than_a_third_stands_on_its_own_line_and_widens_no_column) {
    Document document;
    document.labelled("a-label-that-is-much-too-wide", {"text"});
    document.labelled("short", {"text"});
    EXPECT_EQ(rendered(document, 40),
              " a-label-that-is-much-too-wide\n"
              "        text\n"
              " short  text\n");
}

TEST(RenderText, no_line_ends_in_a_blank) {
    Document document;
    document.heading("Heading");
    document.labelled("A", {"", "second"});
    document.table({{{"a"}, {"b"}, {"c"}}, {{"x", "", ""}, {"", "", "z"}}});
    document.list({"entry"});
    document.origin = "case x";
    for (const auto width : {20U, 100U}) {
        const auto text = rendered(document, width);
        EXPECT_EQ(text.find(" \n"), std::string::npos) << text;
    }
}

TEST(RenderText, a_heading_has_a_blank_line_before_and_none_after) {
    Document document;
    document.paragraph("first");
    document.heading("Heading");
    document.paragraph("second");
    EXPECT_EQ(rendered(document), "first\n\n Heading\nsecond\n");
}

TEST(RenderText, two_tables_stand_apart_and_two_paragraphs_do_not) {
    Document document;
    document.paragraph("first");
    document.paragraph("second");
    document.table({{{""}}, {{"x"}}});
    document.table({{{""}}, {{"y"}}});
    EXPECT_EQ(rendered(document), "first\nsecond\n\n x\n\n y\n");
}

TEST(RenderText, an_entry_of_a_list_hangs_under_its_bullet) {
    Document document;
    document.list({"one two three four", "five"});
    EXPECT_EQ(rendered(document, 17), " · one two three\n   four\n · five\n");
}

TEST(RenderText, the_origin_stands_apart_at_the_end) {
    Document document;
    document.paragraph("text");
    document.origin = "case x";
    EXPECT_EQ(rendered(document), "text\n\ncase x\n");
}

TEST(RenderText, has_no_colour_codes_unless_asked) {
    Document document;
    document.paragraph({"weak", Tone::Weak});
    document.table({{{"a"}}, {{Text{"strong", Tone::Strong}}}});
    EXPECT_EQ(rendered(document).find('\x1b'), std::string::npos);
    EXPECT_NE(rendered(document, 40, true).find("\x1b[31mweak\x1b[0m"), std::string::npos);
    EXPECT_NE(rendered(document, 40, true).find("\x1b[36mstrong\x1b[0m"), std::string::npos);
}

TEST(RenderText, colour_changes_no_width) {
    const auto document = table_of({{"a"}, {"b"}}, {{Text{"x", Tone::Weak}, "y"}, {"xxx", "y"}});
    auto coloured = rendered(document, 40, true);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    EXPECT_EQ(coloured, rendered(document));
}

}  // namespace
}  // namespace entente::reports
