#include "burden/fair_share.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "small_group.hpp"

namespace entente::burden {
namespace {

using testing::group_of;
using testing::Row;
using testing::some_rows;
using testing::theory_of;

constexpr std::size_t kScalings = 3;

FairShare share_of(const std::vector<Row>& rows, const std::vector<double>& weights, FairShareOptions options = {}) {
    return fair_share(theory_of(weights), group_of(rows), options);
}

struct Expected {
    int best, worst;
    int above_median, first, last;  // of 66 weightings
    int under_weights;
    double score;
};

void expect_ranges(const FairShare& result, std::size_t scaling, const std::array<Expected, 5>& expected) {
    ASSERT_EQ(result.members.size(), expected.size());
    for (std::size_t member = 0; member < expected.size(); ++member) {
        const auto& range = result.members[member].ranges[scaling];
        const auto& wanted = expected[member];
        EXPECT_EQ(range.best, wanted.best);
        EXPECT_EQ(range.worst, wanted.worst);
        EXPECT_NEAR(range.above_median, wanted.above_median / 66.0, 1e-12);
        EXPECT_NEAR(range.first, wanted.first / 66.0, 1e-12);
        EXPECT_NEAR(range.last, wanted.last / 66.0, 1e-12);
        EXPECT_EQ(range.under_weights, wanted.under_weights);
        EXPECT_NEAR(range.score, wanted.score, 5e-7);
    }
}

// Five invented members. A second implementation, R 4.2.2:
//
//   x <- rbind(c(3.5, 1, 20), c(1.2, .2, 35), c(1.9, 2.5, 20), c(2.3, 1, 12), c(1.3, 0, 28))
//   g <- as.matrix(subset(expand.grid(0:10, 0:10, 0:10), Var1 + Var2 + Var3 == 10)) / 10        # 66 weightings
//   scale1 <- function(v, how) switch(how, ranks = (length(v) - rank(-v)) / (length(v) - 1),
//     range = (v - min(v)) / diff(range(v)), deviations = (v - mean(v)) / sd(v))
//   for (how in c("ranks", "range", "deviations")) {
//     z <- apply(x, 2, scale1, how); s <- round(g %*% t(z), 10); w <- z %*% (c(2, 1, 1) / 4)
//     r <- t(apply(-s, 1, rank, ties.method = "min")); rw <- rank(-round(w, 10), ties.method = "min")
//     print(data.frame(best = pmin(apply(r, 2, min), rw), worst = pmax(apply(r, 2, max), rw),
//       above = colSums(s > apply(s, 1, median)), first = colSums(r == 1), last = colSums(s == apply(s, 1, min)),
//       under = rw, score = w)) }
const std::vector<Row> kFive{{3.5, 1.0, 20}, {1.2, 0.2, 35}, {1.9, 2.5, 20}, {2.3, 1.0, 12}, {1.3, 0.0, 28}};

TEST(FairShare, agrees_with_a_second_implementation) {
    const auto result = share_of(kFive, {2, 1, 1});
    EXPECT_EQ(result.weightings, 66U);
    expect_ranges(result, 0,
                  {{{1, 4, 49, 30, 0, 1, 0.75},
                    {1, 5, 20, 14, 20, 4, 0.3125},
                    {1, 4, 36, 23, 0, 2, 0.59375},
                    {2, 5, 10, 0, 21, 3, 0.53125},
                    {2, 5, 9, 0, 30, 4, 0.3125}}});
    expect_ranges(result, 1,
                  {{{1, 4, 49, 28, 0, 1, 0.686957},
                    {1, 5, 25, 14, 5, 4, 0.27},
                    {1, 4, 42, 24, 0, 2, 0.48913},
                    {2, 5, 7, 0, 28, 3, 0.33913},
                    {2, 5, 8, 0, 33, 5, 0.195652}}});
    expect_ranges(result, 2,
                  {{{1, 4, 49, 27, 0, 1, 0.713319},
                    {1, 5, 25, 16, 5, 4, -0.296957},
                    {1, 4, 42, 23, 0, 2, 0.235789},
                    {2, 5, 7, 0, 28, 3, -0.158611},
                    {2, 5, 8, 0, 33, 5, -0.49354}}});
}

// An even number has no median member: the median is the mean of the middle two. 4 > 3 > 2 > 1 in both measures; the
// last two are below 2.5 and the first two above.
TEST(FairShare, takes_the_mean_of_the_middle_two_for_the_median_of_an_even_number) {
    const auto result = share_of({{4, 4}, {3, 3}, {2, 2}, {1, 1}}, {1, 1});
    EXPECT_EQ(result.members[1].ranges[1].above_median, 1);
    EXPECT_EQ(result.members[2].ranges[1].above_median, 0);
    // Where the middle two are equal, they are the median, and not above it.
    const auto equal = share_of({{4, 4}, {3, 3}, {3, 3}, {1, 1}}, {1, 1});
    EXPECT_EQ(equal.members[1].ranges[1].above_median, 0);
    EXPECT_EQ(equal.members[0].ranges[1].above_median, 1);
}

TEST(FairShare, contains_in_each_range_the_rank_under_the_given_weights_and_in_each_measure_alone) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        // Weights that are none of the steps.
        const auto result = share_of(some_rows(seed, 5 + seed % 7, 4), {0.03, 0.91, 0.171, 2.2});
        for (const auto& member : result.members) {
            ASSERT_EQ(member.ranges.size(), kScalings);
            for (const auto& range : member.ranges) {
                EXPECT_LE(range.best, range.under_weights);
                EXPECT_GE(range.worst, range.under_weights);
                for (const int rank : member.ranks) {
                    EXPECT_LE(range.best, rank);
                    EXPECT_GE(range.worst, rank);
                }
                EXPECT_GE(range.best, 1);
                EXPECT_LE(range.worst, static_cast<int>(result.members.size()));
            }
        }
    }
}

