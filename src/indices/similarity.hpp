// How alike two states' foreign policies are, from their profiles: one level for each target, such as the alliance
// commitment to each state of the system, or the vote on each resolution. This is the plain version, one pair at a
// time; profile_similarity.hpp computes the same for all pairs at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::indices {

// 0 … highest level, for each target; nothing where the state has no level (absent from a vote, data not known).
using Profile = std::vector<std::optional<int>>;

// What level 0 says: that there is no tie, or one position among others (a vote). Only ties can be few.
enum class LevelZero { NoTie, Position };

struct ProfileScale {
    int highest = 3;  // the highest level there could be, whether or not anyone has it
    LevelZero zero = LevelZero::NoTie;
};

inline constexpr ProfileScale kCommitmentLevels{3, LevelZero::NoTie};  // see commitment_level.hpp
inline constexpr ProfileScale kTieOrNot{1, LevelZero::NoTie};
inline constexpr ProfileScale kVotes{2, LevelZero::Position};  // yes, abstention, no

// How far apart two levels are: by their difference, its square, or only whether they differ.
enum class LevelDistance { Absolute, Squared, Nominal };

// A profile of this many ties or fewer says little: a state tied to itself and to one ally resembles every other state
// with few ties, whoever its ally is (Häge 2011 on common absent ties; the number is ours).
inline constexpr int kFewTies = 2;

struct Similarity {
    std::optional<double> value;
    std::string why_not;    // set if `value` is not
    int compared = 0;       // targets that entered
    int dropped = 0;        // targets left out, since one of the two has no level (or the target no weight)
    int ties_of_first = 0;  // levels above 0 among the targets compared
    int ties_of_second = 0;
    bool few_ties = false;  // one of the two has at most kFewTies, where level 0 is no tie: trust no coefficient here
};

inline constexpr std::string_view kNothingToCompare = "no target has a level in both profiles";
inline constexpr std::string_view kNoVariation =
    "both profiles have one and the same level throughout: agreement cannot be told from chance";
inline constexpr std::string_view kConstantProfile = "a profile has one level throughout: it has no order to compare";

// Signorino and Ritter (1999), "Tau-b or Not Tau-b": S = 1 − 2 Σ d(a, b) / (N d_max), from −1 to 1; d_max is the
// distance between level 0 and the highest level.
[[nodiscard]] Similarity s_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                                      LevelDistance distance = LevelDistance::Absolute);

// The same, with one weight for each target, such as its capability share. The weights are divided by their sum over
// the targets compared, since capability shares of a year do not add up to one.
[[nodiscard]] Similarity weighted_s_similarity(const Profile& first, const Profile& second,
                                               std::span<const std::optional<double>> weights,
                                               const ProfileScale& scale,
                                               LevelDistance distance = LevelDistance::Absolute);

// Cohen (1960; 1968 for distances): κ = 1 − D_o / D_e, the mean distance that is observed over the one that each
// state's own shares of the levels would give by chance.
[[nodiscard]] Similarity kappa_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                                          LevelDistance distance = LevelDistance::Squared);

// Scott (1955), with distances as for κ: π = 1 − D_o / D_e, where chance draws both from the pooled shares of the two.
[[nodiscard]] Similarity pi_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                                       LevelDistance distance = LevelDistance::Squared);

// Kendall (1945), "The Treatment of Ties in Ranking Problems": τ_b over all pairs of targets. An association, not an
// agreement: it is 1 for profiles that differ everywhere by one level.
[[nodiscard]] Similarity tau_b_similarity(const Profile& first, const Profile& second, const ProfileScale& scale);

// Benati and Capurri (2026), "The Alignment index and its application to voting at the United Nations General
// Assembly": A = S − S expected of independent profiles = 2 (D_e − D_o) / d_max, with D_e as in κ.
[[nodiscard]] Similarity alignment_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                                              LevelDistance distance = LevelDistance::Absolute);

}  // namespace entente::indices
