#include <gtest/gtest.h>

#include <string>

#include "reports/document.hpp"

namespace entente::reports {
namespace {

std::string paragraph(const std::string& text) {
    Document document;
    document.paragraph(text);
    return render_markdown(document);
}

// Expected escapes: CommonMark 0.31, §2.4 (any ASCII punctuation may be escaped by a backslash).
TEST(RenderMarkdown, escapes_what_would_be_markup) {
    EXPECT_EQ(paragraph("a*b _c_ `d` <e> [f] \\ ~g~ R&D"), "a\\*b \\_c\\_ \\`d\\` \\<e> \\[f\\] \\\\ \\~g\\~ R\\&D\n");
}

TEST(RenderMarkdown, leaves_underscores_within_words_alone) {
    EXPECT_EQ(paragraph("https://example.org/a_b"), "https://example.org/a_b\n");
}

TEST(RenderMarkdown, a_paragraph_never_begins_a_heading_or_a_list) {
    EXPECT_EQ(paragraph("# no heading"), "\\# no heading\n");
    EXPECT_EQ(paragraph("- no list"), "\\- no list\n");
    EXPECT_EQ(paragraph("no # heading - here"), "no # heading - here\n");
}

TEST(RenderMarkdown, a_table_has_a_rule_with_the_alignment) {
    Document document;
    document.table({{{"a"}, {"n", Align::Right}}, {{"x", "7"}}});
    EXPECT_EQ(render_markdown(document), "| a | n |\n|---|---:|\n| x | 7 |\n");
}

TEST(RenderMarkdown, no_bar_or_line_break_in_a_cell_breaks_a_table) {
    Document document;
    document.table({{{"a|b"}}, {{"x|y\nz"}}});
    EXPECT_EQ(render_markdown(document), "| a\\|b |\n|---|\n| x\\|y z |\n");
}

TEST(RenderMarkdown, a_stretching_column_is_never_cut) {
    Document document;
    document.table({{{"text", Align::Left, true}}, {{std::string(300, 'x')}}});
    EXPECT_NE(render_markdown(document).find(std::string(300, 'x')), std::string::npos);
}

TEST(RenderMarkdown, a_label_is_bold_and_its_lines_stay_lines) {
    Document document;
    document.labelled("VERDICT", {"one", "two"});
    EXPECT_EQ(render_markdown(document), "**VERDICT** one  \ntwo\n");
}

TEST(RenderMarkdown, an_empty_label_leaves_no_stars) {
    Document document;
    document.labelled("", {"one"});
    EXPECT_EQ(render_markdown(document), "one\n");
}

TEST(RenderMarkdown, blocks_and_origin_are_separated_by_blank_lines) {
    Document document;
    document.heading("Title");
    document.list({"one", "two"});
    document.paragraph("text");
    document.origin = "case x";
    EXPECT_EQ(render_markdown(document), "## Title\n\n- one\n- two\n\ntext\n\ncase x\n");
}

}  // namespace
}  // namespace entente::reports
