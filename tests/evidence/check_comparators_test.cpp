#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(CheckComparators, a_coding_without_a_comparator_is_an_error) {
    Case which = small_case();
    which.coders[0].codings[0].against.clear();
    EXPECT_ONLY_PROBLEM(which, "error: the coding of 'trump-2017' has no comparator; name the item");
    which.coders[0].codings[0].searched = "White House releases of 2009–2016";
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckComparators, an_unknown_comparator_is_an_error) {
    Case which = small_case();
    which.coders[0].codings[0].against = "obama-2041";
    EXPECT_ONLY_PROBLEM(which, "error: the coding's comparator names the unknown item 'obama-2041'; did you mean");
}

TEST(CheckComparators, an_item_cannot_be_read_against_itself) {
    Case which = small_case();
    which.coders[0].codings[0].against = "trump-2017";
    EXPECT_ONLY_PROBLEM(which, "error: 'against' leads in a circle: trump-2017 → trump-2017; an item can only");
}

TEST(CheckComparators, an_item_cannot_be_read_against_a_later_one) {
    Case which = small_case();
    which.items.push_back(item("trump-2018", "2018-06-12"));
    which.coders[0].read.emplace_back("trump-2018");
    which.coders[0].codings[0].against = "trump-2018";
    EXPECT_ONLY_PROBLEM(which,
                        "error: the comparator 'trump-2018' (2018-06-12) is later than the item it is compared with, "
                        "'trump-2017' (2017-02-10); only an earlier one can be continued or broken");
}

TEST(CheckComparators, an_earlier_item_of_the_focal_period_is_a_comparator) {
    Case which = small_case();
    which.items.push_back(item("trump-2016", "2016-12-01"));
    which.coders[0].read.emplace_back("trump-2016");
    which.coders[0].codings[0].against = "trump-2016";
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckComparators, an_item_whose_dates_overlap_the_coded_one_or_could_not_be_read_is_not_later) {
    Case which = small_case();
    which.items.push_back(item("trump-february", "2017-02"));
    which.coders[0].read.emplace_back("trump-february");
    which.coders[0].codings[0].against = "trump-february";
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.items.back().date = *parse_date("2017-03");
    which.items.back().dated = false;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

TEST(CheckComparators, a_circle_over_time_is_reported_as_the_later_comparator_alone) {
    Case which = small_case();
    which.items.push_back(item("trump-2018", "2018-06-12"));
    which.coders[0].codings[0].against = "trump-2018";
    which.coders[0].codings.push_back(coding("trump-2018", "trump-2017"));
    EXPECT_ONLY_PROBLEM(which, "error: the comparator 'trump-2018' (2018-06-12) is later");
}

TEST(CheckComparators, a_comparator_that_could_not_be_read_is_not_missing) {
    Case which = small_case();
    which.coders[0].codings[0].against.clear();
    which.coders[0].codings[0].compared = false;
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

// Items item-0 … item-(size-1), each coded against the one before; the first against `first_against`.
Case chain(int size, const std::string& first_against) {
    Case which = small_case();
    which.coders[0].codings.clear();
    which.coders[0].read.emplace_back("trump-2017");
    for (int number = 0; number < size; ++number) {
        const std::string id = "item-" + std::to_string(number);
        which.items.push_back(item(id, "2017-02-10"));
        const std::string before = number == 0 ? first_against : "item-" + std::to_string(number - 1);
        which.coders[0].codings.push_back(coding(id, before));
    }
    return which;
}

TEST(CheckComparators, a_circle_is_reported_once_with_the_items_in_it) {
    EXPECT_ONLY_PROBLEM(chain(3, "item-2"), "error: 'against' leads in a circle: item-0 → item-2 → item-1 → item-0;");
}

TEST(CheckComparators, a_long_chain_is_no_circle_and_needs_no_recursion) {
    EXPECT_EQ(only_problem_of(chain(100'000, "obama-2014")), "0 problems");
}

TEST(CheckComparators, a_long_circle_is_shown_in_part) {
    EXPECT_ONLY_PROBLEM(chain(1'000, "item-999"),
                        "error: 'against' leads in a circle: item-0 → item-999 → item-998 → item-997 → "
                        "item-996 → item-995 → … → item-0;");
}

TEST(CheckComparators, two_coders_may_read_two_items_in_opposite_order) {
    Case which = small_case();
    // Two items of one year: neither is known to be the later one.
    which.items.push_back(item("trump-later-2017", "2017"));
    which.coders[0].codings.push_back(coding("trump-later-2017", "trump-2017"));
    which.coders.resize(2);
    which.coders[1].id = "second";
    which.coders[1].codings = {coding("trump-2017", "trump-later-2017")};
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

}  // namespace entente::evidence
