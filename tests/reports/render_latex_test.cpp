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
    EXPECT_TRUE(render_latex({}).starts_with("% needs \\usepackage{amssymb,booktabs,longtable}"));
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
              "\n\\begin{longtable}{lrp{0.3\\linewidth}}\n\\toprule\n"
              "a & n & text \\\\\n\\midrule\n\\endhead\n"
              "{[}x{]} & R\\&D & 50\\% \\\\\n"
              "\\bottomrule\n\\end{longtable}\n");
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
