#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/random.hpp"
#include "indices/profile_similarity.hpp"
#include "indices/similarity.hpp"

namespace entente::indices {
namespace {

// What a matrix is drawn with: how many in a hundred are missing and how many at level 0; the rest is spread evenly.
struct Mixture {
    std::size_t profiles;
    std::size_t targets;
    ProfileScale scale;
    std::uint64_t missing;
    std::uint64_t at_zero;
};

std::vector<std::int8_t> random_levels(const Mixture& mixture, std::uint64_t draw) {
    const RandomStream random(20, "matrices of a test");
    std::vector<std::int8_t> levels(mixture.profiles * mixture.targets);
    for (std::size_t place = 0; place < levels.size(); ++place) {
        const auto percent = random.below(100, draw, 2 * place);
        if (percent < mixture.missing) {
            levels[place] = kMissingLevel;
        } else if (percent >= mixture.missing + mixture.at_zero) {
            const auto levels_of_scale = static_cast<std::uint64_t>(mixture.scale.highest) + 1;
            levels[place] = static_cast<std::int8_t>(random.below(levels_of_scale, draw, 2 * place + 1));
        }
    }
    return levels;
}

Profile row(const ProfileMatrix& matrix, std::size_t profile) {
    Profile levels;
    for (std::size_t target = 0; target < matrix.targets(); ++target) {
        const int level = matrix.level(profile, target);
        levels.push_back(level == kMissingLevel ? std::nullopt : std::optional(level));
    }
    return levels;
}

void expect_same(const std::optional<double>& fast, const Similarity& plain, const std::string& what) {
    ASSERT_EQ(fast.has_value(), plain.value.has_value()) << what << ": " << plain.why_not;
    if (!fast) return;
    EXPECT_NEAR(*fast, *plain.value, 1e-12) << what;
}

void expect_same_as_the_plain_version(const PairSimilarity& fast, const Profile& first, const Profile& second,
                                      const ProfileScale& scale) {
    const auto plain = s_similarity(first, second, scale);
    EXPECT_EQ(fast.compared, plain.compared);
    EXPECT_EQ(fast.ties_of_first, plain.ties_of_first);
    EXPECT_EQ(fast.ties_of_second, plain.ties_of_second);
    EXPECT_EQ(fast.few_ties, plain.few_ties);
    expect_same(fast.s_absolute, plain, "S absolute");
    expect_same(fast.s_squared, s_similarity(first, second, scale, LevelDistance::Squared), "S squared");
    expect_same(fast.kappa, kappa_similarity(first, second, scale), "kappa");
    expect_same(fast.kappa_nominal, kappa_similarity(first, second, scale, LevelDistance::Nominal), "kappa nominal");
    expect_same(fast.pi, pi_similarity(first, second, scale), "pi");
    expect_same(fast.pi_nominal, pi_similarity(first, second, scale, LevelDistance::Nominal), "pi nominal");
    expect_same(fast.tau_b, tau_b_similarity(first, second, scale), "tau-b");
    expect_same(fast.alignment, alignment_similarity(first, second, scale), "alignment");
}

// Sparse and full, with and without gaps, over one word of 64 targets, at its edges and over several.
std::vector<Mixture> mixtures() {
    return {{6, 1, kCommitmentLevels, 30, 40},
            {6, 63, kCommitmentLevels, 0, 0},
            {6, 64, kCommitmentLevels, 10, 60},
            {6, 65, kCommitmentLevels, 10, 90},
            {9, 130, kCommitmentLevels, 0, 95},
            {6, 100, kTieOrNot, 0, 97},
            {6, 70, kTieOrNot, 20, 50},
            {6, 90, kVotes, 15, 50},
            {5, 40, kVotes, 95, 0},
            {5, 20, kCommitmentLevels, 0, 100}};
}

TEST(ProfileSimilarity, is_the_plain_similarity_of_every_pair) {
    for (const auto& mixture : mixtures()) {
        for (std::uint64_t draw = 0; draw < 3; ++draw) {
            SCOPED_TRACE(std::to_string(mixture.targets) + " targets, draw " + std::to_string(draw));
            const ProfileMatrix matrix(random_levels(mixture, draw), mixture.profiles, mixture.targets, mixture.scale);
            std::vector<PairSimilarity> pairs(number_of_pairs(mixture.profiles));
            compare_all_pairs(matrix, pairs);
            for (std::size_t second = 1; second < mixture.profiles; ++second) {
                for (std::size_t first = 0; first < second; ++first) {
                    expect_same_as_the_plain_version(pairs[place_of_pair(first, second, mixture.profiles)],
                                                     row(matrix, first), row(matrix, second), mixture.scale);
                }
            }
        }
    }
}

TEST(ProfileSimilarity, is_the_plain_weighted_similarity_of_every_pair) {
    const RandomStream random(21, "weights of a test");
    for (const auto& mixture : mixtures()) {
        SCOPED_TRACE(mixture.targets);
        const ProfileMatrix matrix(random_levels(mixture, 9), mixture.profiles, mixture.targets, mixture.scale);
        std::vector<std::optional<double>> weights;
        for (std::size_t target = 0; target < mixture.targets; ++target) {
            const double weight = random.uniform(0, target);
            weights.push_back(weight < 0.1 ? std::nullopt : std::optional(weight < 0.2 ? 0.0 : weight));
        }
        std::vector<std::optional<double>> pairs(number_of_pairs(mixture.profiles), 77.0);
        weighted_s_of_all_pairs(matrix, weights, pairs);
        for (std::size_t second = 1; second < mixture.profiles; ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                expect_same(pairs[place_of_pair(first, second, mixture.profiles)],
                            weighted_s_similarity(row(matrix, first), row(matrix, second), weights, mixture.scale),
                            "weighted S");
            }
        }
    }
}

// By hand: (0, 0) twice, (1, 2), (3, 0) and (0, 3) once, and two targets that one of them lacks.
TEST(ProfileSimilarity, counts_how_often_two_levels_meet) {
    const std::vector<std::int8_t> levels = {0, 0, 1, 3, 0, -1, 2,  //
                                             0, 0, 2, 0, 3, 1,  -1};
    const ProfileMatrix matrix(levels, 2, 7, kCommitmentLevels);
    const JointTable expected = {{{2, 0, 0, 1}, {0, 0, 1, 0}, {0, 0, 0, 0}, {1, 0, 0, 0}}};
    EXPECT_EQ(matrix.joint_table(0, 1), expected);
}

TEST(ProfileSimilarity, turns_the_table_of_a_pair_when_it_is_asked_the_other_way) {
    const Mixture mixture{2, 150, kCommitmentLevels, 20, 40};
    const ProfileMatrix matrix(random_levels(mixture, 4), 2, 150, kCommitmentLevels);
    const auto there = matrix.joint_table(0, 1);
    const auto back = matrix.joint_table(1, 0);
    for (std::size_t first = 0; first < kMostLevels; ++first) {
        for (std::size_t second = 0; second < kMostLevels; ++second) {
            EXPECT_EQ(there[first][second], back[second][first]);
        }
    }
}

TEST(ProfileSimilarity, puts_each_pair_in_a_place_of_its_own) {
    for (const std::size_t profiles : {2U, 3U, 10U}) {
        std::size_t expected = 0;
        for (std::size_t first = 0; first < profiles; ++first) {
            for (std::size_t second = first + 1; second < profiles; ++second) {
                EXPECT_EQ(place_of_pair(first, second, profiles), expected++);
            }
        }
        EXPECT_EQ(number_of_pairs(profiles), expected);
    }
    EXPECT_EQ(number_of_pairs(0), 0U);
    EXPECT_EQ(number_of_pairs(1), 0U);
}

TEST(ProfileSimilarity, has_nothing_to_compare_without_targets) {
    const ProfileMatrix matrix({}, 2, 0, kCommitmentLevels);
    std::vector<PairSimilarity> pairs(1);
    compare_all_pairs(matrix, pairs);
    EXPECT_EQ(pairs[0].compared, 0);
    EXPECT_FALSE(pairs[0].s_absolute.has_value());
}

TEST(ProfileSimilarity, refuses_what_is_no_level) {
    const std::vector<std::int8_t> beyond = {0, 3};
    EXPECT_THROW(ProfileMatrix(beyond, 1, 2, kVotes), Error);
    const std::vector<std::int8_t> missing_code = {0, -9};
    EXPECT_THROW(ProfileMatrix(missing_code, 1, 2, kVotes), Error);
    EXPECT_THROW(ProfileMatrix(beyond, 1, 3, kCommitmentLevels), Error);
    EXPECT_THROW(ProfileMatrix(beyond, 1, 2, {4, LevelZero::NoTie}), Error);
}

TEST(ProfileSimilarity, refuses_an_array_of_another_size) {
    const std::vector<std::int8_t> levels = {0, 1, 1, 0};
    const ProfileMatrix matrix(levels, 2, 2, kTieOrNot);
    std::vector<PairSimilarity> pairs(2);
    EXPECT_THROW(compare_all_pairs(matrix, pairs), Error);
    std::vector<std::optional<double>> values(1);
    EXPECT_THROW(weighted_s_of_all_pairs(matrix, std::vector<std::optional<double>>{1.0}, values), Error);
    EXPECT_THROW(weighted_s_of_all_pairs(matrix, std::vector<std::optional<double>>{1.0, -1.0}, values), Error);
}

}  // namespace
}  // namespace entente::indices
