#include "assessment/verdict.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "assessment/ledger_v1.hpp"

namespace entente::assessment {
namespace {

const evidence::VerdictRule kRule = testing::ledger_v1().verdict;

Judgement factor(Finding finding, Probabilities posterior, int magnitude) {
    Judgement judgement;
    judgement.finding = finding;
    judgement.posterior = posterior;
    judgement.magnitude = magnitude;
    return judgement;
}

Judgement weakened(int magnitude) {
    return factor(Finding::Weakened, {0.9, 0.09, 0.01}, magnitude);
}
Judgement strengthened(int magnitude) {
    return factor(Finding::Strengthened, {0.01, 0.09, 0.9}, magnitude);
}
Judgement unchanged() {
    return factor(Finding::Unchanged, {0.05, 0.9, 0.05}, 1);
}

// Every combination of three outcomes per factor, counted one by one.
Probabilities by_enumeration(const std::vector<Judgement>& factors) {
    Probabilities net;
    const auto combinations = static_cast<int>(std::pow(3, factors.size()));
    for (int combination = 0; combination < combinations; ++combination) {
        double chance = 1;
        int sum = 0;
        for (int rest = combination, i = 0; i < static_cast<int>(factors.size()); ++i, rest /= 3) {
            const auto& one = factors[static_cast<std::size_t>(i)];
            const double chances[]{one.posterior.weakened, one.posterior.unchanged, one.posterior.strengthened};
            chance *= chances[rest % 3];
            sum += (rest % 3 - 1) * one.magnitude;
        }
        (sum < 0 ? net.weakened : sum > 0 ? net.strengthened : net.unchanged) += chance;
    }
    return net;
}

TEST(Verdict, the_net_change_is_the_exact_distribution) {
    const std::vector<Judgement> factors{weakened(3),
                                         strengthened(2),
                                         unchanged(),
                                         weakened(1),
                                         factor(Finding::Contested, {0.4, 0.2, 0.4}, 3),
                                         factor(Finding::Unchanged, {0.2, 0.6, 0.2}, 2)};
    const auto exact = by_enumeration(factors);
    const auto net = net_change(factors);
    EXPECT_NEAR(net.weakened, exact.weakened, 1e-12);
    EXPECT_NEAR(net.unchanged, exact.unchanged, 1e-12);
    EXPECT_NEAR(net.strengthened, exact.strengthened, 1e-12);
    EXPECT_NEAR(net.weakened + net.unchanged + net.strengthened, 1, 1e-12);
}

TEST(Verdict, factors_that_are_not_assessed_do_not_count) {
    std::vector<Judgement> factors{weakened(2), unchanged()};
    const auto before = net_change(factors);
    factors.push_back(factor(Finding::NotAssessed, {0.2, 0.6, 0.2}, 0));
    EXPECT_EQ(net_change(factors).weakened, before.weakened);
    EXPECT_EQ(net_change_without_evidence(factors, {0.2, 0.6, 0.2}).unchanged,
              net_change_without_evidence(std::span(factors).first(2), {0.2, 0.6, 0.2}).unchanged);
}

TEST(Verdict, nothing_assessed_is_not_unchanged) {
    const std::vector<Judgement> factors{factor(Finding::NotAssessed, {0.2, 0.6, 0.2}, 0)};
    EXPECT_EQ(rule_on(factors, kRule).direction, VerdictDirection::NotAssessed);
    EXPECT_EQ(rule_on({}, kRule).direction, VerdictDirection::NotAssessed);
}

Size size_of(const std::vector<Judgement>& factors) {
    return rule_on(factors, kRule).size;
}

TEST(Verdict, the_size_follows_the_largest_magnitude_and_the_number_found) {
    EXPECT_EQ(size_of({weakened(1)}), Size::Slightly);
    EXPECT_EQ(size_of({weakened(1), weakened(1), weakened(1), weakened(1)}), Size::Slightly);
    EXPECT_EQ(size_of({weakened(2), weakened(1), weakened(1)}), Size::Slightly);
    EXPECT_EQ(size_of({weakened(2), weakened(1), weakened(1), weakened(1)}), Size::Moderately);
    EXPECT_EQ(size_of({weakened(3), weakened(1)}), Size::Moderately);
    EXPECT_EQ(size_of({strengthened(3), strengthened(1), strengthened(1)}), Size::Clearly);
}

TEST(Verdict, only_leaning_factors_make_a_leaning_verdict) {
    const auto leaning = factor(Finding::LeaningWeakened, {0.5, 0.45, 0.05}, 3);
    const auto ruling = rule_on(std::vector{leaning, unchanged()}, kRule);
    EXPECT_EQ(ruling.direction, VerdictDirection::Weakened);
    EXPECT_EQ(ruling.size, Size::Leaning);
}

TEST(Verdict, no_verdict_rests_on_probability_alone) {
    const auto almost = factor(Finding::Unchanged, {0.34, 0.65, 0.01}, 1);
    const auto ruling = rule_on(std::vector{almost, almost, almost}, kRule);
    EXPECT_GT(ruling.probability.weakened, 0.45);
    EXPECT_EQ(ruling.direction, VerdictDirection::Unchanged);
}

TEST(Verdict, a_side_must_clearly_outweigh_the_other) {
    const auto close = factor(Finding::Weakened, {0.56, 0, 0.44}, 1);
    EXPECT_EQ(rule_on(std::vector{close}, kRule).direction, VerdictDirection::Unchanged);
}

TEST(Verdict, found_on_both_sides_or_contested_is_mixed) {
    EXPECT_EQ(rule_on(std::vector{weakened(1), strengthened(1)}, kRule).direction, VerdictDirection::Mixed);
    const auto contested = factor(Finding::Contested, {0.4, 0.2, 0.4}, 1);
    EXPECT_EQ(rule_on(std::vector{contested, unchanged()}, kRule).direction, VerdictDirection::Mixed);
    EXPECT_EQ(rule_on(std::vector{unchanged(), unchanged()}, kRule).direction, VerdictDirection::Unchanged);
}

TEST(Verdict, a_heavier_side_wins_over_a_lighter_one) {
    EXPECT_EQ(rule_on(std::vector{weakened(3), strengthened(1)}, kRule).direction, VerdictDirection::Weakened);
}

}  // namespace
}  // namespace entente::assessment
