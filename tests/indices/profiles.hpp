// Pairs of profiles that several tests use.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indices/similarity.hpp"

namespace entente::indices::testing {

struct ProfilePair {
    Profile first;
    Profile second;
};

// One digit for each target, a dash where the level is missing.
inline Profile profile(std::string_view digits) {
    Profile levels;
    for (const char digit : digits) {
        if (digit == '-') {
            levels.push_back(std::nullopt);
        } else {
            levels.push_back(digit - '0');
        }
    }
    return levels;
}

struct Cell {
    int targets;
    int first;
    int second;
};

// Two profiles from how many targets have which two levels.
inline ProfilePair profiles_with(const std::vector<Cell>& cells) {
    ProfilePair pair;
    for (const auto& cell : cells) {
        pair.first.insert(pair.first.end(), static_cast<std::size_t>(cell.targets), cell.first);
        pair.second.insert(pair.second.end(), static_cast<std::size_t>(cell.targets), cell.second);
    }
    return pair;
}

// Binary ties: how many targets both have, only the first, only the second, neither.
inline ProfilePair binary_ties(int both, int only_first, int only_second, int neither) {
    return profiles_with({{both, 1, 1}, {only_first, 1, 0}, {only_second, 0, 1}, {neither, 0, 0}});
}

// Signorino and Ritter (1999), Table 6: alliance commitments of Germany and Russia to twenty European states in 1914,
// each state wholly committed to itself, and the states' shares of European capabilities.
inline ProfilePair germany_and_russia_1914() {
    return {profile("30003300000300000000"), profile("03130100000000000000")};
}
inline std::vector<std::optional<double>> european_capabilities_1914() {
    return {.25, .21, .20, .08, .08, .05, .03, .03, .02, .01, .01, .01, .01, .01, 0, 0, 0, 0, 0, 0};
}

// Votes of the United States and Mexico in the General Assembly's first session, 1946: 38 roll calls in which both
// voted, from the published roll calls (Voeten, UNVotesPublished); 0 yes, 1 abstention, 2 no.
inline ProfilePair votes_1946() {
    return profiles_with({{17, 0, 0}, {9, 2, 0}, {5, 0, 2}, {2, 2, 2}, {2, 1, 2}, {2, 0, 1}, {1, 2, 1}});
}

}  // namespace entente::indices::testing
