#include <limits>

#include <gtest/gtest.h>

#include "indices/measures.hpp"

namespace entente::indices {
namespace {

using namespace testing;

// Sources: T… and S… are statements in the two documents of cases/us-japan (the `rows` there); the D… rows are
// numbers that follow from them and were computed by hand.

// T036: Pew, Japanese confidence in the US president 78% (2016), 24% (2017). T037: favourable view 72%, 57%. Samples
// of 1,000 are an assumption.
TEST(TwoProportionZ, gives_the_falls_of_confidence_and_favourability_d02_d03) {
    EXPECT_DOUBLE_EQ(value_of("difference", numbers({78, 24}, "percent")), -54);
    EXPECT_NEAR(value_of("two-proportion-z", {poll(78, 1000), poll(24, 1000)}), -24.2, 0.05);
    EXPECT_DOUBLE_EQ(value_of("difference", numbers({72, 57}, "percent")), -15);
    EXPECT_NEAR(value_of("two-proportion-z", {poll(72, 1000), poll(57, 1000)}), -7.0, 0.05);
}

TEST(TwoProportionZ, takes_stated_sample_sizes_instead_of_the_polls_own) {
    const auto percents = numbers({72, 57}, "percent");
    EXPECT_DOUBLE_EQ(value_of("two-proportion-z", both(percents, numbers({1000, 1000}))),
                     value_of("two-proportion-z", {poll(72, 1000), poll(57, 1000)}));
}

TEST(TwoProportionZ, changes_sign_with_the_order) {
    EXPECT_DOUBLE_EQ(value_of("two-proportion-z", {poll(24, 800), poll(78, 1200)}),
                     -value_of("two-proportion-z", {poll(78, 1200), poll(24, 800)}));
}

TEST(TwoProportionZ, says_what_is_missing) {
    EXPECT_NE(why_not("two-proportion-z", numbers({78, 24}, "percent")).find("sample size"), std::string::npos);
    EXPECT_NE(why_not("two-proportion-z", {poll(178, 1000), poll(24, 1000)}).find("between 0 and 100"),
              std::string::npos);
    EXPECT_NE(why_not("two-proportion-z", {poll(100, 1000), poll(100, 1000)}).find("no sampling variation"),
              std::string::npos);
    EXPECT_NE(why_not("two-proportion-z", {poll(78, 1000)}).find("takes two polls"), std::string::npos);
}

// T038: Genron 2017, trust in the US as ally decreased 50.8%, increased 2%.
TEST(NumberMeasures, give_the_net_trust_d04) {
    EXPECT_NEAR(value_of("difference", numbers({50.8, 2}, "percent")), -48.8, 1e-9);
}

// T036, T037: the president fell by 54 points, the country by 15.
TEST(NumberMeasures, give_the_ratio_of_two_falls_d05) {
    EXPECT_NEAR(value_of("ratio-of-differences", numbers({78, 24, 72, 57}, "percent")), 3.6, 1e-12);
    EXPECT_NEAR(value_of("ratio", numbers({54, 15}, "points")), 3.6, 1e-12);
}

// T056: European Reassurance Initiative, 3.4 to 4.7 billion USD.
TEST(NumberMeasures, give_the_change_of_a_budget_d06) {
    EXPECT_NEAR(value_of("difference", numbers({3.4, 4.7}, "billion USD")), 1.3, 1e-9);
    EXPECT_NEAR(value_of("percent-change", numbers({3.4, 4.7}, "billion USD")), 38.2, 0.05);
}

// T064: US stationing costs offset in 2003 by UK, Italy, Germany, Belgium, Turkey; Japan 74.5.
TEST(NumberMeasures, describe_the_five_nato_hosts_d07_d08) {
    const auto nato = numbers({27.1, 41, 32.6, 24, 54.2}, "percent");
    EXPECT_NEAR(value_of("mean", nato), 35.78, 1e-9);
    EXPECT_DOUBLE_EQ(value_of("median", nato), 32.6);
    EXPECT_DOUBLE_EQ(value_of("minimum", nato), 24);
    EXPECT_DOUBLE_EQ(value_of("maximum", nato), 54.2);
    EXPECT_DOUBLE_EQ(value_of("count-within", both(nato, numbers({30, 40}))), 1);

    const auto japan_and_nato = both(numbers({74.5}, "percent"), nato);
    EXPECT_NEAR(value_of("difference-from-mean", japan_and_nato), 38.72, 1e-9);
    EXPECT_NEAR(value_of("ratio-to-mean", japan_and_nato), 2.08, 0.005);
}

// T065: 587.5 billion yen, about 5 billion dollars. T066: 204.1 billion yen outside the ministry's budget.
TEST(NumberMeasures, give_the_implied_rate_the_total_and_the_part_outside_d09_d10_d11) {
    EXPECT_DOUBLE_EQ(value_of("implied-rate", {number(587.5, "billion JPY"), number(5, "billion USD")}), 117.5);
    EXPECT_NEAR(value_of("sum", numbers({587.5, 204.1}, "billion JPY")), 791.6, 1e-9);
    EXPECT_NEAR(value_of("percent-of-total", numbers({204.1, 587.5}, "billion JPY")), 25.8, 0.05);
}

// S100, S102: defence 44.5, GDP 4,937 billion USD; T043: the NATO guideline of 2%.
TEST(NumberMeasures, give_the_burden_of_defence_d12_d13_d14) {
    EXPECT_NEAR(value_of("percent-of", numbers({44.5, 4937}, "billion USD")), 0.901, 0.0005);
    EXPECT_NEAR(value_of("amount-of-percent", {number(1, "percent"), number(4937, "billion USD")}), 49.37, 1e-9);
    EXPECT_NEAR(value_of("gap-to-percent", both(numbers({2}, "percent"), numbers({4937, 44.5}, "billion USD"))), 54.24,
                1e-9);
}

// S067: +6.5%; S131: 70% more.
TEST(NumberMeasures, give_an_index_after_a_change_d15_d16) {
    EXPECT_DOUBLE_EQ(value_of("index-after-change", numbers({6.5}, "percent")), 106.5);
    EXPECT_DOUBLE_EQ(value_of("index-after-change", numbers({70}, "percent")), 170);
}

// S175: about half of the personnel, a quarter of the facilities. S077: two (or three) of four concerns of 1993.
TEST(NumberMeasures, give_a_concentration_and_a_share_d22_d23) {
    EXPECT_DOUBLE_EQ(value_of("ratio", numbers({0.50, 0.25}, "share")), 2);
    EXPECT_DOUBLE_EQ(value_of("share", numbers({2, 4})), 0.5);
    EXPECT_DOUBLE_EQ(value_of("share", numbers({3, 4})), 0.75);
}

// S101: 25 trillion yen in five years.
TEST(NumberMeasures, give_an_average_per_year_d30) {
    EXPECT_DOUBLE_EQ(value_of("average-per", {number(25, "trillion JPY"), number(5, "years")}), 5.0);
}

TEST(NumberMeasures, take_the_mean_of_the_two_middle_numbers_as_median) {
    EXPECT_DOUBLE_EQ(value_of("median", numbers({4, 1, 3, 2})), 2.5);
}

TEST(NumberMeasures, refuse_to_add_or_compare_different_units) {
    const InputList mixed = {number(587.5, "billion JPY"), number(5, "billion USD")};
    for (const auto* measure : {"sum", "difference", "percent-change", "ratio", "percent-of", "mean", "median",
                                "minimum", "maximum", "difference-from-mean", "ratio-to-mean"}) {
        EXPECT_EQ(why_not(measure, mixed), "the units differ: billion JPY and billion USD") << measure;
    }
    EXPECT_FALSE(
        why_not("gap-to-percent", {number(2, "percent"), number(1, "billion JPY"), number(1, "billion USD")}).empty());
}

TEST(NumberMeasures, let_a_number_without_a_unit_take_that_of_the_others) {
    EXPECT_DOUBLE_EQ(value_of("sum", {number(1, "ships"), number(2), number(3, "ships")}), 6);
}

TEST(NumberMeasures, refuse_to_divide_by_zero) {
    EXPECT_EQ(why_not("ratio", numbers({1, 0})), "division by zero");
    EXPECT_EQ(why_not("share", numbers({0, 0})), "division by zero");
    EXPECT_EQ(why_not("implied-rate", numbers({1, 0})), "division by zero");
    EXPECT_EQ(why_not("ratio-of-differences", numbers({1, 2, 3, 3})), "division by zero");
    EXPECT_EQ(why_not("ratio-to-mean", numbers({1, -2, 2})), "division by zero");
}

TEST(NumberMeasures, refuse_percentages_of_a_base_that_is_not_above_zero) {
    EXPECT_NE(why_not("percent-change", numbers({0, 5})).find("above zero"), std::string::npos);
    EXPECT_NE(why_not("percent-change", numbers({-4, 5})).find("above zero"), std::string::npos);
    EXPECT_NE(why_not("percent-of", numbers({1, 0})).find("above zero"), std::string::npos);
    EXPECT_FALSE(why_not("percent-of-total", numbers({3, -1})).empty());
}

TEST(NumberMeasures, refuse_a_part_greater_than_the_whole) {
    EXPECT_FALSE(why_not("share", numbers({5, 4})).empty());
    EXPECT_FALSE(why_not("share", numbers({-1, 4})).empty());
}

TEST(NumberMeasures, say_how_many_inputs_they_take_and_which_is_no_number) {
    EXPECT_EQ(why_not("difference", numbers({1})), "takes 2 inputs, got 1");
    EXPECT_EQ(why_not("value", numbers({1, 2})), "takes 1 input, got 2");
    EXPECT_EQ(why_not("mean", {}), "takes at least 1 input, got 0");
    EXPECT_EQ(why_not("gap-to-percent", numbers({1, 2})), "takes 3 inputs, got 2");
    EXPECT_EQ(why_not("difference", {number(1), date("2017-02-10")}), "input 2 is no number");
}

TEST(NumberMeasures, let_no_infinite_number_in_or_out) {
    constexpr double kHuge = std::numeric_limits<double>::max();
    EXPECT_EQ(why_not("sum", numbers({kHuge, kHuge})), "the result is not a finite number");
    EXPECT_EQ(why_not("value", numbers({std::numeric_limits<double>::quiet_NaN()})), "input 1 is not a finite number");
}

}  // namespace
}  // namespace entente::indices
