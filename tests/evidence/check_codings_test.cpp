#include <gtest/gtest.h>

#include <limits>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(CheckCodings, a_coding_without_its_item_is_an_error) {
    Case which = small_case();
    which.coders[0].codings.push_back(coding("trump-2018", "obama-2014"));
    EXPECT_ONLY_PROBLEM(which,
                        "error: the coding names the unknown item 'trump-2018'; did you mean 'trump-2017'?; write");
    which.coders[0].codings[1].item.clear();
    EXPECT_ONLY_PROBLEM(which, "error: the coding names no item");
}

TEST(CheckCodings, an_item_listed_as_read_has_to_exist) {
    Case which = small_case();
    which.coders[0].read.emplace_back("nothing-of-the-kind");
    EXPECT_ONLY_PROBLEM(which, "error: the list of items read names the unknown item 'nothing-of-the-kind'");
}

TEST(CheckCodings, an_unknown_theory_is_answered_with_the_known_ones) {
    Case which = small_case();
    which.coders[0].codings[0].theory = "mearsheimer-2001";
    EXPECT_ONLY_PROBLEM(which,
                        "error: the coding names the unknown theory 'mearsheimer-2001'; known theories: walt-1997");
}

TEST(CheckCodings, an_unknown_factor_or_aspect_is_an_error) {
    Case which = small_case();
    which.coders[0].codings[0].factor = "credibilty";
    EXPECT_ONLY_PROBLEM(which,
                        "error: the coding names the factor 'credibilty', which walt-1997 does not have; did "
                        "you mean 'credibility'?; factors of walt-1997: credibility, reputation, society");
    which.coders[0].codings[0].factor = "credibility";
    which.coders[0].codings[0].aspect = "will";
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.coders[0].codings[0].aspect = "wil";
    EXPECT_ONLY_PROBLEM(which,
                        "error: the factor 'credibility' has no aspect 'wil'; did you mean 'will'?; its aspects");
    which.coders[0].codings[0].factor = "society";
    EXPECT_ONLY_PROBLEM(which, "error: the factor 'society' has no aspect 'wil'; it has no aspects");
}

TEST(CheckCodings, an_unknown_baseline_is_an_error) {
    Case which = small_case();
    which.coders[0].codings[0].baseline = "bush";
    EXPECT_ONLY_PROBLEM(which, "error: the coding's baseline names the unknown period 'bush'");
}

TEST(CheckCodings, what_the_theory_cannot_see_needs_neither_factor_nor_comparator) {
    Case which = small_case();
    which.coders[0].codings[0].factor = std::string(kOutside);
    which.coders[0].codings[0].against.clear();
    which.coders[0].codings[0].cluster.clear();
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckCodings, a_specificity_is_a_share) {
    for (const double wrong : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        Case which = small_case();
        which.coders[0].codings[0].specificity = wrong;
        EXPECT_ONLY_PROBLEM(which, "error: a specificity outside 0–1");
    }
    Case which = small_case();
    which.coders[0].codings[0].specificity = 0;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckCodings, one_coder_codes_an_item_once_for_each_factor_aspect_and_baseline) {
    Case which = small_case();
    which.coders[0].codings.push_back(coding("trump-2017", "obama-2014"));
    EXPECT_ONLY_PROBLEM(which, "error: 'first' has coded the item 'trump-2017' for credibility against obama before");
    which.coders[0].codings[1].aspect = "will";
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.coders.resize(2);
    which.coders[1].id = "second";
    which.coders[1].codings = {coding("trump-2017", "obama-2014")};
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

// Two statements of the focal period in one cluster, of which the second points to collapse.
Case case_with_two_directions() {
    Case which = small_case();
    which.items.push_back(item("trump-2018", "2018-06-12"));
    which.coders[0].codings.push_back(coding("trump-2018", "obama-2014"));
    which.coders[0].codings[1].direction = Direction::Collapse;
    for (Coding& each : which.coders[0].codings) each.cluster = "reaffirms";
    return which;
}

TEST(CheckCodings, one_cluster_of_a_factor_cannot_point_both_ways) {
    EXPECT_EQ(only_problem_of(case_with_two_directions()),
              "error: the cluster 'reaffirms' of credibility points to collapse here and to endurance with the item "
              "'trump-2017'; split the cluster, or correct one of the directions");
}

TEST(CheckCodings, a_cluster_may_point_elsewhere_under_another_factor_baseline_or_coder) {
    Case which = case_with_two_directions();
    which.coders[0].codings[1].factor = "society";
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which = case_with_two_directions();
    which.periods.push_back(period("bush", make_day(2001, 1, 20), make_day(2009, 1, 19), ""));
    which.periods.push_back(which.periods[1]);
    which.periods[3].id = "trump-against-bush";
    which.periods[3].baseline = "bush";
    which.coders[0].codings[1].baseline = "bush";
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which = case_with_two_directions();
    which.coders.resize(2);
    which.coders[1].id = "second";
    which.coders[1].codings = {which.coders[0].codings[1]};
    which.coders[0].codings.pop_back();
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckCodings, one_item_under_two_mirror_factors_is_pointed_out_once) {
    Case which = small_case();
    which.coders[0].codings.push_back(coding("trump-2017", "obama-2014"));
    which.coders[0].codings[1].factor = "reputation";
    EXPECT_ONLY_PROBLEM(which,
                        "warning: the item 'trump-2017' counts for credibility and for reputation, which mirror");
    which.coders[0].codings[1].factor = "society";
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckCodings, items_without_a_cluster_stand_alone) {
    Case which = case_with_two_directions();
    for (Coding& each : which.coders[0].codings) each.cluster.clear();
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.coders[0].codings[0].cluster = "trump-2018";  // a cluster that is called like the item
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckCodings, an_item_without_a_cluster_cannot_point_both_ways_under_one_factor) {
    Case which = small_case();
    which.coders[0].codings.push_back(coding("trump-2017", "obama-2014"));
    which.coders[0].codings[1].aspect = "will";
    which.coders[0].codings[1].direction = Direction::Collapse;
    for (Coding& each : which.coders[0].codings) each.cluster.clear();
    EXPECT_ONLY_PROBLEM(which, "error: the item 'trump-2017' points to collapse under credibility here");
}

}  // namespace entente::evidence