// With two measures in steps of 1 the grid is the two measures alone.
TEST(FairShare, ranks_as_the_measures_alone_where_the_grid_holds_nothing_else) {
    FairShareOptions options;
    options.step = 1;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto result = share_of(some_rows(seed, 9, 2), {1, 0.001}, options);
        EXPECT_EQ(result.weightings, 2U);
        for (const auto& member : result.members) {
            const auto [best, worst] = std::minmax(member.ranks[0], member.ranks[1]);
            EXPECT_EQ(member.ranges[1].best, std::min(best, member.ranges[1].under_weights));
            EXPECT_EQ(member.ranges[1].worst, std::max(worst, member.ranges[1].under_weights));
        }
    }
}

TEST(FairShare, has_a_member_that_carries_most_in_everything_first_under_every_weighting_and_scaling) {
    auto rows = some_rows(3, 12, 4);
    rows.push_back(Row(4, 101));
    rows.push_back(Row(4, -1));
    const auto result = share_of(rows, {1, 1, 1, 1});
    for (std::size_t scaling = 0; scaling < kScalings; ++scaling) {
        const auto& most = result.members[12].ranges[scaling];
        EXPECT_EQ(most.best, 1);
        EXPECT_EQ(most.worst, 1);
        EXPECT_EQ(most.first, 1);
        EXPECT_EQ(most.above_median, 1);
        EXPECT_EQ(most.last, 0);
        const auto& least = result.members[13].ranges[scaling];
        EXPECT_EQ(least.best, 14);
        EXPECT_EQ(least.last, 1);
    }
}

TEST(FairShare, changes_nothing_with_a_measure_that_all_share_alike) {
    const auto rows = some_rows(5, 10, 3);
    auto with_another = rows;
    for (auto& row : with_another) row.insert(row.begin() + 1, 7.3);
    const auto before = share_of(rows, {1, 2, 3});
    const auto after = share_of(with_another, {1, 5, 2, 3});
    EXPECT_EQ(after.measures, (std::vector<std::size_t>{0, 2, 3}));
    EXPECT_EQ(after.alike, std::vector<std::size_t>{1});
    EXPECT_EQ(after.weightings, before.weightings);
    for (std::size_t member = 0; member < rows.size(); ++member) {
        for (std::size_t scaling = 0; scaling < kScalings; ++scaling) {
            const auto& one = before.members[member].ranges[scaling];
            const auto& other = after.members[member].ranges[scaling];
            EXPECT_EQ(one.best, other.best);
            EXPECT_EQ(one.worst, other.worst);
            EXPECT_EQ(one.above_median, other.above_median);
            EXPECT_EQ(one.first, other.first);
            EXPECT_NEAR(one.score, other.score, 1e-12);
        }
    }
}

