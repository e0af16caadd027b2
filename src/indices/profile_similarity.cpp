#include "indices/profile_similarity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

#include "core/error.hpp"

namespace entente::indices {
namespace {

constexpr std::size_t kBitsPerWord = 64;
constexpr std::size_t kRowsPerProfile = kMostLevels + 1;  // the last one: all targets that are present

int number_in_common(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second) {
    int number = 0;
    for (std::size_t word = 0; word < first.size(); ++word) number += std::popcount(first[word] & second[word]);
    return number;
}

bool lies_on(const ProfileScale& scale, std::int8_t level) {
    return level == kMissingLevel || (level >= 0 && level <= scale.highest);
}

}  // namespace

ProfileMatrix::ProfileMatrix(std::span<const std::int8_t> levels, std::size_t profiles, std::size_t targets,
                             const ProfileScale& scale)
    : profiles_(profiles),
      targets_(targets),
      words_((targets + kBitsPerWord - 1) / kBitsPerWord),
      scale_(scale),
      levels_(levels.begin(), levels.end()),
      bits_(profiles * kRowsPerProfile * words_),
      numbers_(profiles * kRowsPerProfile) {
    require(levels.size() == profiles * targets, "a matrix of profiles has one level for each profile and target");
    require(scale.highest >= 1 && scale.highest < static_cast<int>(kMostLevels), "a scale has two to four levels");
    require(std::all_of(levels.begin(), levels.end(), [&](std::int8_t level) { return lies_on(scale, level); }),
            "a level is missing or lies between 0 and the highest of its scale");
    for (std::size_t place = 0; place < levels.size(); ++place) {
        const std::int8_t level = levels[place];
        if (level == kMissingLevel) continue;
        const auto profile = place / targets;
        const auto target = place % targets;
        for (const auto row : {static_cast<std::size_t>(level), kMostLevels}) {
            const auto rows_before = profile * kRowsPerProfile + row;
            bits_[rows_before * words_ + target / kBitsPerWord] |= std::uint64_t{1} << (target % kBitsPerWord);
            ++numbers_[rows_before];
        }
    }
}

std::int8_t ProfileMatrix::level(std::size_t profile, std::size_t target) const {
    return levels_[profile * targets_ + target];
}

ProfileMatrix::Bits ProfileMatrix::bits_of(std::size_t profile, std::size_t level) const {
    return Bits(bits_).subspan((profile * kRowsPerProfile + level) * words_, words_);
}

ProfileMatrix::Bits ProfileMatrix::present_in(std::size_t profile) const {
    return bits_of(profile, kMostLevels);
}

int ProfileMatrix::number_of(std::size_t profile, std::size_t level) const {
    return numbers_[profile * kRowsPerProfile + level];
}

bool ProfileMatrix::is_complete(std::size_t profile) const {
    return number_of(profile, kMostLevels) == static_cast<int>(targets_);
}

// Level 0 is by far the commonest, and what the other levels leave over: it is never counted.
JointTable ProfileMatrix::joint_table(std::size_t first, std::size_t second) const {
    JointTable table{};
    const bool first_complete = is_complete(first);
    const bool second_complete = is_complete(second);
    const int compared = first_complete    ? number_of(second, kMostLevels)
                         : second_complete ? number_of(first, kMostLevels)
                                           : number_in_common(present_in(first), present_in(second));
    int ties_of_first = 0;
    int ties_of_second = 0;
    for (std::size_t level = 1; level < kMostLevels; ++level) {
        if (number_of(first, level) > 0) {
            table[level][0] =
                second_complete ? number_of(first, level) : number_in_common(bits_of(first, level), present_in(second));
        }
        if (number_of(second, level) > 0) {
            table[0][level] =
                first_complete ? number_of(second, level) : number_in_common(present_in(first), bits_of(second, level));
        }
        ties_of_first += table[level][0];
        ties_of_second += table[0][level];
    }
    int ties_of_both = 0;
    for (std::size_t level = 1; level < kMostLevels; ++level) {
        if (number_of(first, level) == 0) continue;
        for (std::size_t other = 1; other < kMostLevels; ++other) {
            if (number_of(second, other) == 0) continue;
            const int common = number_in_common(bits_of(first, level), bits_of(second, other));
            table[level][other] = common;
            table[level][0] -= common;
            table[0][other] -= common;
            ties_of_both += common;
        }
    }
    table[0][0] = compared - ties_of_first - ties_of_second + ties_of_both;
    return table;
}

std::size_t number_of_pairs(std::size_t profiles) noexcept {
    return profiles < 2 ? 0 : profiles * (profiles - 1) / 2;
}

std::size_t place_of_pair(std::size_t first, std::size_t second, std::size_t profiles) noexcept {
    return first * (2 * profiles - first - 1) / 2 + (second - first - 1);
}

void compare_all_pairs(const ProfileMatrix& profiles, std::span<PairSimilarity> pairs) {
    require(pairs.size() == number_of_pairs(profiles.profiles()), "there is one place for each pair");
    std::size_t place = 0;
    for (std::size_t first = 0; first < profiles.profiles(); ++first) {
        for (std::size_t second = first + 1; second < profiles.profiles(); ++second) {
            pairs[place++] = similarity_from(profiles.joint_table(first, second), profiles.scale());
        }
    }
}

void weighted_s_of_all_pairs(const ProfileMatrix& profiles, std::span<const std::optional<double>> weights,
                             std::span<std::optional<double>> pairs) {
    require(weights.size() == profiles.targets(), "there is one weight for each target");
    require(pairs.size() == number_of_pairs(profiles.profiles()), "there is one place for each pair");
    // A target without a weight leaves both sums as they are.
    std::vector<double> known;
    for (const auto& weight : weights) known.push_back(weight.value_or(0));
    require(std::all_of(known.begin(), known.end(), [](double weight) { return std::isfinite(weight) && weight >= 0; }),
            "a weight is missing or a number from 0 up");
    std::size_t place = 0;
    for (std::size_t first = 0; first < profiles.profiles(); ++first) {
        for (std::size_t second = first + 1; second < profiles.profiles(); ++second) {
            double sum_of_weights = 0;
            double sum = 0;
            for (std::size_t target = 0; target < profiles.targets(); ++target) {
                const std::int8_t level = profiles.level(first, target);
                const std::int8_t other = profiles.level(second, target);
                if (level == kMissingLevel || other == kMissingLevel) continue;
                sum_of_weights += known[target];
                sum += known[target] * std::abs(level - other);
            }
            auto& result = pairs[place++];
            result.reset();
            if (sum_of_weights > 0) result = 1 - 2 * sum / (sum_of_weights * profiles.scale().highest);
        }
    }
}

}  // namespace entente::indices
