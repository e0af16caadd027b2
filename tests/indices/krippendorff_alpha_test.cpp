#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "indices/agreement.hpp"
#include "indices/ratings.hpp"

namespace entente::indices {
namespace {

using testing::c_data;
using testing::from_table;
using testing::kMissing;
using testing::transposed;

constexpr Metric kMetrics[] = {Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio};

double alpha(const Ratings& ratings, Metric metric) {
    return krippendorff_alpha(ratings, metric).value.value_or(std::numeric_limits<double>::quiet_NaN());
}

// Krippendorff (2011), section C, prints .743, .815, .849 and .797.
TEST(KrippendorffAlpha, agrees_with_the_published_c_data) {
    EXPECT_NEAR(alpha(c_data(), Metric::Nominal), 0.7434, 0.00005);
    EXPECT_NEAR(alpha(c_data(), Metric::Ordinal), 0.8154, 0.00005);
    EXPECT_NEAR(alpha(c_data(), Metric::Interval), 0.8491, 0.00005);
    EXPECT_NEAR(alpha(c_data(), Metric::Ratio), 0.7974, 0.00005);
}

// Krippendorff (2011), section C: n = 40 pairable values; unit 12 has one value only.
TEST(KrippendorffAlpha, counts_pairable_values_and_units) {
    const auto agreement = krippendorff_alpha(c_data(), Metric::Nominal);
    EXPECT_EQ(agreement.pairable_values, 40);
    EXPECT_EQ(agreement.units, 11);
}

// The worked example of the article "Krippendorff's alpha" (Wikipedia): .691, .811, 26 pairable values.
TEST(KrippendorffAlpha, agrees_with_the_encyclopedia_example_of_three_coders) {
    const auto ratings = transposed({
        {kMissing, kMissing, kMissing, kMissing, kMissing, 3, 4, 1, 2, 1, 1, 3, 3, kMissing, 3},
        {1, kMissing, 2, 1, 3, 3, 4, 3, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing},
        {kMissing, kMissing, 2, 1, 3, 4, 4, kMissing, 2, 1, 1, 3, 3, kMissing, 4},
    });
    EXPECT_NEAR(alpha(ratings, Metric::Nominal), 0.6914, 0.00005);
    EXPECT_NEAR(alpha(ratings, Metric::Interval), 0.8108, 0.00005);
    EXPECT_EQ(krippendorff_alpha(ratings, Metric::Nominal).pairable_values, 26);
}

TEST(KrippendorffAlpha, is_one_for_perfect_agreement) {
    const Ratings ratings = {{1, 1, 1}, {2, 2, kMissing}, {5, 5, 5}};
    for (const auto metric : kMetrics) EXPECT_DOUBLE_EQ(alpha(ratings, metric), 1.0);
}

// D_o = 1 and D_e = 4 · 2 · 2 / (4 · 3) = 2/3 of one pair each way, by hand: 1 − 1 / (2/3) = −1/2.
TEST(KrippendorffAlpha, is_negative_where_coders_systematically_disagree) {
    EXPECT_NEAR(alpha({{0, 1}, {1, 0}}, Metric::Nominal), -0.5, 1e-12);
}

TEST(KrippendorffAlpha, does_not_depend_on_the_order_of_coders_or_units) {
    auto turned = c_data();
    for (auto& unit : turned) std::reverse(unit.begin(), unit.end());
    std::rotate(turned.begin(), turned.begin() + 5, turned.end());
    for (const auto metric : kMetrics) EXPECT_NEAR(alpha(turned, metric), alpha(c_data(), metric), 1e-12);
}

TEST(KrippendorffAlpha, of_nominal_values_does_not_depend_on_the_category_numbers) {
    auto renamed = c_data();
    for (auto& unit : renamed) {
        for (auto& value : unit) {
            if (value) value = 100 - 7 * *value;
        }
    }
    EXPECT_NEAR(alpha(renamed, Metric::Nominal), alpha(c_data(), Metric::Nominal), 1e-12);
}

TEST(KrippendorffAlpha, of_interval_values_does_not_depend_on_origin_and_scale) {
    auto moved = c_data();
    for (auto& unit : moved) {
        for (auto& value : unit) {
            if (value) value = 32 + 1.8 * *value;
        }
    }
    EXPECT_NEAR(alpha(moved, Metric::Interval), alpha(c_data(), Metric::Interval), 1e-12);
    EXPECT_GT(std::abs(alpha(moved, Metric::Ratio) - alpha(c_data(), Metric::Ratio)), 0.001);
}

// Scott's (1955) pi of this table is .39394 (computed by hand: p_o = .7, p_e = .55² + .45² = .505). With two coders
// and nothing missing, 1 − alpha = (1 − pi) (n − 1) / n with n = 100 values (Krippendorff 2011, section A).
TEST(KrippendorffAlpha, of_two_coders_is_scotts_pi_corrected_for_small_samples) {
    const double pi = (0.7 - 0.505) / (1 - 0.505);
    EXPECT_NEAR(alpha(from_table({{20, 5}, {10, 15}}), Metric::Nominal), 1 - (1 - pi) * 99 / 100, 1e-12);
}

TEST(KrippendorffAlpha, leaves_out_units_with_one_value) {
    auto ratings = c_data();
    ratings.push_back({kMissing, 9, kMissing, kMissing});
    for (const auto metric : kMetrics) EXPECT_DOUBLE_EQ(alpha(ratings, metric), alpha(c_data(), metric));
}

TEST(KrippendorffAlpha, is_undefined_without_variation) {
    const auto agreement = krippendorff_alpha({{1, 1}, {1, 1}, {1, 1}}, Metric::Nominal);
    EXPECT_FALSE(agreement.value);
    EXPECT_NE(agreement.why_not.find("all values are the same"), std::string::npos);
}

TEST(KrippendorffAlpha, is_undefined_for_one_unit_one_coder_or_nothing) {
    EXPECT_EQ(krippendorff_alpha({{1, 2}}, Metric::Nominal).why_not, "only one unit has values of two coders");
    EXPECT_EQ(krippendorff_alpha({{1}, {2}}, Metric::Nominal).why_not, "no unit has values of two coders");
    EXPECT_EQ(krippendorff_alpha({}, Metric::Nominal).why_not, "no unit has values of two coders");
    EXPECT_FALSE(krippendorff_alpha({{1, 2}}, Metric::Nominal).value);
}

TEST(KrippendorffAlpha, takes_no_negative_values_as_ratios) {
    const Ratings ratings = {{-1, 1}, {2, 2}};
    EXPECT_FALSE(krippendorff_alpha(ratings, Metric::Ratio).value);
    EXPECT_NE(krippendorff_alpha(ratings, Metric::Ratio).why_not.find("below zero"), std::string::npos);
    EXPECT_TRUE(krippendorff_alpha(ratings, Metric::Interval).value);
}

TEST(KrippendorffAlpha, lets_no_infinite_or_undefined_number_out) {
    constexpr double kHuge = std::numeric_limits<double>::max();
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(krippendorff_alpha({{kNan, 1}, {2, 2}}, Metric::Nominal).value);
    EXPECT_FALSE(krippendorff_alpha({{kHuge, 1}, {-kHuge, 2}}, Metric::Interval).value);
    EXPECT_FALSE(krippendorff_alpha({{kHuge, 1}, {-kHuge, 2}}, Metric::Interval).why_not.empty());
}

}  // namespace
}  // namespace entente::indices
