// How often two profiles have which levels together, and all that follows from these counts alone.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "indices/similarity.hpp"

namespace entente::indices {

inline constexpr std::size_t kMostLevels = 4;

// Targets by the first profile's level and the second's; targets that either has no level for are not counted.
using JointTable = std::array<std::array<int, kMostLevels>, kMostLevels>;

// The coefficients of similarity.hpp, each with its own default distance unless its name says otherwise, and equal to
// them. Where a value is missing: S and the alignment lack any target to compare (kNothingToCompare), κ and π any
// variation (kNoVariation), τ_b variation within one of the two profiles (kConstantProfile).
struct PairSimilarity {
    std::optional<double> s_absolute;
    std::optional<double> s_squared;
    std::optional<double> kappa;  // squared distances
    std::optional<double> kappa_nominal;
    std::optional<double> pi;  // squared distances
    std::optional<double> pi_nominal;
    std::optional<double> tau_b;
    std::optional<double> alignment;
    int compared = 0;
    int ties_of_first = 0;
    int ties_of_second = 0;
    bool few_ties = false;
};

[[nodiscard]] PairSimilarity similarity_from(const JointTable& table, const ProfileScale& scale);

}  // namespace entente::indices
