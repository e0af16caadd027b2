// How burdens are put into words.
#include <gtest/gtest.h>

#include "burden_text.hpp"
#include "reports/burden_words.hpp"

namespace entente::reports {

TEST(BurdenWords, have_the_decimals_of_their_measure_and_a_sign_of_print) {
    EXPECT_EQ(with_decimals(0.904, 2), "0.90");
    EXPECT_EQ(with_decimals(1234567.4, 0), "1,234,567");
    EXPECT_EQ(with_decimals(-1.096, 2), "−1.10");
    EXPECT_EQ(with_decimals(-0.0001, 2), "0.00");
}

TEST(BurdenWords, say_large_sums_in_billions) {
    EXPECT_EQ(money_words(54240, "million USD"), "54.2 billion USD");
    EXPECT_EQ(money_words(412.4, "million USD"), "412 million USD");
    EXPECT_EQ(money_words(12.5, "million USD"), "12.5 million USD");
    EXPECT_EQ(money_words(1234567, "million USD"), "1,235 billion USD");
}

TEST(BurdenWords, give_the_shares_of_the_three_scalings_as_a_range) {
    EXPECT_EQ(share_range({0.31, 0.28, 0.3}), "28–31%");
    EXPECT_EQ(share_range({0.5, 0.5, 0.5}), "50%");
    EXPECT_EQ(share_range({0.001, 0.2, 0.1}), "<1%–20%");
}

TEST(BurdenWords, keep_names_with_commas_apart) {
    EXPECT_EQ(listed({"spending, share of output", "aid"}, 3), "spending, share of output; and aid");
}

TEST(BurdenWords, say_a_p_without_a_leading_zero) {
    EXPECT_EQ(p_words(0.0123), ".012");
    EXPECT_EQ(p_words(0.0001), "<.001");
    EXPECT_EQ(p_words(1), "1.000");
}

TEST(BurdenWords, list_names_as_a_sentence_does) {
    EXPECT_EQ(listed({"A"}, 3), "A");
    EXPECT_EQ(listed({"A", "B", "C"}, 3), "A, B and C");
    EXPECT_EQ(listed({"A", "B", "C", "D"}, 2), "A, B and 2 more");
    EXPECT_EQ(listed({}, 2), "nobody");
}

TEST(BurdenWords, leave_out_the_rows_that_a_note_names) {
    EXPECT_EQ(without_rows("The case cannot say (T082, T087). Or can it (one)?"),
              "The case cannot say. Or can it (one)?");
    EXPECT_EQ(without_rows("Open ("), "Open (");
}

TEST(BurdenWords, read_a_ratio_as_its_unit_says) {
    auto measure = small_measure("ratio", "in proportion", "in prop.", "ratio, 1 = in proportion");
    measure.decimals = 2;
    EXPECT_EQ(against_words(0.42, 0.53, measure), "0.42 against 0.53; 1 = in proportion");
}

}  // namespace entente::reports
