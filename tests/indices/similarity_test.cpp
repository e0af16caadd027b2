#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/random.hpp"
#include "indices/profiles.hpp"
#include "indices/similarity.hpp"

namespace entente::indices {
namespace {

using testing::binary_ties;
using testing::european_capabilities_1914;
using testing::germany_and_russia_1914;
using testing::profile;
using testing::ProfilePair;
using testing::profiles_with;
using testing::votes_1946;

double value(const Similarity& similarity) {
    return similarity.value.value_or(std::numeric_limits<double>::quiet_NaN());
}

double s(const ProfilePair& pair, const ProfileScale& scale, LevelDistance distance = LevelDistance::Absolute) {
    return value(s_similarity(pair.first, pair.second, scale, distance));
}
double kappa(const ProfilePair& pair, const ProfileScale& scale, LevelDistance distance = LevelDistance::Squared) {
    return value(kappa_similarity(pair.first, pair.second, scale, distance));
}
double pi(const ProfilePair& pair, const ProfileScale& scale, LevelDistance distance = LevelDistance::Squared) {
    return value(pi_similarity(pair.first, pair.second, scale, distance));
}
double tau_b(const ProfilePair& pair, const ProfileScale& scale) {
    return value(tau_b_similarity(pair.first, pair.second, scale));
}
double alignment(const ProfilePair& pair, const ProfileScale& scale, LevelDistance distance = LevelDistance::Absolute) {
    return value(alignment_similarity(pair.first, pair.second, scale, distance));
}

std::vector<Similarity> every_coefficient(const ProfilePair& pair, const ProfileScale& scale) {
    const auto& [first, second] = pair;
    const std::vector<std::optional<double>> weights(first.size(), 1.0);
    return {s_similarity(first, second, scale),
            s_similarity(first, second, scale, LevelDistance::Squared),
            weighted_s_similarity(first, second, weights, scale),
            kappa_similarity(first, second, scale),
            kappa_similarity(first, second, scale, LevelDistance::Nominal),
            pi_similarity(first, second, scale),
            pi_similarity(first, second, scale, LevelDistance::Nominal),
            tau_b_similarity(first, second, scale),
            alignment_similarity(first, second, scale)};
}

// Levels with all four values, about one in ten missing.
ProfilePair random_profiles(std::uint64_t draw, std::size_t targets) {
    const RandomStream random(11, "profiles of a test");
    ProfilePair pair;
    for (std::uint64_t place = 0; place < targets; ++place) {
        for (auto* levels : {&pair.first, &pair.second}) {
            const auto number = random.below(11, draw, 2 * place + (levels == &pair.first ? 0 : 1));
            if (number == 10) {
                levels->push_back(std::nullopt);
            } else {
                levels->push_back(static_cast<int>(number % 4));
            }
        }
    }
    return pair;
}

// Signorino and Ritter (1999), Table 6, prints S .4; svmiller/fpsim prints the squared .4444444, κ −.07758621
// (squared), π −.04477612 (nominal), τ_b .03031695 (as does R's cor) and A −.04 for the same profiles.
TEST(Similarity, agrees_with_published_answers_for_alliances_of_1914) {
    const auto pair = germany_and_russia_1914();
    EXPECT_NEAR(s(pair, kCommitmentLevels), 0.4, 1e-12);
    EXPECT_NEAR(s(pair, kCommitmentLevels, LevelDistance::Squared), 0.4444444, 1e-7);
    EXPECT_NEAR(kappa(pair, kCommitmentLevels), -0.07758621, 1e-8);
    EXPECT_NEAR(pi(pair, kCommitmentLevels, LevelDistance::Nominal), -0.04477612, 1e-8);
    EXPECT_NEAR(tau_b(pair, kCommitmentLevels), 0.03031695, 1e-8);
    EXPECT_NEAR(alignment(pair, kCommitmentLevels), -0.04, 1e-12);
    EXPECT_NEAR(alignment(pair, kCommitmentLevels, LevelDistance::Squared), -0.04, 1e-12);
}

// −.46 as svmiller/fpsim prints it from the rounded capabilities of Table 6; the table itself prints −.45.
TEST(Similarity, agrees_with_the_published_weighted_answer) {
    const auto pair = germany_and_russia_1914();
    const auto weights = european_capabilities_1914();
    EXPECT_NEAR(value(weighted_s_similarity(pair.first, pair.second, weights, kCommitmentLevels)), -0.46, 1e-12);
}

// svmiller/fpsim prints κ −.01222707, π −.02775801 (nominal) and τ_b .01431261.
TEST(Similarity, agrees_with_published_answers_for_votes_of_1946) {
    EXPECT_NEAR(kappa(votes_1946(), kVotes), -0.01222707, 1e-8);
    EXPECT_NEAR(pi(votes_1946(), kVotes, LevelDistance::Nominal), -0.02775801, 1e-8);
    EXPECT_NEAR(tau_b(votes_1946(), kVotes), 0.01431261, 1e-8);
}

// Signorino and Ritter (1999), Table 5, with the answers that jrnold/r-strat's tests give for its profiles (a) to (h).
TEST(Similarity, agrees_with_published_extreme_profiles) {
    EXPECT_NEAR(s({profile("0123"), profile("3210")}, kCommitmentLevels), -1.0 / 3, 1e-12);
    EXPECT_NEAR(s({profile("1223"), profile("3221")}, kCommitmentLevels), 1.0 / 3, 1e-12);
    EXPECT_NEAR(s({profile("2233"), profile("3322")}, kCommitmentLevels), 1.0 / 3, 1e-12);
    EXPECT_NEAR(s({profile("3333"), profile("3333")}, kCommitmentLevels), 1, 1e-12);
    for (int common = 0; common <= 3; ++common) {
        const auto pair = profiles_with({{10, common, common}, {1, 0, 3}, {1, 3, 0}});
        EXPECT_NEAR(s(pair, kCommitmentLevels), 2.0 / 3, 1e-12) << common;
    }
}

// Six targets, worked in R 4.2: D_o = 13/6, mean of all squared differences 3.5, of the pooled ones 3.4861; τ_b with
// cor.
TEST(Similarity, agrees_with_a_worked_example) {
    const ProfilePair pair{profile("330012"), profile("300032")};
    EXPECT_NEAR(s(pair, kCommitmentLevels), 0.4444, 0.00005);
    EXPECT_NEAR(kappa(pair, kCommitmentLevels), 0.380952380952381, 1e-12);
    EXPECT_NEAR(pi(pair, kCommitmentLevels), 0.37849, 0.000005);
    EXPECT_NEAR(tau_b(pair, kCommitmentLevels), 0.334496804002836, 1e-12);
}

// Sixty targets drawn in R 4.2 (set.seed(7), a fifth missing) and computed there with outer() and cor().
TEST(Similarity, agrees_with_a_second_implementation_where_entries_are_missing) {
    const ProfilePair pair{profile("1231122132312-321132302302--0--013-11121-2-0311-1-003302-331"),
                           profile("000321010020323-30121-1-21311-0-0322-13-130-313-3123102131-1")};
    EXPECT_EQ(s_similarity(pair.first, pair.second, kCommitmentLevels).compared, 41);
    EXPECT_NEAR(s(pair, kCommitmentLevels), 0.1056910569105690, 1e-12);
    EXPECT_NEAR(s(pair, kCommitmentLevels, LevelDistance::Squared), 0.4200542005420054, 1e-12);
    EXPECT_NEAR(kappa(pair, kCommitmentLevels), -0.1257377469848602, 1e-12);
    EXPECT_NEAR(kappa(pair, kCommitmentLevels, LevelDistance::Nominal), -0.0815347721822544, 1e-12);
    EXPECT_NEAR(pi(pair, kCommitmentLevels), -0.1375599636976532, 1e-12);
    EXPECT_NEAR(pi(pair, kCommitmentLevels, LevelDistance::Nominal), -0.0906892382103992, 1e-12);
    EXPECT_NEAR(tau_b(pair, kCommitmentLevels), -0.1073221808321106, 1e-12);
    EXPECT_NEAR(alignment(pair, kCommitmentLevels), -0.0920087249652985, 1e-12);
}

// Defence pledges of 2016 (ATOP 5.1, each state tied to itself, 195 states), counted from the data; computed in R 4.2.
// United States and Japan, United States and China, Japan and China: S finds the last pair nearly alike.
TEST(Similarity, agrees_with_a_second_implementation_for_binary_ties) {
    EXPECT_NEAR(s(binary_ties(1, 66, 0, 128), kTieOrNot), 0.3231, 0.00005);
    EXPECT_NEAR(kappa(binary_ties(1, 66, 0, 128), kTieOrNot), 0.0195, 0.00005);
    EXPECT_NEAR(pi(binary_ties(1, 66, 0, 128), kTieOrNot), -0.1756, 0.00005);
    EXPECT_NEAR(tau_b(binary_ties(1, 66, 0, 128), kTieOrNot), 0.0992, 0.00005);
    EXPECT_NEAR(s(binary_ties(0, 67, 2, 126), kTieOrNot), 0.2923, 0.00005);
    EXPECT_NEAR(kappa(binary_ties(0, 67, 2, 126), kTieOrNot), -0.0203, 0.00005);
    EXPECT_NEAR(pi(binary_ties(0, 67, 2, 126), kTieOrNot), -0.2150, 0.00005);
    EXPECT_NEAR(tau_b(binary_ties(0, 67, 2, 126), kTieOrNot), -0.0736, 0.00005);
    EXPECT_NEAR(s(binary_ties(0, 1, 2, 192), kTieOrNot), 0.9692, 0.00005);
    EXPECT_NEAR(kappa(binary_ties(0, 1, 2, 192), kTieOrNot), -0.0069, 0.00005);
}

TEST(Similarity, warns_where_a_profile_has_two_ties_or_fewer) {
    const auto few = binary_ties(1, 66, 1, 128);
    const auto enough = binary_ties(1, 66, 2, 128);
    const auto warned = s_similarity(few.first, few.second, kTieOrNot);
    EXPECT_TRUE(warned.few_ties);
    EXPECT_EQ(warned.ties_of_first, 67);
    EXPECT_EQ(warned.ties_of_second, 2);
    EXPECT_TRUE(s_similarity(few.second, few.first, kTieOrNot).few_ties);
    EXPECT_FALSE(s_similarity(enough.first, enough.second, kTieOrNot).few_ties);
}

TEST(Similarity, does_not_count_votes_as_ties) {
    const auto unanimous = profiles_with({{30, 0, 0}, {1, 0, 2}});
    EXPECT_FALSE(s_similarity(unanimous.first, unanimous.second, kVotes).few_ties);
}

TEST(Similarity, drops_a_target_that_one_profile_lacks) {
    const ProfilePair gaps{profile("33-0012-"), profile("3010-32-")};
    const ProfilePair without{profile("33012"), profile("30032")};
    const auto dropped = kappa_similarity(gaps.first, gaps.second, kCommitmentLevels);
    EXPECT_EQ(dropped.compared, 5);
    EXPECT_EQ(dropped.dropped, 3);
    EXPECT_DOUBLE_EQ(value(dropped), kappa(without, kCommitmentLevels));
}

TEST(Similarity, drops_a_target_without_weight_and_divides_by_what_is_left) {
    // By hand: differences 3, 1 and 0 of weights 1, 2 and 1: S = 1 − 2 · 5 / (4 · 3).
    const auto first = profile("3103");
    const auto second = profile("0003");
    const std::vector<std::optional<double>> weights = {1.0, 2.0, 1.0, std::nullopt};
    const auto weighted = weighted_s_similarity(first, second, weights, kCommitmentLevels);
    EXPECT_NEAR(value(weighted), 1 - 10.0 / 12, 1e-12);
    EXPECT_EQ(weighted.dropped, 1);
}

TEST(Similarity, is_the_same_weighted_equally_or_not_at_all) {
    const auto pair = random_profiles(3, 80);
    const std::vector<std::optional<double>> weights(pair.first.size(), 0.37);
    EXPECT_NEAR(value(weighted_s_similarity(pair.first, pair.second, weights, kCommitmentLevels)),
                s(pair, kCommitmentLevels), 1e-12);
}

TEST(Similarity, is_the_same_both_ways) {
    for (std::uint64_t draw = 0; draw < 20; ++draw) {
        const auto pair = random_profiles(draw, 30);
        const auto there = every_coefficient(pair, kCommitmentLevels);
        const auto back = every_coefficient({pair.second, pair.first}, kCommitmentLevels);
        for (std::size_t place = 0; place < there.size(); ++place) {
            EXPECT_NEAR(value(there[place]), value(back[place]), 1e-12) << "coefficient " << place << ", draw " << draw;
        }
    }
}

TEST(Similarity, does_not_depend_on_the_order_of_targets) {
    const auto pair = random_profiles(5, 40);
    const ProfilePair reversed{{pair.first.rbegin(), pair.first.rend()}, {pair.second.rbegin(), pair.second.rend()}};
    const auto there = every_coefficient(pair, kCommitmentLevels);
    const auto back = every_coefficient(reversed, kCommitmentLevels);
    for (std::size_t place = 0; place < there.size(); ++place) {
        EXPECT_NEAR(value(there[place]), value(back[place]), 1e-12) << "coefficient " << place;
    }
}

TEST(Similarity, lies_between_minus_one_and_one) {
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        const auto all = every_coefficient(random_profiles(draw, 5), kCommitmentLevels);
        for (std::size_t place = 0; place < all.size(); ++place) {
            if (!all[place].value) continue;
            EXPECT_GE(*all[place].value, -1 - 1e-12) << "coefficient " << place << ", draw " << draw;
            EXPECT_LE(*all[place].value, 1 + 1e-12) << "coefficient " << place << ", draw " << draw;
        }
    }
}

TEST(Similarity, is_one_for_equal_profiles_but_for_the_alignment) {
    const ProfilePair same{profile("0012333"), profile("0012333")};
    EXPECT_DOUBLE_EQ(s(same, kCommitmentLevels), 1);
    EXPECT_DOUBLE_EQ(kappa(same, kCommitmentLevels), 1);
    EXPECT_DOUBLE_EQ(pi(same, kCommitmentLevels), 1);
    EXPECT_DOUBLE_EQ(tau_b(same, kCommitmentLevels), 1);
    EXPECT_LT(alignment(same, kCommitmentLevels), 1);
}

TEST(Similarity, is_least_for_opposite_profiles) {
    const ProfilePair opposite{profile("000333"), profile("333000")};
    EXPECT_DOUBLE_EQ(s(opposite, kCommitmentLevels), -1);
    EXPECT_DOUBLE_EQ(kappa(opposite, kCommitmentLevels), -1);
    EXPECT_DOUBLE_EQ(pi(opposite, kCommitmentLevels), -1);
    EXPECT_DOUBLE_EQ(tau_b(opposite, kCommitmentLevels), -1);
}

// κ and π correct for common absent ties, S does not (Häge 2011): a hundred more targets that neither is tied to raise
// S toward one, and leave the sign of κ. By hand: S = 1 − 2 · 4 / 8 = 0 before, 1 − 8 / 108 after.
TEST(Similarity, grows_with_common_absent_ties_if_it_is_s) {
    EXPECT_NEAR(s(binary_ties(2, 2, 2, 2), kTieOrNot), 0, 1e-12);
    EXPECT_NEAR(s(binary_ties(2, 2, 2, 102), kTieOrNot), 1 - 8.0 / 108, 1e-12);
    EXPECT_LT(kappa(binary_ties(0, 2, 2, 102), kTieOrNot), 0);
}

TEST(Similarity, says_where_agreement_cannot_be_told_from_chance) {
    const ProfilePair constant{profile("0000"), profile("0000")};
    EXPECT_DOUBLE_EQ(s(constant, kCommitmentLevels), 1);
    for (const auto& undefined : {kappa_similarity(constant.first, constant.second, kCommitmentLevels),
                                  pi_similarity(constant.first, constant.second, kCommitmentLevels)}) {
        EXPECT_FALSE(undefined.value.has_value());
        EXPECT_EQ(undefined.why_not, kNoVariation);
    }
}

TEST(Similarity, has_no_order_to_compare_in_a_constant_profile) {
    const auto constant = profile("2222");
    const auto varied = profile("0123");
    const auto undefined = tau_b_similarity(varied, constant, kCommitmentLevels);
    EXPECT_FALSE(undefined.value.has_value());
    EXPECT_EQ(undefined.why_not, kConstantProfile);
}

// One constant profile against a varied one: as much agreement as chance gives.
TEST(Similarity, is_zero_beyond_chance_against_a_constant_profile) {
    const ProfilePair pair{profile("2222"), profile("0123")};
    EXPECT_DOUBLE_EQ(kappa(pair, kCommitmentLevels), 0);
    EXPECT_DOUBLE_EQ(alignment(pair, kCommitmentLevels), 0);
}

TEST(Similarity, says_that_there_is_nothing_to_compare) {
    for (const auto& nothing : every_coefficient({profile("1-2-"), profile("-1-2")}, kCommitmentLevels)) {
        EXPECT_FALSE(nothing.value.has_value());
        EXPECT_EQ(nothing.why_not, kNothingToCompare);
        EXPECT_EQ(nothing.dropped, 4);
    }
}

TEST(Similarity, refuses_a_level_beyond_the_scale) {
    for (const auto& refused : every_coefficient({profile("0123"), profile("0120")}, kVotes)) {
        EXPECT_FALSE(refused.value.has_value());
        EXPECT_EQ(refused.why_not, "level 3 is not among 0 … 2");
    }
}

TEST(Similarity, refuses_weights_that_are_none) {
    const auto pair = germany_and_russia_1914();
    auto weights = european_capabilities_1914();
    weights[4] = -9;
    EXPECT_EQ(weighted_s_similarity(pair.first, pair.second, weights, kCommitmentLevels).why_not,
              "weight -9 is not a number from 0 up");
    weights.assign(20, 0.0);
    EXPECT_EQ(weighted_s_similarity(pair.first, pair.second, weights, kCommitmentLevels).why_not,
              "no target compared has any weight");
}

TEST(Similarity, takes_profiles_over_the_same_targets_only) {
    EXPECT_THROW(static_cast<void>(s_similarity(profile("012"), profile("01"), kCommitmentLevels)), Error);
    EXPECT_THROW(static_cast<void>(s_similarity(profile("0"), profile("0"), {0, LevelZero::NoTie})), Error);
}

}  // namespace
}  // namespace entente::indices
