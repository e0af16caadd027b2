#include <gtest/gtest.h>

#include <string>

#include "reports/document.hpp"

namespace entente::reports {
namespace {

// Without the comment that names the packages.
std::string rendered(const Document& document) {
    const auto text = render_latex(document);
    return text.substr(text.find('\n') + 1);
}

std::string paragraph(const std::string& text) {
    Document document;
    document.paragraph(text);
    return rendered(document);
}

TEST(RenderLatex, names_the_packages_it_needs) {
    EXPECT_TRUE(render_latex({}).starts_with("% needs \\usepackage{amssymb,array,booktabs,longtable,pdflscape}"));
}

// The ten special characters of TeX: Knuth, The TeXbook (1984), ch. 7.
TEST(RenderLatex, escapes_the_special_characters_of_tex) {
    EXPECT_EQ(paragraph("\\ & % $ # _ { } ~ ^"),
              "\n\\textbackslash{} \\& \\% \\$ \\# \\_ \\{ \\} \\textasciitilde{} \\textasciicircum{}\n");
}

TEST(RenderLatex, sets_signs_that_text_fonts_lack_as_mathematics) {
    EXPECT_EQ(paragraph("new ▼, −7.2"), "\nnew $\\blacktriangledown$, $-$7.2\n");
}

TEST(RenderLatex, keeps_other_letters_as_they_are) {
    EXPECT_EQ(paragraph("Élysée, 尖閣, “quoted”"), "\nÉlysée, 尖閣, “quoted”\n");
}

TEST(RenderLatex, no_ampersand_or_bracket_in_a_cell_breaks_a_table) {
    Document document;
    document.table({{{"a"}, {"n", Align::Right}, {"text", Align::Left, true}}, {{"[x]", "R&D", "50%"}}});
    EXPECT_EQ(rendered(document),
              "\n\\begin{longtable}{lrl}\n\\toprule\n"
              "a & n & text \\\\\n\\midrule\n\\endhead\n"
              "{[}x{]} & R\\&D & 50\\% \\\\\n"
              "\\bottomrule\n\\end{longtable}\n");
}

// A table of so many columns, each with one word of so many letters.
std::string table_of(std::size_t columns, std::size_t letters) {
    Table table;
    table.columns.assign(columns, Column{"c"});
    table.rows.emplace_back(columns, Text{std::string(letters, 'x')});
    Document document;
    document.table(std::move(table));
    return rendered(document);
}

// A line of 345 points holds 60 letters of 5 points and two columns with 12 points between them.
TEST(RenderLatex, a_table_that_fits_is_set_as_it_is) {
    EXPECT_TRUE(table_of(2, 30).starts_with("\n\\begin{longtable}{ll}"));
}

// Eight columns of 8 letters: 64 · 5 + 8 · 12 = 416 points are too many, and so are 64 · 4.6 + 8 · 8 = 358; 64 · 4.25 +
// 8 · 6 = 320 are not.
TEST(RenderLatex, a_wider_one_is_set_in_the_largest_type_in_which_it_fits) {
    const auto text = table_of(8, 8);
    EXPECT_TRUE(text.starts_with("\n{\\footnotesize\\setlength{\\tabcolsep}{3pt}\n\\begin{longtable}{llllllll}"));
    EXPECT_TRUE(text.ends_with("\\end{longtable}\n}\n"));
}

// Thirteen of 8: 104 · 3.8 + 13 · 4 = 447 points in the smallest type.
TEST(RenderLatex, one_too_wide_for_the_page_is_turned_round) {
    const auto text = table_of(13, 8);
    EXPECT_TRUE(text.starts_with("\n\\begin{landscape}\n{\\footnotesize"));
    EXPECT_TRUE(text.ends_with("}\n\\end{landscape}\n"));
}

TEST(RenderLatex, sentences_share_what_the_other_columns_leave) {
    std::string sentence;
    for (int word = 0; word < 30; ++word) sentence += "word ";
    Document document;
    document.table({{{"n", Align::Right}, {"one"}, {"other"}}, {{"1", sentence, sentence}}});
    // (338.1 − 3 · 12) ÷ 5 = 60.42 letters, of which the number takes 1: 29.71 · 5 ÷ 345 of the line for each.
    EXPECT_NE(
        rendered(document).find("{r>{\\raggedright\\arraybackslash\\hspace{0pt}}p{0.431\\linewidth}>{\\raggedright"
                                "\\arraybackslash\\hspace{0pt}}p{0.431\\linewidth}}"),
        std::string::npos)
        << rendered(document);
}

TEST(RenderLatex, cites_by_the_keys_of_the_bibliography) {
    Document document;
    document.cited = {{"The theory", {"walt1985", "walt1987"}}, {"The data", {}}};
    EXPECT_NE(rendered(document).find("\nThe theory: \\cite{walt1985,walt1987}.\n"), std::string::npos);
}

TEST(RenderLatex, a_label_becomes_a_paragraph_and_an_empty_one_does_not) {
    Document document;
    document.labelled("VERDICT", {"one", "two"});
    document.labelled("", {"three"});
    EXPECT_EQ(rendered(document), "\n\\paragraph{VERDICT}\none\\\\\ntwo\n\nthree\n");
}

TEST(RenderLatex, an_entry_that_begins_with_a_bracket_is_no_label_of_its_item) {
    Document document;
    document.list({"[1] one"});
    EXPECT_EQ(rendered(document), "\n\\begin{itemize}\n  \\item {[}1{]} one\n\\end{itemize}\n");
}

}  // namespace
}  // namespace entente::reports
