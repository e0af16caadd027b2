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
    which.items.push_back(item("trump-2018", "2018-06-12"));
    which.coders[0].codings.push_back(coding("trump-2018", "trump-2017"));
    which.coders.resize(2);
    which.coders[1].id = "second";
    which.coders[1].codings = {coding("trump-2017", "trump-2018")};
    EXPECT_EQ(only_problem_of(which), "0 problems");
}

}  // namespace entente::evidence
