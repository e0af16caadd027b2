// The similarity of all pairs of many profiles at once: all states of a year by their alliances, or by their votes. It
// gives what similarity.hpp gives, fast enough for every pair of every year of two centuries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indices/joint_table.hpp"
#include "indices/similarity.hpp"

namespace entente::indices {

inline constexpr std::int8_t kMissingLevel = -1;

// Profiles × targets. Each profile is kept as one row of bits for each level, a bit for each target; a target without a
// level stands in none of them. How often two levels meet is then a count of common bits, 64 targets at a time.
class ProfileMatrix {
public:
    // `levels` has one row for each profile: 0 … scale.highest (at most 3), or kMissingLevel.
    ProfileMatrix(std::span<const std::int8_t> levels, std::size_t profiles, std::size_t targets,
                  const ProfileScale& scale);

    [[nodiscard]] std::size_t profiles() const noexcept { return profiles_; }
    [[nodiscard]] std::size_t targets() const noexcept { return targets_; }
    [[nodiscard]] const ProfileScale& scale() const noexcept { return scale_; }
    [[nodiscard]] std::int8_t level(std::size_t profile, std::size_t target) const;
    [[nodiscard]] JointTable joint_table(std::size_t first, std::size_t second) const;

private:
    using Bits = std::span<const std::uint64_t>;

    [[nodiscard]] Bits bits_of(std::size_t profile, std::size_t level) const;
    [[nodiscard]] Bits present_in(std::size_t profile) const;
    [[nodiscard]] int number_of(std::size_t profile, std::size_t level) const;
    [[nodiscard]] bool is_complete(std::size_t profile) const;

    std::size_t profiles_;
    std::size_t targets_;
    std::size_t words_;  // of 64 bits, for one row
    ProfileScale scale_;
    std::vector<std::int8_t> levels_;
    std::vector<std::uint64_t> bits_;  // profile by profile; in each, one row for each level and one for all present
    std::vector<int> numbers_;         // of targets in each of these rows
};

// Pairs (i, j) with i < j stand in the order (0, 1), (0, 2) … (1, 2) …
[[nodiscard]] std::size_t number_of_pairs(std::size_t profiles) noexcept;
[[nodiscard]] std::size_t place_of_pair(std::size_t first, std::size_t second, std::size_t profiles) noexcept;

// Fills `pairs`, which has number_of_pairs places: a caller that goes through years uses one array again and again.
void compare_all_pairs(const ProfileMatrix& profiles, std::span<PairSimilarity> pairs);

// Weighted S with absolute distances, see weighted_s_similarity; nothing where no target compared has any weight. A
// weight is missing, or a number from 0 up.
void weighted_s_of_all_pairs(const ProfileMatrix& profiles, std::span<const std::optional<double>> weights,
                             std::span<std::optional<double>> pairs);

}  // namespace entente::indices
