#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(Items, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Item& words = which.items.at(0);
    EXPECT_EQ(words.date, single_day(make_day(2003, 5, 1)));
    EXPECT_EQ(words.kind, evidence::Kind::Words);
    EXPECT_EQ(words.issues, Lines{"defence"});
    ASSERT_TRUE(words.quote);
    EXPECT_EQ(words.quote->text, "We stand together.");
    EXPECT_EQ(words.quote->language, "en");
    EXPECT_EQ(words.rows, Lines{"T001"});
    EXPECT_FALSE(words.grade);

    const evidence::Item& month = which.items.at(1);
    EXPECT_EQ(month.date, parse_date("2004-07"));
    EXPECT_EQ(month.sources.at(0).key, "ministry-2003");
    EXPECT_EQ(month.sources.at(0).at, "p. 2");

    const evidence::Item& act = which.items.at(2);
    EXPECT_EQ(act.grade, (evidence::Grade{'B', 2}));
    EXPECT_EQ(act.outlet_class, evidence::OutletClass::Press);
    EXPECT_EQ(act.figures, Lines{"frigates-ordered"});
    EXPECT_EQ(act.actors.at(0).written, "NEW");

    const evidence::Item& absence = which.items.at(3);
    EXPECT_EQ(absence.date, day_range(make_day(2009, 1, 1), make_day(2009, 12, 31)));
    EXPECT_EQ(absence.periods, Lines{"late"});
    EXPECT_EQ(absence.searched, "Invented releases of both ministries, 2009");
}

TEST(Items, a_period_is_a_word_or_a_list) {
    CaseCopy copy;
    copy.replace("evidence/late.toml", "period   = \"late\"", "period   = [\"late\", \"early\"]");
    EXPECT_EQ(copy.read().items.at(3).periods, (Lines{"late", "early"}));
    copy.replace("evidence/late.toml", "period   = [\"late\", \"early\"]", "period   = 3");
    EXPECT_EQ(copy.problems().size(), 1U);
}

TEST(Items, a_date_is_given_in_exactly_one_way) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "date     = 2003-05-01", "date = 2003-05-01\nfrom = 2003-05-01");
    copy.replace("evidence/early.toml", "date     = \"2004-07\"             # the day is not known\n", "");
    copy.replace("evidence/late.toml", "to       = 2009-12-31", "to       = 2008-12-31");
    EXPECT_EQ(copy.problems(),
              (Lines{"evidence/early.toml:3:1 'to' is missing", "evidence/early.toml:5:8 both 'date' and 'from' … 'to'",
                     "evidence/early.toml:16:1 'date' is missing",
                     "evidence/late.toml:18:12 the item ends before it begins"}));
}

TEST(Items, days_that_do_not_exist_are_errors) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "\"2004-07\"", "\"2004-13\"");
    EXPECT_EQ(
        copy.problems(),
        Lines{"evidence/early.toml:17:12 'date' should be a date such as 2017-02-10, \"2017-02\" or \"2017\", but "
              "is the string \"2004-13\""});
}

TEST(Items, what_evidence_needs_is_required) {
    CaseCopy copy;
    copy.write("evidence/early.toml", "[[item]]\nid = \"a\"\n");
    EXPECT_EQ(copy.problems(),
              (Lines{"evidence/early.toml:1:1 'actors' is missing", "evidence/early.toml:1:1 'date' is missing",
                     "evidence/early.toml:1:1 'kind' is missing", "evidence/early.toml:1:1 'sources' is missing",
                     "evidence/early.toml:1:1 'text' is missing"}));
}

TEST(Items, words_out_of_lists_are_checked_against_them) {
    CaseCopy copy;
    copy.replace("evidence/late.toml", "kind     = \"act\"", "kind     = \"acts\"");
    copy.replace("evidence/late.toml", "grade    = \"B2\"", "grade    = \"B7\"");
    copy.replace("evidence/late.toml", "class    = \"press\"", "class    = \"pres\"");
    const Lines problems = copy.problems();
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0],
              "evidence/late.toml:6:12 'kind' should be one of words, opinion, act, structural, absence, "
              "but is \"acts\"; did you mean 'act'?");
    EXPECT_EQ(problems[1], "evidence/late.toml:11:12 'B7' is not a grade");
    EXPECT_EQ(problems[2],
              "evidence/late.toml:12:12 'class' should be one of press, official, poll, expert, treaty, "
              "dataset, social, but is \"pres\"; did you mean 'press'?");
}

TEST(Items, sources_are_keys_or_keys_with_a_place) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "sources  = [\"ministry-2003\"]",
                 "sources  = [3, { at = \"p. 1\" }, { key = \"x\", att = 1 }]");
    EXPECT_EQ(copy.problems(),
              (Lines{"evidence/early.toml:11:13 a source is neither a key nor { key = \"…\", at = \"…\" }",
                     "evidence/early.toml:11:16 'key' is missing",
                     "evidence/early.toml:11:46 unknown key 'att'; did you mean 'at'?"}));
}

TEST(Items, a_source_outside_brackets_and_an_empty_list_are_errors) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "sources  = [\"ministry-2003\"]", "sources  = \"ministry-2003\"");
    copy.replace("evidence/late.toml",
                 "sources  = [\"herald-2008\", { key = \"ministry-2003\", at = \"annex; table 1\" }]", "sources = []");
    EXPECT_EQ(copy.problems(), (Lines{"evidence/early.toml:11:12 'sources' is not a list",
                                      "evidence/late.toml:10:11 'sources' is an empty list"}));
}

TEST(Items, single_brackets_are_an_error) {
    CaseCopy copy;
    copy.write("evidence/early.toml", "[item]\nid = \"a\"\n");
    const Lines problems = copy.problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0], "evidence/early.toml:1:1 'item' should be a list of tables, but is a table");
}

TEST(Items, an_item_in_error_keeps_its_id_so_that_references_hold) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "kind     = \"words\"", "kind     = 3");
    EXPECT_EQ(copy.read().items.size(), 4U);
}

TEST(Items, issues_may_be_left_out) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "issues   = [\"defence\"]\n", "");
    EXPECT_EQ(copy.problems(), Lines{});
    EXPECT_EQ(copy.read().items.at(0).issues, Lines{});
}

TEST(Items, a_date_that_cannot_be_read_is_marked) {
    for (const char* date :
         {"", "date = \"2004-13\"\n", "from = 2004-01-01\n", "from = 2004-02-01\nto = 2004-01-01\n"}) {
        CaseCopy copy;
        copy.write("evidence/early.toml", "[[item]]\nid = \"a\"\n" + std::string(date));
        EXPECT_FALSE(copy.read().items.at(0).dated) << date;
    }
    CaseCopy copy;
    EXPECT_TRUE(copy.read().items.at(0).dated);
}

}  // namespace
}  // namespace entente::casefile
