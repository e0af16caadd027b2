#include <gtest/gtest.h>

#include "reports/document.hpp"

namespace entente::reports {
namespace {

TEST(RenderCsv, prints_tables_and_labelled_lines_and_nothing_else) {
    Document document;
    document.paragraph("text");
    document.table({{{"a"}, {"b"}}, {{"x", "y"}}});
    document.labelled("LABEL", {"text"});
    document.table({{{"c"}}, {{"z"}}});
    document.origin = "case x";
    EXPECT_EQ(render_csv(document), "a,b\nx,y\n\nlabel,text\nLABEL,text\n\nc\nz\n");
}

TEST(RenderCsv, quotes_commas_and_quotation_marks) {
    Document document;
    document.table({{{"a"}, {"b"}}, {{"one, two", "say \"no\""}}});
    EXPECT_EQ(render_csv(document), "a,b\n\"one, two\",\"say \"\"no\"\"\"\n");
}

TEST(RenderCsv, prints_the_sign_of_a_number_as_programs_read_it) {
    Document document;
    document.table({{{"dB"}}, {{"−7.2"}, {"+5.1"}}});
    EXPECT_EQ(render_csv(document), "dB\n-7.2\n+5.1\n");
}

TEST(RenderCsv, what_is_missing_is_an_empty_cell) {
    Document document;
    document.table({{{"a"}, {"b"}}, {{"—", "x — y"}}});
    EXPECT_EQ(render_csv(document), "a,b\n,x — y\n");
}

TEST(RenderCsv, leaves_drawings_out) {
    Document document;
    document.table({{{"a"}, {"picture", Align::Left, false, false, true}, {"b"}}, {{"x", "██", "y"}}});
    EXPECT_EQ(render_csv(document), "a,b\nx,y\n");
}

TEST(RenderCsv, no_cell_is_run_as_a_formula_by_a_spreadsheet) {
    Document document;
    document.table({{{"a"}, {"b"}}, {{"=1+1", "x"}}});
    EXPECT_EQ(render_csv(document), "a,b\n\"'=1+1\",x\n");
}

}  // namespace
}  // namespace entente::reports
