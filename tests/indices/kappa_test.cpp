#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "indices/agreement.hpp"
#include "indices/ratings.hpp"

namespace entente::indices {
namespace {

using testing::fleiss_example;
using testing::from_table;
using testing::kMissing;

double cohen(const Ratings& ratings) {
    return cohen_kappa(ratings).value.value_or(std::numeric_limits<double>::quiet_NaN());
}

double fleiss(const Ratings& ratings) {
    return fleiss_kappa(ratings).value.value_or(std::numeric_limits<double>::quiet_NaN());
}

// The three worked tables of the article "Cohen's kappa" (Wikipedia): .40, .13, .26; p_o and p_e follow by hand
// from each table, e.g. (.70 − .50) / (1 − .50).
TEST(CohenKappa, agrees_with_worked_tables) {
    EXPECT_NEAR(cohen(from_table({{20, 5}, {10, 15}})), 0.4000, 0.00005);
    EXPECT_NEAR(cohen(from_table({{45, 15}, {25, 15}})), 0.1304, 0.00005);
    EXPECT_NEAR(cohen(from_table({{25, 35}, {5, 35}})), 0.2593, 0.00005);
}

// Two coders mark spans of a text of 1,000 characters, 0–99 and 50–149: p_o = .90, p_e = .01 + .81 = .82, so
// kappa = .08 / .18. A program that multiplies the two chance terms gets another number.
TEST(CohenKappa, adds_the_chance_of_both_categories) {
    EXPECT_NEAR(cohen(from_table({{850, 50}, {50, 50}})), 0.08 / 0.18, 1e-12);
}

TEST(CohenKappa, is_one_for_perfect_agreement) {
    EXPECT_DOUBLE_EQ(cohen(from_table({{7, 0}, {0, 3}})), 1.0);
}

// By hand: p_o = 0, p_e = .5.
TEST(CohenKappa, is_minus_one_where_two_coders_always_disagree) {
    EXPECT_DOUBLE_EQ(cohen(from_table({{0, 5}, {5, 0}})), -1.0);
}

TEST(CohenKappa, does_not_depend_on_the_order_of_coders_or_units) {
    auto turned = from_table({{45, 15}, {25, 15}});
    for (auto& unit : turned) std::reverse(unit.begin(), unit.end());
    std::reverse(turned.begin(), turned.end());
    EXPECT_NEAR(cohen(turned), cohen(from_table({{45, 15}, {25, 15}})), 1e-12);
}

TEST(CohenKappa, drops_units_that_one_coder_left_out) {
    auto ratings = from_table({{20, 5}, {10, 15}});
    ratings.push_back({0, kMissing});
    ratings.push_back({kMissing, 1});
    ratings.push_back({1});
    const auto agreement = cohen_kappa(ratings);
    EXPECT_NEAR(agreement.value.value_or(0), 0.4, 1e-12);
    EXPECT_EQ(agreement.units, 50);
    EXPECT_EQ(agreement.pairable_values, 100);
}

TEST(CohenKappa, is_undefined_without_variation) {
    const auto agreement = cohen_kappa(from_table({{9}}));
    EXPECT_FALSE(agreement.value);
    EXPECT_NE(agreement.why_not.find("one category"), std::string::npos);
}

TEST(CohenKappa, takes_two_coders) {
    EXPECT_EQ(cohen_kappa({{1, 1, 1}, {2, 2, 2}}).why_not, "Cohen's kappa takes two coders, not 3");
    EXPECT_EQ(cohen_kappa({{1}, {2}}).why_not, "no unit has values of two coders");
    EXPECT_EQ(cohen_kappa({{1, 2}}).why_not, "only one unit has values of two coders");
}

// Wikipedia, "Fleiss' kappa": P̄ = .378, P̄_e = .213, kappa = .210.
TEST(FleissKappa, agrees_with_the_example_of_fourteen_raters) {
    const auto agreement = fleiss_kappa(fleiss_example());
    EXPECT_NEAR(agreement.value.value_or(0), 0.2099, 0.00005);
    EXPECT_EQ(agreement.units, 10);
    EXPECT_EQ(agreement.pairable_values, 140);
}

TEST(FleissKappa, is_one_for_perfect_agreement) {
    EXPECT_DOUBLE_EQ(fleiss({{1, 1, 1}, {2, 2, 2}, {3, 3, 3}}), 1.0);
}

// With two raters Fleiss's kappa is Scott's (1955) pi: (.7 − .505) / (1 − .505).
TEST(FleissKappa, of_two_coders_is_scotts_pi) {
    EXPECT_NEAR(fleiss(from_table({{20, 5}, {10, 15}})), 0.195 / 0.495, 1e-12);
}

TEST(FleissKappa, does_not_depend_on_the_order_of_coders_or_units) {
    auto turned = fleiss_example();
    for (auto& unit : turned) std::reverse(unit.begin(), unit.end());
    std::reverse(turned.begin(), turned.end());
    EXPECT_NEAR(fleiss(turned), fleiss(fleiss_example()), 1e-12);
}

TEST(FleissKappa, drops_units_with_another_number_of_ratings) {
    auto ratings = fleiss_example();
    ratings.push_back({0, 1, 2});
    ratings.push_back({0});
    EXPECT_NEAR(fleiss(ratings), fleiss(fleiss_example()), 1e-12);
    EXPECT_EQ(fleiss_kappa(ratings).units, 10);
}

TEST(FleissKappa, prefers_the_larger_of_two_equally_common_numbers_of_ratings) {
    EXPECT_EQ(fleiss_kappa({{1, 1}, {1, 2}, {1, 1, 2}, {2, 2, 2}}).pairable_values, 6);
}

TEST(FleissKappa, is_undefined_without_variation_or_pairs) {
    EXPECT_NE(fleiss_kappa({{1, 1, 1}, {1, 1, 1}}).why_not.find("one category"), std::string::npos);
    EXPECT_EQ(fleiss_kappa({{1}, {kMissing, 2}}).why_not, "no unit has values of two coders");
    EXPECT_FALSE(fleiss_kappa({{1, 1, 1}, {1, 1, 1}}).value);
}

}  // namespace
}  // namespace entente::indices
