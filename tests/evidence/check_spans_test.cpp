#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(CheckSpans, a_period_cannot_end_before_it_begins) {
    Case which = small_case();
    which.periods.push_back(period("backwards", make_day(2009, 1, 20), make_day(2001, 1, 20), ""));
    EXPECT_ONLY_PROBLEM(which, "error: the period 'backwards' ends before it begins");
    which.periods.back().end = which.periods.back().begin;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckSpans, a_treaty_cannot_end_before_it_enters_into_force) {
    Case which = small_case();
    which.alliance.treaties.resize(1);
    which.alliance.treaties[0].id = "treaty-1951";
    which.alliance.treaties[0].in_force = make_day(1952, 4, 28);
    which.alliance.treaties[0].ended = make_day(1960, 6, 23);
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.alliance.treaties[0].ended = make_day(1906, 6, 23);
    EXPECT_ONLY_PROBLEM(which, "error: the treaty 'treaty-1951' ends before it begins");
}

TEST(CheckSpans, an_item_in_no_period_is_kept_with_a_warning) {
    Case which = small_case();
    which.items.push_back(item("treaty", "1960-01-19"));
    which.coders[0].read.emplace_back("treaty");
    EXPECT_ONLY_PROBLEM(which, "warning: the item 'treaty' (1960-01-19) lies in no period; it is kept and not used");
    which.items.back().periods = {"obama"};
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckSpans, a_coding_of_an_item_outside_the_periods_judged_against_its_baseline_is_not_used) {
    Case which = small_case();
    which.coders[0].codings.push_back(coding("obama-2014", "trump-2017"));
    which.coders[0].codings[0] = coding("obama-2014", "");
    which.coders[0].codings[0].searched = "everywhere";
    which.coders[0].codings.pop_back();
    which.coders[0].read = {"trump-2017"};
    EXPECT_ONLY_PROBLEM(which,
                        "warning: the item 'obama-2014' (2014-04-24) lies outside every period judged against obama");
}

TEST(CheckSpans, the_focal_period_is_judged_against_the_cases_baseline_even_if_it_names_none) {
    Case which = small_case();
    which.periods[1].baseline.clear();
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.focal = "obama";
    EXPECT_ONLY_PROBLEM(which, "warning: the item 'trump-2017' (2017-02-10) lies outside every period judged against");
}

TEST(CheckSpans, nothing_is_said_about_the_period_of_an_item_whose_date_could_not_be_read) {
    Case which = small_case();
    which.items[1].date = {};
    EXPECT_NE(only_problem_of(which), "0 problems");
    which.items[1].dated = false;
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.coders[0].codings.clear();  // whether its coding is missing depends on its period
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckSpans, nothing_is_said_about_a_period_whose_days_could_not_be_read) {
    Case which = small_case();
    which.periods[1].end = {};
    EXPECT_NE(only_problem_of(which), "0 problems");
    which.periods[1].dated = false;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckSpans, an_item_may_lie_in_a_period_that_errors_lost) {
    Case which = small_case();
    which.items.push_back(item("treaty", "1960-01-19"));
    which.lost_in.emplace(CasePart::CaseFile, line(3));
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

}  // namespace entente::evidence
