#include "assessment/likelihood.hpp"

#include <gtest/gtest.h>

#include "assessment/ledger_v1.hpp"

namespace entente::assessment {
namespace {

using evidence::Direction;
using evidence::Kind;
using evidence::Novelty;

const evidence::Protocol kProtocol = testing::ledger_v1();

TEST(Likelihood, a_new_item_speaks_for_one_side_and_against_the_other) {
    EXPECT_EQ(untempered({Kind::Act, Direction::Collapse, Novelty::New, 1}, kProtocol), (DecibelVector{6, 0, -6}));
    EXPECT_EQ(untempered({Kind::Act, Direction::Endurance, Novelty::New, 1}, kProtocol), (DecibelVector{-6, 0, 6}));
    EXPECT_EQ(untempered({Kind::Structural, Direction::Collapse, Novelty::New, 0.5}, kProtocol),
              (DecibelVector{5, 0, -5}));
}

TEST(Likelihood, continuity_speaks_against_both_kinds_of_change_alike) {
    const Novelty same = Novelty::Continuity;
    EXPECT_EQ(untempered({Kind::Words, Direction::Collapse, same, 1}, kProtocol), (DecibelVector{-1, 0, -1}));
    EXPECT_EQ(untempered({Kind::Opinion, Direction::Endurance, same, 1}, kProtocol), (DecibelVector{-1, 0, -1}));
    EXPECT_EQ(untempered({Kind::Act, Direction::Endurance, same, 1}, kProtocol), (DecibelVector{-3, 0, -3}));
    EXPECT_EQ(untempered({Kind::Structural, Direction::Endurance, same, 1}, kProtocol), (DecibelVector{-5, 0, -5}));
}

TEST(Likelihood, ritual_weight_changes_continuity_words_and_opinion_only) {
    auto protocol = kProtocol;
    protocol.ritual_weight = 2;
    const Novelty same = Novelty::Continuity;
    EXPECT_EQ(untempered({Kind::Words, Direction::Endurance, same, 1}, protocol)[0], -2);
    EXPECT_EQ(untempered({Kind::Opinion, Direction::Endurance, same, 1}, protocol)[0], -2);
    EXPECT_EQ(untempered({Kind::Act, Direction::Endurance, same, 1}, protocol)[0], -3);
    EXPECT_EQ(untempered({Kind::Words, Direction::Collapse, Novelty::New, 1}, protocol)[0], 3);
}

TEST(Likelihood, grades_multiply_reliability_and_credibility) {
    EXPECT_DOUBLE_EQ(reliance_on({'A', 1}, kProtocol.grades), 0.95 * 0.95);
    EXPECT_DOUBLE_EQ(reliance_on({'B', 2}, kProtocol.grades), 0.85 * 0.80);
    EXPECT_DOUBLE_EQ(reliance_on({'F', 6}, kProtocol.grades), 0.5 * 0.5);
}

TEST(Likelihood, full_reliance_changes_nothing_and_none_leaves_nothing) {
    const DecibelVector decibels{6, 0, -6};
    const auto full = tempered(decibels, 1);
    const auto none = tempered(decibels, 0);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(full[i], decibels[i], 1e-12);
    EXPECT_NEAR(spread(none), 0, 1e-12);
}

TEST(Likelihood, a_worse_grade_never_says_more) {
    double last = 0;
    for (const double reliance : {0.1, 0.3, 0.5, 0.7, 0.9}) {
        const double now = spread(tempered({10, 0, -10}, reliance));
        EXPECT_GT(now, last);
        last = now;
    }
}

TEST(Likelihood, specificity_zero_says_nothing) {
    for (const auto novelty : {Novelty::New, Novelty::Continuity}) {
        const auto vector = tempered(untempered({Kind::Structural, Direction::Collapse, novelty, 0}, kProtocol), 0.9);
        EXPECT_NEAR(spread(vector), 0, 1e-12);
    }
}

TEST(Likelihood, only_continuity_stands) {
    EXPECT_EQ(standing_decibels({Kind::Act, Direction::Endurance, Novelty::New, 1}, 0.9, kProtocol), 0);
    EXPECT_DOUBLE_EQ(standing_decibels({Kind::Act, Direction::Endurance, Novelty::Continuity, 0.5}, 0.9, kProtocol),
                     6 * 0.5 * 0.9);
    EXPECT_DOUBLE_EQ(standing_decibels({Kind::Words, Direction::Collapse, Novelty::Continuity, 1}, 0.9, kProtocol),
                     -3 * 0.9);
}

// Kish (1965): n over the design effect 1 + (n − 1) ρ. 4 / (1 + 3 × 0.8) = 1.17647…
TEST(Likelihood, reports_of_one_thing_count_little_more_than_once) {
    EXPECT_EQ(dependence_multiplier(1, 0.8), 1);
    EXPECT_NEAR(dependence_multiplier(4, 0.8), 1.1764705882, 1e-9);
    EXPECT_LT(dependence_multiplier(1'000'000, 0.8), 1 / 0.8);
    EXPECT_EQ(dependence_multiplier(7, 1), 1);
    EXPECT_EQ(dependence_multiplier(7, 0), 7);
    EXPECT_EQ(dependence_multiplier(0, 1), 0);
}

}  // namespace
}  // namespace entente::assessment
