#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "outlook/base_rate.hpp"

namespace entente::outlook {
namespace {

// Counts from ATOP 4.01 (Leeds, Ritter, Mitchell and Long 2002), as in protocols/ledger-v1.toml.
evidence::OutlookRule atop_rule() {
    evidence::OutlookRule rule;
    rule.horizons_years = {5, 1, 10};
    rule.minimum_at_risk = 50;
    rule.interval = 0.95;
    rule.base_rates = {{"all alliances", 0, 745, 362, 160, 13254},
                       {"alliances of 40 years and more", 40, 55, 8, 3, 933},
                       {"alliances of 50 years and more", 50, 41, 6, 3, 492}};
    rule.hazard_ratios = {{"both members democracies", 0.27},
                          {"non-military cooperation in the treaty", 0.52},
                          {"a new outside alliance", 1.95},
                          {"capability changed by more than a tenth", 2.54}};
    return rule;
}

constexpr double kTenthOfAPercent = 0.0005;

// 3.5 events in 933 years: rate .00375. A Gamma of shape 3.5 is half a chi-square of 7 degrees of freedom, whose
// printed tables give 1.690 and 16.013 at 2.5% and 97.5%: rates .00091 and .00858.
TEST(BaseRateOutlook, gives_the_risk_of_violation_of_an_old_alliance) {
    const auto outlook = base_rate_outlook(atop_rule(), 58.5);
    ASSERT_EQ(outlook.horizons.size(), 3u);
    const auto& five_years = outlook.horizons[0];
    EXPECT_DOUBLE_EQ(five_years.years, 5);
    EXPECT_NEAR(five_years.violation.p, 0.019, kTenthOfAPercent);
    EXPECT_NEAR(five_years.violation.low, 0.005, kTenthOfAPercent);
    EXPECT_NEAR(five_years.violation.high, 0.042, kTenthOfAPercent);
    EXPECT_EQ(five_years.word, "almost no chance");
}

// 8.5 events in 933 years: rate .00911; chi-square of 17 degrees of freedom: 7.564 and 30.191, rates .00405 and .01618;
// 1 − exp(−5 · .01618) = .0777.
TEST(BaseRateOutlook, gives_the_risk_of_any_end_of_an_old_alliance) {
    const auto outlook = base_rate_outlook(atop_rule(), 58.5);
    ASSERT_EQ(outlook.horizons.size(), 3u);
    EXPECT_NEAR(outlook.horizons[0].any_end.p, 0.045, kTenthOfAPercent);
    EXPECT_NEAR(outlook.horizons[0].any_end.low, 0.020, kTenthOfAPercent);
    EXPECT_NEAR(outlook.horizons[0].any_end.high, 0.0777, kTenthOfAPercent);
    EXPECT_NEAR(outlook.horizons[2].any_end.p, 0.087, kTenthOfAPercent);
}

// −ln(1 − p) / 5 turns the risk of five years back into the rate: the bounds above, to their last digit.
TEST(BaseRateOutlook, rests_on_the_gamma_quantiles_of_the_rate) {
    const auto outlook = base_rate_outlook(atop_rule(), 58.5);
    ASSERT_FALSE(outlook.horizons.empty());
    const auto rate = [](double p) { return -std::log1p(-p) / 5; };
    EXPECT_NEAR(rate(outlook.horizons[0].violation.low), 0.00091, 0.000005);
    EXPECT_NEAR(rate(outlook.horizons[0].violation.high), 0.00858, 0.000005);
    EXPECT_NEAR(rate(outlook.horizons[0].any_end.low), 0.00405, 0.000005);
    EXPECT_NEAR(rate(outlook.horizons[0].any_end.high), 0.01618, 0.000005);
}

// 1 − exp(−.00375 · ratio · 5), by hand.
TEST(BaseRateOutlook, sweeps_the_hazard_ratios_on_violation) {
    const auto outlook = base_rate_outlook(atop_rule(), 58.5);
    ASSERT_FALSE(outlook.horizons.empty());
    const auto& sweep = outlook.horizons[0].sweep;
    ASSERT_EQ(sweep.size(), 4u);
    EXPECT_EQ(sweep[0].name, "both members democracies");
    EXPECT_NEAR(sweep[0].p, 0.005, kTenthOfAPercent);
    EXPECT_NEAR(sweep[1].p, 0.010, kTenthOfAPercent);
    EXPECT_NEAR(sweep[2].p, 0.036, kTenthOfAPercent);
    EXPECT_NEAR(sweep[3].p, 0.047, kTenthOfAPercent);
}

TEST(BaseRateOutlook, uses_the_oldest_band_reached_with_enough_alliances_at_risk) {
    EXPECT_EQ(base_rate_outlook(atop_rule(), 58.5).base_rate.name, "alliances of 40 years and more");
    EXPECT_EQ(base_rate_outlook(atop_rule(), 40.0).base_rate.name, "alliances of 40 years and more");
    EXPECT_EQ(base_rate_outlook(atop_rule(), 39.9).base_rate.name, "all alliances");

    auto less_strict = atop_rule();
    less_strict.minimum_at_risk = 41;
    EXPECT_EQ(base_rate_outlook(less_strict, 58.5).base_rate.name, "alliances of 50 years and more");
}

TEST(BaseRateOutlook, has_no_horizons_without_a_band_that_fits) {
    auto strict = atop_rule();
    strict.minimum_at_risk = 1000;
    EXPECT_TRUE(base_rate_outlook(strict, 58.5).horizons.empty());
    EXPECT_TRUE(base_rate_outlook(atop_rule(), -1).horizons.empty());

    auto without_years = atop_rule();
    for (auto& band : without_years.base_rates) band.alliance_years = 0;
    EXPECT_TRUE(base_rate_outlook(without_years, 58.5).horizons.empty());
}

TEST(BaseRateOutlook, gives_risks_that_grow_with_the_horizon_and_lie_in_their_interval) {
    auto rule = atop_rule();
    rule.horizons_years = {0.5, 1, 2, 5, 10, 20, 50};
    for (const double age : {0.0, 20.0, 60.0}) {
        const auto outlook = base_rate_outlook(rule, age);
        ASSERT_EQ(outlook.horizons.size(), rule.horizons_years.size());
        Risk earlier;
        for (const auto& horizon : outlook.horizons) {
            EXPECT_GT(horizon.violation.p, earlier.p);
            EXPECT_GT(horizon.violation.low, earlier.low);
            EXPECT_GT(horizon.violation.high, earlier.high);
            EXPECT_LT(horizon.violation.low, horizon.violation.p);
            EXPECT_LT(horizon.violation.p, horizon.violation.high);
            EXPECT_LT(horizon.violation.p, horizon.any_end.p);
            EXPECT_LT(horizon.any_end.high, 1);
            earlier = horizon.violation;
        }
    }
}

// Nothing seen is not nothing possible: Gamma(½, 933) has its mean at 1 / 1866.
TEST(BaseRateOutlook, leaves_some_risk_where_no_violation_was_seen) {
    auto rule = atop_rule();
    rule.base_rates = {{"none", 0, 100, 0, 0, 933}};
    const auto outlook = base_rate_outlook(rule, 10);
    ASSERT_FALSE(outlook.horizons.empty());
    EXPECT_NEAR(outlook.horizons[0].violation.p, 5.0 / 1866, 0.00001);
    EXPECT_GT(outlook.horizons[0].violation.low, 0);
}

// Intelligence Community Directive 203 (2 January 2015), D.6.e(2)(a): the ranges; the bounds belong to the upper word.
TEST(Icd203Word, follows_the_ranges_of_the_directive) {
    EXPECT_EQ(icd_203_word(0.01), "almost no chance");
    EXPECT_EQ(icd_203_word(0.049), "almost no chance");
    EXPECT_EQ(icd_203_word(0.05), "very unlikely");
    EXPECT_EQ(icd_203_word(0.20), "unlikely");
    EXPECT_EQ(icd_203_word(0.45), "roughly even chance");
    EXPECT_EQ(icd_203_word(0.50), "roughly even chance");
    EXPECT_EQ(icd_203_word(0.55), "likely");
    EXPECT_EQ(icd_203_word(0.80), "very likely");
    EXPECT_EQ(icd_203_word(0.95), "almost certain");
    EXPECT_EQ(icd_203_word(0.99), "almost certain");
}

TEST(Icd203Word, keeps_the_outer_words_beyond_the_ranges) {
    EXPECT_EQ(icd_203_word(0), "almost no chance");
    EXPECT_EQ(icd_203_word(1), "almost certain");
}

TEST(Icd203Word, takes_probabilities_only) {
    EXPECT_THROW((void)icd_203_word(1.5), Error);
    EXPECT_THROW((void)icd_203_word(-0.1), Error);
    EXPECT_THROW((void)icd_203_word(std::numeric_limits<double>::quiet_NaN()), Error);
}

// 1 − exp(−1.95 · rate · 5), as the sweep has it for `a new outside alliance`.
TEST(BaseRateOutlook, gives_the_same_risk_at_another_ratio_as_its_sweep) {
    const auto outlook = base_rate_outlook(atop_rule(), 58.5);
    const auto& horizon = outlook.horizons.at(0);
    EXPECT_NEAR(at_ratio(horizon.violation, 1.95).p, horizon.sweep.at(2).p, 1e-12);
    EXPECT_NEAR(at_ratio(horizon.violation, 1).low, horizon.violation.low, 1e-15);
    EXPECT_THROW(static_cast<void>(at_ratio(horizon.violation, 0)), Error);
}

}  // namespace
}  // namespace entente::outlook
