// The profiles that the similarity benchmarks compare, read from the official files: the alliance pledges of all states
// of a year (ATOP) and the votes of all members of a year (UN General Assembly).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "indices/similarity.hpp"

namespace entente::bench {

struct ProfilesOfYear {
    int year = 0;
    std::vector<int> states;  // in rising order
    std::size_t targets = 0;
    std::vector<std::int8_t> levels;  // states × targets
};

struct ProfileSeries {
    const char* name = "";
    indices::ProfileScale scale;
    std::vector<ProfilesOfYear> years;
};

// 1816–2018. The list of states ends in 2016; its last members are carried on.
[[nodiscard]] ProfileSeries read_alliance_profiles(const std::filesystem::path& folder);

// 1946–2015. Absence is no position.
[[nodiscard]] ProfileSeries read_vote_profiles(const std::filesystem::path& folder);

[[nodiscard]] std::size_t pairs_in(const ProfileSeries& series);

// The environment's ENTENTE_TEST_DATA, else where the tests look.
[[nodiscard]] std::filesystem::path official_folder();

}  // namespace entente::bench