TEST(FairShare, does_not_depend_on_the_order_of_the_members) {
    auto rows = some_rows(7, 15, 4);
    const auto before = share_of(rows, {1, 1, 2, 1});
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937{9});
    std::vector<Row> shuffled;
    for (const auto place : order) shuffled.push_back(rows[place]);
    const auto after = share_of(shuffled, {1, 1, 2, 1});
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto& one = before.members[order[place]];
        const auto& other = after.members[place];
        EXPECT_EQ(one.ranks, other.ranks);
        for (std::size_t scaling = 0; scaling < kScalings; ++scaling) {
            EXPECT_EQ(one.ranges[scaling].best, other.ranges[scaling].best);
            EXPECT_EQ(one.ranges[scaling].worst, other.ranges[scaling].worst);
            EXPECT_EQ(one.ranges[scaling].above_median, other.ranges[scaling].above_median);
            EXPECT_EQ(one.ranges[scaling].first, other.ranges[scaling].first);
            EXPECT_EQ(one.ranges[scaling].last, other.ranges[scaling].last);
        }
    }
}

// Order alone counts among ranks: squares of numbers over 0 have the same order. Range and deviations do not change
// with the unit.
TEST(FairShare, depends_on_order_alone_among_ranks_and_on_no_unit_elsewhere) {
    auto rows = some_rows(11, 9, 3);
    const auto before = share_of(rows, {1, 1, 1});
    auto squared = rows;
    auto in_other_units = rows;
    for (std::size_t member = 0; member < rows.size(); ++member) {
        squared[member][0] = *rows[member][0] * *rows[member][0];
        in_other_units[member][0] = 1000 * *rows[member][0];
    }
    const auto after_squares = share_of(squared, {1, 1, 1});
    const auto after_units = share_of(in_other_units, {1, 1, 1});
    for (std::size_t member = 0; member < rows.size(); ++member) {
        EXPECT_EQ(before.members[member].ranges[0].above_median, after_squares.members[member].ranges[0].above_median);
        EXPECT_EQ(before.members[member].ranges[0].score, after_squares.members[member].ranges[0].score);
        for (std::size_t scaling = 0; scaling < kScalings; ++scaling) {
            EXPECT_NEAR(before.members[member].ranges[scaling].score, after_units.members[member].ranges[scaling].score,
                        1e-12);
        }
    }
}

TEST(FairShare, turns_a_measure_of_which_more_is_less_of_a_burden) {
    auto theory = theory_of({1, 1});
    theory.measures[0].sense = theory.measures[1].sense = evidence::BurdenSense::CarriesLess;
    const auto result = fair_share(theory, group_of({{1, 1}, {2, 2}, {3, 3}}), {});
    EXPECT_EQ(result.members[0].ranks, (std::vector<int>{1, 1}));
    EXPECT_EQ(result.members[0].ranges[0].worst, 1);
    EXPECT_EQ(result.members[2].ranges[0].best, 3);
}

TEST(FairShare, weighs_no_measure_that_says_nothing_about_who_carries_more) {
    auto theory = theory_of({1, 1, 1});
    theory.measures[1].sense = evidence::BurdenSense::Neither;
    const auto result = fair_share(theory, group_of({{1, 9, 1}, {2, 8, 2}, {3, 7, 3}}), {});
    EXPECT_EQ(result.measures, (std::vector<std::size_t>{0, 2}));
    EXPECT_TRUE(result.left_out.empty());
}

TEST(FairShare, leaves_out_a_measure_that_is_for_pairs_only) {
    auto theory = theory_of({1, 1, 1});
    theory.measures[0].pairs_only = true;
    const auto group = group_of({{9, 1, 2}, {std::nullopt, 2, 1}, {8, 3, 3}});
    const auto result = fair_share(theory, group, {});
    EXPECT_EQ(result.measures, (std::vector<std::size_t>{1, 2}));
    EXPECT_TRUE(result.left_out.empty());
    EXPECT_TRUE(result.unranked.empty());
    EXPECT_EQ(compare_pair(theory, group, 1, 3, {}).measures, (std::vector<std::size_t>{0, 1, 2}));
}

