#include <gtest/gtest.h>

#include <algorithm>

#include "datasets/descriptor.hpp"
#include "datasets/harbours.hpp"

namespace entente::datasets {
namespace {

TEST(DescriptorColumns, a_column_arrives_with_units_codes_limits_and_breaks) {
    Problems problems;
    const auto descriptor = read(kHarbours, problems);
    ASSERT_TRUE(descriptor);
    const ColumnRule* ships = descriptor->find_column("SHIPS");
    ASSERT_NE(ships, nullptr);
    EXPECT_EQ(ships->unit, "thousand");
    EXPECT_EQ(ships->type, ColumnType::Integer);
    EXPECT_EQ(ships->not_applicable, Lines{"-8"});
    EXPECT_EQ(ships->at_least, 0.0);
    EXPECT_EQ(ships->at_most, 5000.0);
    ASSERT_TRUE(ships->years);
    EXPECT_EQ(ships->years->first, 1901);
    EXPECT_EQ(ships->absent, 0.0);
    EXPECT_EQ(ships->combine, Combine::Sum);
    EXPECT_TRUE(ships->main);
    ASSERT_EQ(ships->breaks.size(), 1U);
    EXPECT_EQ(ships->breaks[0].year, 1950);
    EXPECT_EQ(descriptor->headers_of("ships"), (Lines{"ships", "vessels"}));
    EXPECT_EQ(descriptor->headers_of("ccode"), Lines{"ccode"});
}

TEST(DescriptorColumns, say_what_zeros_and_spikes_mean) {
    Problems problems;
    const auto descriptor =
        read(changed("at_most  = 5000", "at_most  = 5000\nzeros_mean = \"no harbour\"\nspikes_mean = \"a fleet came\""),
             problems);
    ASSERT_TRUE(descriptor);
    EXPECT_EQ(descriptor->find_column("ships")->zeros_mean, "no harbour");
    EXPECT_EQ(descriptor->find_column("ships")->spikes_mean, "a fleet came");
}

TEST(DescriptorColumns, names_of_columns_differ_by_more_than_case) {
    EXPECT_EQ(said_of("[others]", "[[column]]\nname = \"Ships\"\n\n[others]"),
              Lines{"column 'Ships': the name is the name of another column"});
    EXPECT_EQ(said_of("[others]", "[[column]]\nname = \"Ships_not_applicable\"\n\n[others]"),
              Lines{"column 'Ships_not_applicable': the name is what the store adds for 'ships'"});
}

TEST(DescriptorColumns, the_store_s_own_columns_are_not_declared) {
    const std::string text = changed("numbering = \"cow\"", "numbering = \"iso3\"");
    EXPECT_EQ(problems_of(changed("[others]", "[[column]]\nname = \"cow\"\n\n[others]", text)),
              Lines{"36:1 column 'cow': the name is the store's own"});
}

TEST(DescriptorColumns, a_header_belongs_to_one_column) {
    EXPECT_EQ(said_of("[others]", "[[column]]\nname = \"boats\"\nfrom = [\"Vessels\"]\n\n[others]"),
              Lines{"the header 'Vessels' is in the column 'ships' and in 'boats'"});
}

TEST(DescriptorColumns, codes_fit_the_type_of_their_column) {
    EXPECT_EQ(said_of("[\"-8\"]", "[\"-8.5\"]"),
              Lines{"column 'ships': the code '-8.5' is not a whole number, and the column's type is integer"});
    EXPECT_EQ(said_of("not_applicable = [\"-8\"]", "not_applicable = [\"-8\"]\nmissing = [\"-8\"]"),
              Lines{"column 'ships': the code '-8' stands for missing and for not applicable"});
    EXPECT_EQ(said_of("missing   = [\"-9\"]", "missing   = [-9]"), Lines{"a code in 'missing' is not a string"});
}

TEST(DescriptorColumns, limits_and_absent_fit_the_type_and_each_other) {
    EXPECT_EQ(said_of("at_most  = 5000", "at_most  = -1"),
              (Lines{"column 'ships': 'absent' is a value that the limits call impossible",
                     "column 'ships': 'at_least' is above 'at_most'"}));
    EXPECT_EQ(said_of("\"integer\"", "\"text\""), (Lines{"column 'ships': 'absent' is a number, and its type is not",
                                                         "column 'ships': limits are for numbers, and its type is text",
                                                         "column 'ships': values of type text have no sum"}));
}

TEST(DescriptorColumns, states_are_left_out_of_lists_of_pairs_only) {
    EXPECT_EQ(said_of("at_most  = 5000",
                      "at_most  = 5000\nleft_out = [{ states = [2], years = [1900, 1910], why = \"lost\" }]"),
              Lines{"column 'ships': 'left_out' says where 'absent' is not meant of pairs of states in a year, and the "
                    "data are of another unit"});
    const auto said =
        said_of("at_most  = 5000", "at_most  = 5000\nleft_out = [{ years = [1900, 1910], why = \"lost\" }]");
    EXPECT_NE(std::find(said.begin(), said.end(), "no state is left out"), said.end());
}

// A column of a kind of rows, from the header `amount`.
std::string parted(const std::string& name, const std::string& kind) {
    return "[[column]]\nname = \"" + name + "\"\nfrom = [\"amount\"]\nwhere = { column = \"what\", equals = [\"" +
           kind + "\"] }\n\n";
}

TEST(DescriptorColumns, one_header_may_fill_several_columns_each_in_rows_of_its_own) {
    Problems problems;
    const auto descriptor =
        read(changed("[others]", parted("pledged", "Pledge") + parted("paid", "Payment") + "[others]"), problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_EQ(descriptor->telling_column(), "what");
    EXPECT_EQ(descriptor->find_column("paid")->only_in->equals, (Lines{"Payment"}));
}

TEST(DescriptorColumns, rows_of_two_columns_are_not_the_same_and_are_told_apart_by_one_column) {
    const auto said = [](const std::string& columns) { return said_of("[others]", columns + "[others]"); };
    EXPECT_EQ(said(parted("pledged", "Pledge") + parted("paid", "Pledge")),
              (Lines{"the header 'amount' is in the column 'pledged' and in 'paid'"}));
    EXPECT_EQ(said(parted("pledged", "Pledge") + "[[column]]\nname = \"what\"\ntype = \"text\"\n"),
              (Lines{"column 'what': it says in which rows others stand, and its cells become their names"}));
    EXPECT_EQ(said("[[column]]\nname = \"paid\"\nwhere = { column = \"what\" }\n"),
              (Lines{"nothing says in which rows the column stands"}));
}

TEST(DescriptorColumns, layout_years_says_what_the_cells_are) {
    const std::string text = changed("missing   = [\"-9\"]", "layout = \"years\"");
    EXPECT_EQ(problems_of(text),
              (Lines{"10:10 nothing says which column the cells fill", "17:13 the key's column 'ccode' is not kept",
                     "19:13 the key's column 'ccode' is not kept"}));
    EXPECT_EQ(problems_of(changed("[others]", "[unpivot]\nkeep = [\"ccode\"]\nvalue = \"ships\"\n\n[others]", text)),
              Lines{});
}

TEST(DescriptorColumns, layout_others_says_what_headers_and_cells_are) {
    const std::string text = changed("missing   = [\"-9\"]", "layout = \"others\"");
    EXPECT_EQ(problems_of(changed("[others]", "[unpivot]\nkeep = [\"year\"]\n\n[others]", text)),
              (Lines{"17:13 the key's column 'ccode' is not kept", "19:13 the key's column 'ccode' is not kept",
                     "36:1 layout others needs to know which columns headers and cells fill"}));
    EXPECT_EQ(problems_of(changed(
                  "[others]", "[unpivot]\nkeep = [\"year\"]\nname = \"ccode\"\nvalue = \"ships\"\n\n[others]", text)),
              Lines{});
}

TEST(DescriptorColumns, unpivot_is_not_for_rows) {
    EXPECT_EQ(said_of("[others]", "[unpivot]\nkeep = [\"year\"]\n\n[others]"),
              Lines{"[unpivot] is for layout years or others"});
    EXPECT_EQ(said_of("[others]", "[[sheet]]\nname = \"a\"\ncolumn = \"b\"\n\n[others]"),
              Lines{"[[sheet]] is for layout years: a sheet for each column"});
}

TEST(DescriptorColumns, sheets_fill_different_columns) {
    std::string text = changed("missing   = [\"-9\"]", "layout = \"years\"");
    text = changed("[others]",
                   "[unpivot]\nkeep = [\"ccode\"]\n\n[[sheet]]\nname = \"a *\"\ncolumn = \"ships\"\n\n[[sheet]]\n"
                   "name = \"b\"\ncolumn = \"Ships\"\n\n[others]",
                   text);
    EXPECT_EQ(problems_of(text), Lines{"39:1 two [[sheet]] fill the column 'Ships'"});
}

TEST(DescriptorColumns, a_title_s_pattern_is_a_regular_expression_with_one_group) {
    const auto said = [](const std::string& pattern) {
        return said_of("[others]", "[[title]]\ncolumn = \"seller\"\npattern = '" + pattern + "'\n\n[others]");
    };
    EXPECT_EQ(said("ships of (.*), [0-9]{4}"), Lines{});
    EXPECT_EQ(said("ships of .*"), Lines{"the pattern of the column 'seller' has 0 groups"});
    EXPECT_EQ(said("ships of (.*"), Lines{"the pattern of the column 'seller' is not a regular expression"});
    EXPECT_EQ(said("(a{9}{9}{9})"), Lines{"the pattern of the column 'seller' has more than two counts in braces"});
}

TEST(DescriptorColumns, a_name_may_mean_its_state_in_some_years_only) {
    const auto said = [](const std::string& value) {
        Lines lines = said_of("[others]", "[names]\nTirol = " + value + "\n\n[others]");
        std::erase(lines, "[names] is for states that files name, and these have numbers");
        return lines;
    };
    EXPECT_EQ(said("{ code = \"TIR\", from = 1972 }"), Lines{});
    EXPECT_EQ(said("{ code = \"TIR\", from = 1972, to = 1991 }"), Lines{});
    EXPECT_EQ(said("{ code = \"TIR\" }"), Lines{"'Tirol' has neither a first nor a last year"});
    EXPECT_EQ(said("{ code = \"TIR\", from = 1991, to = 1972 }"), Lines{"'Tirol' ends before it begins"});
    EXPECT_EQ(said("{ code = \"TIR\", from = 1972, until = 1991 }"), Lines{"unknown key 'until'"});
    EXPECT_EQ(said("1972"), Lines{"'Tirol' has no code"});
}

TEST(DescriptorColumns, spellings_are_for_states_that_are_named) {
    const std::string names = "[names]\n\"Tirol, Free\" = \"TIR\"\nWorld = \"\"\nworld = \"\"\n\n[others]";
    EXPECT_EQ(said_of("[others]", names),
              (Lines{"[names] has 'world' twice", "[names] is for states that files name, and these have numbers"}));
}

}  // namespace
}  // namespace entente::datasets
