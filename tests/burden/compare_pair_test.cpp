#include <gtest/gtest.h>

#include "burden/fair_share.hpp"
#include "small_group.hpp"

namespace entente::burden {
namespace {

using testing::group_of;
using testing::Row;
using testing::some_rows;
using testing::theory_of;

// The group of fair_share_test.cpp, and its R code, with `c(sum(s[, 1] > s[, 3]), sum(s[, 3] > s[, 1]))`.
const std::vector<Row> kFive{{3.5, 1.0, 20}, {1.2, 0.2, 35}, {1.9, 2.5, 20}, {2.3, 1.0, 12}, {1.3, 0.0, 28}};

TEST(ComparePair, agrees_with_a_second_implementation) {
    const auto result = compare_pair(theory_of({2, 1, 1}), group_of(kFive), 1, 3, {});
    EXPECT_EQ(result.weightings, 66U);
    EXPECT_NEAR(result.first_more[0], 36 / 66.0, 1e-12);
    EXPECT_NEAR(result.second_more[0], 28 / 66.0, 1e-12);  // two ties
    EXPECT_NEAR(result.first_more[1], 35 / 66.0, 1e-12);
    EXPECT_NEAR(result.second_more[1], 30 / 66.0, 1e-12);
    EXPECT_NEAR(result.first_more[2], 35 / 66.0, 1e-12);
    EXPECT_NEAR(result.second_more[2], 30 / 66.0, 1e-12);
}

TEST(ComparePair, answers_for_each_measure_alone) {
    const auto result = compare_pair(theory_of({2, 1, 0}), group_of(kFive), 1, 3, {});
    ASSERT_EQ(result.answers.size(), 3U);  // with or without a weight
    EXPECT_EQ(result.answers[0].more, 1);
    EXPECT_EQ(result.answers[0].first, 3.5);
    EXPECT_EQ(result.answers[0].second, 1.9);
    EXPECT_EQ(result.answers[1].more, 3);
    EXPECT_EQ(result.answers[2].more, std::nullopt);
    EXPECT_TRUE(result.answers[2].known);
    EXPECT_EQ(result.measures, (std::vector<std::size_t>{0, 1}));
    EXPECT_FALSE(result.dominates);
}

TEST(ComparePair, gives_the_opposite_answer_the_other_way_round) {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const auto group = group_of(some_rows(seed, 8, 4));
        const auto theory = theory_of({1, 1, 1, 1});
        const auto one = compare_pair(theory, group, 2, 7, {});
        const auto other = compare_pair(theory, group, 7, 2, {});
        EXPECT_EQ(one.first_more, other.second_more);
        EXPECT_EQ(one.second_more, other.first_more);
    }
}

TEST(ComparePair, finds_one_that_carries_more_in_everything_ahead_under_every_weighting) {
    auto rows = some_rows(4, 8, 3);
    rows[5] = {50, 60, 70};
    rows[6] = {49, 12, 3};
    const auto result = compare_pair(theory_of({1, 1, 1}), group_of(rows), 6, 7, {});
    EXPECT_TRUE(result.dominates);
    EXPECT_EQ(result.first_more, (std::vector<double>{1, 1, 1}));
    EXPECT_EQ(result.second_more, (std::vector<double>{0, 0, 0}));
}

TEST(ComparePair, weighs_only_what_is_known_of_both) {
    const auto group = group_of({{1, 2, 3}, {2, std::nullopt, 1}, {5, 1, 2}});
    const auto result = compare_pair(theory_of({1, 1, 1}), group, 1, 2, {});
    EXPECT_EQ(result.measures, (std::vector<std::size_t>{0, 2}));
    EXPECT_FALSE(result.answers[1].known);
    EXPECT_EQ(result.answers[1].more, std::nullopt);
    EXPECT_EQ(result.weightings, 11U);
}

TEST(ComparePair, takes_less_of_a_measure_for_more_where_the_theory_says_so) {
    auto theory = theory_of({1});
    theory.measures[0].sense = evidence::BurdenSense::CarriesLess;
    const auto result = compare_pair(theory, group_of({{1}, {2}}), 1, 2, {});
    EXPECT_EQ(result.answers[0].more, 1);
    EXPECT_EQ(result.first_more, (std::vector<double>{1, 1, 1}));
    EXPECT_EQ(result.answers[0].first, 1);  // as it stands in the data
}

TEST(ComparePair, asks_no_measure_that_says_nothing_about_who_carries_more) {
    auto theory = theory_of({1, 1});
    theory.measures[1].sense = evidence::BurdenSense::Neither;
    EXPECT_EQ(compare_pair(theory, group_of({{1, 5}, {2, 4}}), 1, 2, {}).answers.size(), 1U);
}

TEST(ComparePair, says_why_there_is_no_answer) {
    const auto group = group_of({{1, 2}, {2, 1}});
    const auto theory = theory_of({1, 1});
    EXPECT_EQ(compare_pair(theory, group, 1, 9, {}).why_not, "state 9 is none of those compared");
    EXPECT_EQ(compare_pair(theory, group, 2, 2, {}).why_not, "a state is not compared with itself");
    EXPECT_EQ(compare_pair(theory_of({0, 0}), group, 1, 2, {}).why_not, "no measure with a weight is known of both");
}

}  // namespace
}  // namespace entente::burden
