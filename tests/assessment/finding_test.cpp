#include "assessment/finding.hpp"

#include <gtest/gtest.h>

#include "assessment/ledger_v1.hpp"

namespace entente::assessment {
namespace {

const evidence::Protocol kProtocol = testing::ledger_v1();

Judgement judged(double weakened, double strengthened, int weakening = 0, int strengthening = 0) {
    return judge({.pull = {weakened, strengthened}, .items = 1, .weakening = weakening, .strengthening = strengthening},
                 kProtocol);
}

// 3 → .6661, 6 → .7992, 10 → .9091, 20 → .9901, 30 → .9990: Good (1950); checked for this program.
TEST(Finding, decibels_from_even_odds_give_the_known_probabilities) {
    const evidence::Prior even{0.5, 0.5, 0};
    const std::pair<double, double> known[]{{3, 0.6661}, {6, 0.7992}, {10, 0.9091}, {20, 0.9901}, {30, 0.9990}};
    for (const auto& [decibels, probability] : known) {
        EXPECT_NEAR(posterior(even, {decibels, 0}).weakened, probability, 0.5e-4) << decibels;
    }
}

TEST(Finding, without_items_the_prior_stands_and_nothing_is_assessed) {
    const auto judgement = judge({}, kProtocol);
    EXPECT_EQ(judgement.finding, Finding::NotAssessed);
    EXPECT_EQ(judgement.posterior.unchanged, 0.6);
    EXPECT_EQ(judgement.magnitude, 0);
}

TEST(Finding, thresholds_decide_at_or_above) {
    const auto& rule = kProtocol.finding;
    EXPECT_EQ(finding_of({0.55, 0.45, 0}, rule), Finding::Weakened);
    EXPECT_EQ(finding_of({0, 0.45, 0.55}, rule), Finding::Strengthened);
    EXPECT_EQ(finding_of({0.35, 0.60, 0.05}, rule), Finding::LeaningWeakened);
    EXPECT_EQ(finding_of({0.05, 0.60, 0.35}, rule), Finding::LeaningStrengthened);
    EXPECT_EQ(finding_of({0.34, 0.61, 0.05}, rule), Finding::Unchanged);
    EXPECT_EQ(finding_of({0.40, 0.46, 0.14}, rule), Finding::Unchanged);  // not more than three times the opposite
    EXPECT_EQ(finding_of({0.40, 0.44, 0.16}, rule), Finding::Contested);
}

TEST(Finding, probabilities_sum_to_one) {
    for (const double weakened : {-40.0, -3.0, 0.0, 2.5, 40.0}) {
        for (const double strengthened : {-40.0, 0.0, 7.0, 40.0}) {
            const auto p = judged(weakened, strengthened).posterior;
            EXPECT_NEAR(p.weakened + p.unchanged + p.strengthened, 1, 1e-12);
        }
    }
}

TEST(Finding, each_side_is_capped) {
    const auto judgement = judged(40, -40);
    EXPECT_EQ(judgement.pull.weakened, 15);
    EXPECT_EQ(judgement.pull.strengthened, -15);
    EXPECT_TRUE(judgement.capped);
    EXPECT_FALSE(judged(15, -15).capped);
}

TEST(Finding, the_likelier_side_sets_the_magnitude) {
    EXPECT_EQ(judged(5, -5, 2, 3).magnitude, 2);
    EXPECT_EQ(judged(-5, 5, 2, 3).magnitude, 3);
    EXPECT_EQ(judged(-5, 5, 2, 0).magnitude, 1);
    EXPECT_EQ(judged(4, 4, 2, 3).magnitude, 3);
    EXPECT_EQ(judged(4, 4 + 1e-13, 3, 2).magnitude, 3);  // equal but for the last bits
}

}  // namespace
}  // namespace entente::assessment
