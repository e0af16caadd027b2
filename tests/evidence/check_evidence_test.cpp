#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(CheckEvidence, a_source_cited_by_evidence_needs_a_date_a_class_and_a_grade) {
    Case which = small_case();
    which.sources[0].grade.reset();
    EXPECT_ONLY_PROBLEM(which,
                        "error: the source 'white-house' is cited by evidence but has no grade; add to its entry: "
                        "grade = {B2} (usually reliable, probably true; {F6} if nothing is known)");
    which.sources[0].published.reset();
    which.sources[0].outlet_class.reset();
    EXPECT_ONLY_PROBLEM(
        which,
        "error: the source 'white-house' is cited by evidence but has no date, no class, no grade; add to "
        "its entry: date = {2017-02-10} (a year serves too), class = {press}");
}

TEST(CheckEvidence, a_field_that_could_not_be_read_is_not_reported_as_missing) {
    Case which = small_case();
    which.sources[0].published.reset();
    which.sources[0].unreadable = {"date"};
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, what_errors_in_files_lost_is_not_missed) {
    Case which = small_case();
    which.sources.push_back(source("asahi"));
    which.coders[0].codings.clear();
    EXPECT_EQ(said_about(which).size(), 2U);
    which.lost_in.emplace(CasePart::Codings, line(300));
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, a_source_that_only_a_claim_cites_may_lack_them) {
    Case which = small_case();
    which.sources.push_back(source("thesis"));
    which.sources[1].grade.reset();
    which.claims = {claim("slight-weakening")};
    which.claims[0].sources = {{"thesis", "§4", {}}};
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, a_source_nobody_cites_is_pointed_out) {
    Case which = small_case();
    which.sources.push_back(source("asahi"));
    EXPECT_ONLY_PROBLEM(which, "warning: nobody cites the source 'asahi'");
}

TEST(CheckEvidence, a_source_that_another_one_copies_is_cited) {
    Case which = small_case();
    which.sources.push_back(source("ap"));
    which.sources[0].depends_on = {"ap"};
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.sources[0].depends_on = {"ap", "reuters"};
    EXPECT_ONLY_PROBLEM(which, "error: depends-on names the unknown source 'reuters'");
}

TEST(CheckEvidence, an_item_that_nobody_coded_or_read_is_pointed_out) {
    Case which = small_case();
    which.items.push_back(item("trump-2018", "2018-03-01"));
    EXPECT_ONLY_PROBLEM(which, "warning: nobody has coded the item 'trump-2018'");
}

TEST(CheckEvidence, an_item_of_a_period_that_is_only_a_baseline_needs_no_coding) {
    Case which = small_case();
    which.coders[0].read.clear();
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, all_sources_nobody_cites_make_one_warning) {
    Case which = small_case();
    which.sources.push_back(source("asahi"));
    which.sources.push_back(source("yomiuri"));
    EXPECT_ONLY_PROBLEM(which, "warning: nobody cites 2 sources: 'asahi', 'yomiuri'");
}

TEST(CheckEvidence, a_case_without_any_coder_is_pointed_out_once) {
    Case which = small_case();
    which.coders.clear();
    EXPECT_ONLY_PROBLEM(which, "warning: nobody has coded this case");
}

TEST(CheckEvidence, an_absence_says_where_one_looked) {
    Case which = small_case();
    which.items[1].kind = Kind::Absence;
    EXPECT_ONLY_PROBLEM(which, "warning: the absence 'trump-2017' does not say where one looked");
    which.items[1].searched = "White House and MOD releases";
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, a_poll_rests_on_a_figure_that_states_n) {
    Case which = small_case();
    which.items[1].kind = Kind::Opinion;
    EXPECT_EQ(only_problem_of(which), "0 problems");  // the stated position of officials
    which.items[1].outlet_class = OutletClass::Poll;
    which.items[1].figures = {"pew"};
    which.figures = {figure("pew", 24)};
    EXPECT_ONLY_PROBLEM(which, "warning: the poll 'trump-2017' rests on no figure that states n");
    which.figures[0].sample_size = 1009;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, two_figures_of_one_quantity_that_disagree_are_both_named) {
    Case which = small_case();
    which.figures = {figure("pew", 24), figure("asahi", 28.5)};
    EXPECT_EQ(only_problem_of(which),
              "warning: two figures of confidence of JPN for 2017 disagree: 24 percent ('pew', white-house) and 28.5 "
              "percent ('asahi', white-house); find out which is right, or tell apart by 'quantity' what they measure");
}

TEST(CheckEvidence, figures_of_another_date_actor_quantity_or_unit_do_not_disagree) {
    Case which = small_case();
    which.figures = {figure("a", 1), figure("b", 2), figure("c", 3), figure("d", 4), figure("e", 5), figure("f", 1)};
    which.figures[1].as_of = *parse_date("2018");
    which.figures[2].actor = "USA";
    which.figures[3].quantity = "approval";
    which.figures[4].unit = "points";
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckEvidence, figures_that_could_not_be_read_do_not_disagree) {
    Case which = small_case();
    which.figures = {figure("a", 1), figure("b", 0)};
    which.figures[1].readable = false;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

}  // namespace entente::evidence