// Four of five have the second measure: 80 % is enough. Three of five have the third.
TEST(FairShare, admits_a_measure_that_enough_members_have_and_ranks_those_that_have_all) {
    const auto result = share_of(
        {{1, 5, 1, 3}, {2, std::nullopt, 2, 4}, {3, 3, 3, 2}, {4, 2, std::nullopt, 1}, {5, 1, std::nullopt, 5}},
        {1, 1, 1, 1});
    EXPECT_EQ(result.measures, (std::vector<std::size_t>{0, 1, 3}));
    EXPECT_EQ(result.left_out, std::vector<std::size_t>{2});
    ASSERT_EQ(result.unranked.size(), 1U);
    EXPECT_EQ(result.unranked[0].state, 2);
    EXPECT_EQ(result.unranked[0].lacks, std::vector<std::size_t>{1});
    EXPECT_EQ(result.members.size(), 4U);
}

TEST(FairShare, takes_the_users_weights_instead_of_the_theorys) {
    FairShareOptions options;
    options.weights = {0, 3, 1};
    const auto result = share_of({{1, 2, 9}, {2, 1, 8}, {3, 3, 7}}, {1, 1, 0}, options);
    EXPECT_EQ(result.measures, (std::vector<std::size_t>{1, 2}));
    // Range: (2 − 1) ÷ (3 − 1) = .5 and (9 − 7) ÷ (9 − 7) = 1; ¾ · .5 + ¼ · 1 = .625.
    EXPECT_NEAR(result.members[0].ranges[1].score, 0.625, 1e-12);
}

TEST(FairShare, counts_numbers_that_differ_by_rounding_alone_as_equal) {
    const double three_tenths = 0.1 + 0.2;  // 0.30000000000000004
    const auto result = share_of({{0.3, 1}, {three_tenths, 1}, {0.1, 2}}, {1, 1});
    EXPECT_EQ(result.members[0].ranks, (std::vector<int>{1, 2}));
    EXPECT_EQ(result.members[1].ranks, (std::vector<int>{1, 2}));
    for (std::size_t scaling = 0; scaling < kScalings; ++scaling) {
        EXPECT_EQ(result.members[0].ranges[scaling].score, result.members[1].ranges[scaling].score);
    }
}

TEST(FairShare, says_why_nobody_is_ranked) {
    EXPECT_EQ(share_of({{1, 2}}, {1, 1}).why_not, "1 of 1 members have all 2 measures that entered: two are needed");
    const std::string too_few_measures =
        "1 of the measures with a weight is known of enough members and not the same for all of them: two are needed";
    EXPECT_EQ(share_of({{1, 2}, {2, 2}, {3, 2}}, {1, 1}).why_not, too_few_measures);
    EXPECT_EQ(share_of({{1, 2}, {2, 1}, {3, 3}}, {1, 0}).why_not, too_few_measures);
    EXPECT_EQ(share_of({{1, 2}, {2, 1}}, {1, 1}).why_not, "two members: see how the two compare");
    EXPECT_TRUE(share_of({}, {1, 1}).members.empty());
    EXPECT_FALSE(share_of({}, {1, 1}).why_not.empty());
}

// C(10 + 11, 11) = 352,716 weightings of twelve measures; of eleven C(20, 10) = 184,756.
TEST(FairShare, does_not_try_more_weightings_than_it_can) {
    const std::vector<double> twelve(12, 1);
    const auto refused = share_of(some_rows(2, 3, 12), twelve);
    EXPECT_EQ(refused.why_not, "12 measures in steps of 0.1 make more than 200000 weightings: take a larger step");
    EXPECT_EQ(refused.weightings, 0U);
    EXPECT_TRUE(refused.members.empty());
    FairShareOptions options;
    options.step = 0.2;  // C(16, 5) = 4,368
    EXPECT_EQ(share_of(some_rows(2, 3, 12), twelve, options).weightings, 4368U);
}

}  // namespace
}  // namespace entente::burden
