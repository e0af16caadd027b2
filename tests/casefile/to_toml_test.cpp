#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_tables.hpp"

namespace entente::casefile {
namespace {

TEST(ToToml, an_item_stands_as_people_write_it) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(to_toml(which.items.at(3)), R"([[item]]
id       = "no-exercise-2009"
from     = 2009-01-01
to       = 2009-12-31
kind     = "absence"
issues   = ["defence"]
actors   = ["AUL", "NEW"]
text     = "No joint exercise in 2009."
period   = "late"
searched = "Invented releases of both ministries, 2009"
)");
    EXPECT_EQ(to_toml(which.items.at(2)), R"([[item]]
id      = "frigates-cancelled-2008"
date    = 2008-06-01
kind    = "act"
issues  = ["defence"]
actors  = ["NEW", "AUL"]
text    = "New Zealand cancels its order of frigates; \"regrettable\", says Australia."
sources = ["herald-2008", { key = "ministry-2003", at = "annex; table 1" }]
grade   = "B2"
class   = "press"
figures = ["frigates-ordered"]
)");
}

TEST(ToToml, imprecise_dates_are_strings) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_NE(to_toml(which.items.at(1)).find("date    = \"2004-07\"\n"), std::string::npos);
}

TEST(ToToml, a_coding_stands_as_people_write_it) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(to_toml(which.coders.at(0).codings.at(1)), R"([[coding]]
item        = "no-exercise-2009"
theory      = "walt-1997"
factor      = "institutionalisation"
direction   = "collapse"
baseline    = "early"
novelty     = "new"
against     = { searched = "Invented releases of both ministries, 2001–2006" }
specificity = 0.5
cluster     = "exercises"
)");
    EXPECT_EQ(to_toml(which.coders.at(0).codings.at(2)), R"([[coding]]
item     = "frigates-cancelled-2008"
theory   = "walt-1997"
factor   = "outside"
baseline = "early"
note     = "What the order cost is no factor."
)");
    EXPECT_NE(to_toml(which.coders.at(0).codings.at(0)).find("specificity = 1.0\n"), std::string::npos);
    EXPECT_NE(to_toml(which.coders.at(0).codings.at(0)).find("factor      = \"credibility/will\"\n"),
              std::string::npos);
}

TEST(ToToml, what_is_written_reads_back_the_same) {
    CaseCopy copy;
    const evidence::Case which = copy.read();
    std::string text;
    for (const auto& item : which.items) text += to_toml(item) + "\n";
    copy.remove("evidence");
    copy.write("evidence/all.toml", text);
    const evidence::Case again = copy.read();
    EXPECT_EQ(copy.problems(), Lines{});
    ASSERT_EQ(again.items.size(), which.items.size());
    for (std::size_t i = 0; i < which.items.size(); ++i) EXPECT_EQ(to_toml(again.items[i]), to_toml(which.items[i]));
}

}  // namespace
}  // namespace entente::casefile
