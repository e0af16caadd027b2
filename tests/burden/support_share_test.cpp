#include "burden/support_share.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace entente::burden {
namespace {

using evidence::SupportSide;
using Ids = std::vector<std::string>;

const SupportVariant& variant_of(const SupportShare& result, const Ids& counted) {
    return *std::find_if(result.variants.begin(), result.variants.end(),
                         [&](const SupportVariant& variant) { return variant.counted == counted; });
}

// CRS 94-515 (1994): the host pays 4.1 billion USD, the guest 1.3 without its military pay. 4.1 ÷ 5.4 = 75.9 %; with
// pay of 3 billion 4.1 ÷ 8.4 = 48.8 %.
TEST(SupportShare, depends_on_whether_the_guests_military_pay_is_counted) {
    const auto result = support_share(4.1, 1.3, {{"pay", SupportSide::Cost, 3}});
    ASSERT_EQ(result.variants.size(), 2U);
    EXPECT_NEAR(result.variants[0].share, 0.759, 0.0005);
    EXPECT_TRUE(result.variants[0].counted.empty());
    EXPECT_NEAR(result.variants[1].share, 0.488, 0.0005);
    EXPECT_EQ(result.least, result.variants[1].share);
    EXPECT_EQ(result.most, result.variants[0].share);
}

// 4.1 − 1.3 = 2.8: with so much more on the guest's side, 4.1 ÷ 8.2.
TEST(SupportShare, says_what_more_would_make_it_one_half) {
    EXPECT_NEAR(support_share(4.1, 1.3, {}).cost_for_half.value(), 2.8, 1e-12);
    EXPECT_FALSE(support_share(1.3, 4.1, {}).cost_for_half);
    EXPECT_FALSE(support_share(2, 2, {}).cost_for_half);
}

// Of three extras 2³ = 8 ways to count: with rents of .6 taken out of what the host pays, pay of 3 and foregone taxes
// of 1.
TEST(SupportShare, tries_every_way_to_count) {
    const auto result = support_share(
        4.1, 1.3, {{"rents", SupportSide::Paid, -0.6}, {"pay", SupportSide::Cost, 3}, {"taxes", SupportSide::Paid, 1}});
    EXPECT_EQ(result.variants.size(), 8U);
    EXPECT_NEAR(variant_of(result, {"rents"}).share, 3.5 / 4.8, 1e-12);
    EXPECT_NEAR(variant_of(result, {"rents", "pay"}).share, 3.5 / 7.8, 1e-12);
    EXPECT_NEAR(variant_of(result, {"rents", "pay", "taxes"}).share, 4.5 / 8.8, 1e-12);
    EXPECT_NEAR(result.least, 3.5 / 7.8, 1e-12);
    EXPECT_NEAR(result.most, 5.1 / 6.4, 1e-12);
}

TEST(SupportShare, leaves_out_a_way_to_count_that_makes_a_side_less_than_nothing) {
    const auto result = support_share(1, 1, {{"rents", SupportSide::Paid, -2}});
    ASSERT_EQ(result.variants.size(), 1U);
    EXPECT_EQ(result.least, 0.5);
}

// Twelve extras would make 4,096 variants: none, twelve, all on the host's side, all on the guest's.
TEST(SupportShare, tries_the_telling_ways_to_count_of_many_extras) {
    std::vector<CountedExtra> extras;
    for (int i = 0; i < 12; ++i) {
        extras.push_back({"extra-" + std::to_string(i), i < 6 ? SupportSide::Paid : SupportSide::Cost, 1});
    }
    const auto result = support_share(4, 4, extras);
    EXPECT_EQ(result.variants.size(), 15U);
    EXPECT_NEAR(result.most, 10 / 14.0, 1e-12);
    EXPECT_NEAR(result.least, 4 / 14.0, 1e-12);
}

TEST(SupportShare, is_nothing_of_nothing) {
    EXPECT_TRUE(support_share(0, 0, {}).variants.empty());
    EXPECT_TRUE(support_share(-1, 2, {}).variants.empty());
    EXPECT_EQ(support_share(0, 2, {}).most, 0);
}

}  // namespace
}  // namespace entente::burden
