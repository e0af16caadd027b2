#include "evidence/coding.hpp"

#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(Coding, a_new_item_against_an_item_is_a_reversal_and_against_a_search_is_new) {
    Coding made = coding("a", "b");
    EXPECT_EQ(continuity_of(made), Continuity::Continued);
    made.novelty = Novelty::New;
    EXPECT_EQ(continuity_of(made), Continuity::Reversed);
    made.against.clear();
    made.searched = "White House releases of 2009–2016";
    EXPECT_EQ(continuity_of(made), Continuity::New);
}

TEST(Coder, has_read_what_was_coded_and_what_was_read_each_once) {
    Coder coder;
    coder.read = {"a", "b"};
    coder.codings = {coding("a", "x"), coding("c", "x"), coding("c", "y")};
    EXPECT_EQ(items_read(coder), 3);
}

TEST(Theory, a_factor_is_found_by_its_id) {
    const Theory theory = theories().front();
    ASSERT_NE(find_factor(theory, "reputation"), nullptr);
    EXPECT_EQ(find_factor(theory, "reputation")->ledger, Ledger::Endurance);
    EXPECT_EQ(find_factor(theory, "prestige"), nullptr);
}

}  // namespace entente::evidence
