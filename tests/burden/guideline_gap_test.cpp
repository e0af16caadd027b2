#include "burden/guideline_gap.hpp"

#include <gtest/gtest.h>

namespace entente::burden {
namespace {

const Reading kUnknown = Reading::missing(Reason::NoRow);

// Rows D12 to D14 of cases/us-japan: 44.5 of 4,937 billion USD is .901 %; 1 % of that is 49.37 billion; to 2 % (98.74
// billion) 54.24 billion are missing.
TEST(GuidelineGap, is_the_distance_to_the_guideline_in_percent_and_in_money) {
    const double share = 44.5 / 4937 * 100;
    const auto gap = guideline_gap(Reading::of(share), 2, Reading::of(4937), 100, 1);
    EXPECT_EQ(gap.compliance, Compliance::Below);
    EXPECT_NEAR(gap.difference, 0.901 - 2, 0.0005);
    EXPECT_NEAR(gap.money.value(), 54.24, 1e-9);
    EXPECT_FALSE(gap.rounding_would_pass);
    EXPECT_NEAR(guideline_gap(Reading::of(0), 1, Reading::of(4937), 100, 1).money.value(), 49.37, 1e-9);
}

TEST(GuidelineGap, is_judged_on_unrounded_numbers_and_says_where_rounding_would_pass) {
    const auto gap = guideline_gap(Reading::of(1.996), 2, kUnknown, 100, 1);  // printed as 2.0
    EXPECT_EQ(gap.compliance, Compliance::Below);
    EXPECT_TRUE(gap.rounding_would_pass);
    EXPECT_FALSE(guideline_gap(Reading::of(1.996), 2, kUnknown, 100, 3).rounding_would_pass);
    EXPECT_FALSE(guideline_gap(Reading::of(1.94), 2, kUnknown, 100, 1).rounding_would_pass);
}

// 1.95 is a little less than that as a double, and is printed as 1.9.
TEST(GuidelineGap, rounds_as_numbers_are_printed) {
    EXPECT_FALSE(guideline_gap(Reading::of(1.95), 2, kUnknown, 100, 1).rounding_would_pass);
}

TEST(GuidelineGap, is_met_by_a_value_that_misses_it_by_rounding_of_the_machine_alone) {
    const double two = 2.3 / 115 * 100;  // 1.9999999999999998
    ASSERT_LT(two, 2);
    EXPECT_EQ(guideline_gap(Reading::of(two), 2, kUnknown, 100, 1).compliance, Compliance::Meets);
    EXPECT_EQ(guideline_gap(Reading::of(2), 2, kUnknown, 100, 1).compliance, Compliance::Meets);
}

TEST(GuidelineGap, has_no_money_where_there_is_no_gap_or_no_base) {
    const auto above = guideline_gap(Reading::of(3), 2, Reading::of(100), 100, 1);
    EXPECT_EQ(above.compliance, Compliance::Meets);
    EXPECT_EQ(above.difference, 1);
    EXPECT_FALSE(above.money);
    EXPECT_FALSE(above.rounding_would_pass);
    EXPECT_FALSE(guideline_gap(Reading::of(1), 2, kUnknown, 100, 1).money);
}

TEST(GuidelineGap, is_not_judged_without_a_value) {
    const auto gap = guideline_gap(kUnknown, 2, Reading::of(100), 100, 1);
    EXPECT_EQ(gap.compliance, Compliance::CannotJudge);
    EXPECT_FALSE(gap.money);
}

// Ten years from 5 September 2014: 3,653 days; to 5 September 2019 1,826 of them, .49986. From 1.2 to 2 the straight
// line is at 1.59989 then.
const Day kMade = make_day(2014, 9, 5);
const Day kDeadline = make_day(2024, 9, 5);
const Day kHalfway = make_day(2019, 9, 5);

TEST(Progress, compares_the_share_of_the_way_with_that_of_the_time) {
    const auto ahead = progress(Reading::of(1.2), Reading::of(1.65), 2, kMade, kDeadline, kHalfway);
    EXPECT_TRUE(ahead.known);
    EXPECT_NEAR(ahead.share_of_way, 0.45 / 0.8, 1e-12);
    EXPECT_NEAR(ahead.share_of_time, 1826 / 3653.0, 1e-12);
    EXPECT_EQ(ahead.on_line, true);
    EXPECT_FALSE(ahead.met);
    EXPECT_EQ(progress(Reading::of(1.2), Reading::of(1.59), 2, kMade, kDeadline, kHalfway).on_line, false);
}

TEST(Progress, can_go_backwards_and_beyond) {
    EXPECT_LT(progress(Reading::of(1.2), Reading::of(1.1), 2, kMade, kDeadline, kHalfway).share_of_way, 0);
    const auto beyond = progress(Reading::of(1.2), Reading::of(2.4), 2, kMade, kDeadline, kHalfway);
    EXPECT_NEAR(beyond.share_of_way, 1.5, 1e-12);
    EXPECT_TRUE(beyond.met);
}

TEST(Progress, has_used_up_its_time_after_the_deadline) {
    const auto late = progress(Reading::of(1.2), Reading::of(1.9), 2, kMade, kDeadline, make_day(2026, 1, 1));
    EXPECT_EQ(late.share_of_time, 1);
    EXPECT_EQ(late.on_line, false);
}

TEST(Progress, has_no_line_without_a_deadline) {
    const auto open = progress(Reading::of(1.2), Reading::of(1.6), 2, kMade, std::nullopt, kHalfway);
    EXPECT_TRUE(open.known);
    EXPECT_FALSE(open.on_line);
    EXPECT_EQ(open.share_of_time, 0);
    EXPECT_NEAR(open.share_of_way, 0.5, 1e-12);
}

TEST(Progress, asks_who_met_it_already_only_to_stay_there) {
    const auto stayed = progress(Reading::of(2.5), Reading::of(2.1), 2, kMade, kDeadline, kHalfway);
    EXPECT_TRUE(stayed.met_already);
    EXPECT_EQ(stayed.share_of_way, 1);
    EXPECT_EQ(stayed.on_line, true);
    const auto fell = progress(Reading::of(2.5), Reading::of(1.9), 2, kMade, kDeadline, kHalfway);
    EXPECT_TRUE(fell.met_already);
    EXPECT_EQ(fell.share_of_way, 0);
    EXPECT_EQ(fell.on_line, false);
}

TEST(Progress, is_not_known_without_both_values_or_before_the_promise) {
    EXPECT_FALSE(progress(kUnknown, Reading::of(2.1), 2, kMade, kDeadline, kHalfway).known);
    EXPECT_TRUE(progress(kUnknown, Reading::of(2.1), 2, kMade, kDeadline, kHalfway).met);
    EXPECT_FALSE(progress(Reading::of(1), kUnknown, 2, kMade, kDeadline, kHalfway).known);
    EXPECT_FALSE(progress(Reading::of(1), Reading::of(1), 2, kMade, kDeadline, make_day(2013, 1, 1)).known);
}

}  // namespace
}  // namespace entente::burden
