#include "indices/joint_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace entente::indices {
namespace {

using Counts = std::array<std::int64_t, kMostLevels>;

// What one profile's levels are alone: how many targets of each, their sum and their sum of squares.
struct Margin {
    Counts counts{};
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    std::int64_t same = 0;  // Σ counts², the ordered pairs of targets with one level
    int ties = 0;
};

Margin margin_of(const Counts& counts) {
    Margin margin{counts};
    for (std::size_t level = 0; level < kMostLevels; ++level) {
        const auto number = static_cast<std::int64_t>(level);
        margin.sum += number * counts[level];
        margin.squares += number * number * counts[level];
        margin.same += counts[level] * counts[level];
        if (level > 0) margin.ties += static_cast<int>(counts[level]);
    }
    return margin;
}

// Sums of distances over the targets, as whole numbers.
struct Observed {
    std::int64_t absolute = 0;
    std::int64_t squared = 0;
    std::int64_t nominal = 0;
};

std::int64_t apart(std::size_t level, std::size_t other) {
    return static_cast<std::int64_t>(std::max(level, other) - std::min(level, other));
}

Observed observed_in(const JointTable& table) {
    Observed observed;
    for (std::size_t first = 0; first < kMostLevels; ++first) {
        for (std::size_t second = 0; second < kMostLevels; ++second) {
            const std::int64_t count = table[first][second];
            const auto distance = apart(first, second);
            observed.absolute += count * distance;
            observed.squared += count * distance * distance;
            observed.nominal += distance == 0 ? 0 : count;
        }
    }
    return observed;
}

// Σ over all pairs of a level of the one and a level of the other.
std::int64_t absolute_between(const Margin& first, const Margin& second) {
    std::int64_t sum = 0;
    for (std::size_t level = 0; level < kMostLevels; ++level) {
        for (std::size_t other = 0; other < kMostLevels; ++other) {
            sum += first.counts[level] * second.counts[other] * apart(level, other);
        }
    }
    return sum;
}

// Σ (a − b)² = n_b Σ a² + n_a Σ b² − 2 Σ a Σ b.
std::int64_t squared_between(const Margin& first, const Margin& second, std::int64_t number_of_each) {
    return number_of_each * (first.squares + second.squares) - 2 * first.sum * second.sum;
}

std::int64_t nominal_between(const Margin& first, const Margin& second, std::int64_t number_of_each) {
    std::int64_t same = 0;
    for (std::size_t level = 0; level < kMostLevels; ++level) same += first.counts[level] * second.counts[level];
    return number_of_each * number_of_each - same;
}

Margin pooled(const Margin& first, const Margin& second) {
    Counts counts{};
    for (std::size_t level = 0; level < kMostLevels; ++level) {
        counts[level] = first.counts[level] + second.counts[level];
    }
    return margin_of(counts);
}

// Concordant less discordant pairs of targets: each cell against the cells of higher levels of the first profile.
std::int64_t concordance_in(const JointTable& table) {
    std::int64_t concordance = 0;
    Counts above{};  // by the second's level, targets whose first level is higher
    for (std::size_t first = kMostLevels; first-- > 0;) {
        for (std::size_t second = 0; second < kMostLevels; ++second) {
            std::int64_t balance = 0;
            for (std::size_t other = 0; other < kMostLevels; ++other) {
                if (other > second) balance += above[other];
                if (other < second) balance -= above[other];
            }
            concordance += table[first][second] * balance;
        }
        for (std::size_t second = 0; second < kMostLevels; ++second) above[second] += table[first][second];
    }
    return concordance;
}

double ratio(std::int64_t sum, std::int64_t number) {
    return static_cast<double>(sum) / static_cast<double>(number);
}

std::optional<double> one_minus_ratio(double observed, double expected) {
    if (expected <= 0) return std::nullopt;
    return 1 - observed / expected;
}

std::optional<double> tau_b(const JointTable& table, const Margin& first, const Margin& second, std::int64_t number) {
    const auto pairs = number * number;
    if (first.same == pairs || second.same == pairs) return std::nullopt;
    const double ordered_by_first = static_cast<double>(pairs - first.same) / 2;
    const double ordered_by_second = static_cast<double>(pairs - second.same) / 2;
    return static_cast<double>(concordance_in(table)) / std::sqrt(ordered_by_first * ordered_by_second);
}

Counts counts_of_first(const JointTable& table) {
    Counts counts{};
    for (std::size_t level = 0; level < kMostLevels; ++level) {
        for (const int count : table[level]) counts[level] += count;
    }
    return counts;
}

Counts counts_of_second(const JointTable& table) {
    Counts counts{};
    for (const auto& row : table) {
        for (std::size_t level = 0; level < kMostLevels; ++level) counts[level] += row[level];
    }
    return counts;
}

}  // namespace

PairSimilarity similarity_from(const JointTable& table, const ProfileScale& scale) {
    const auto first = margin_of(counts_of_first(table));
    const auto second = margin_of(counts_of_second(table));
    const auto number = first.ties + first.counts[0];

    PairSimilarity result;
    result.compared = static_cast<int>(number);
    result.ties_of_first = first.ties;
    result.ties_of_second = second.ties;
    result.few_ties = scale.zero == LevelZero::NoTie && std::min(first.ties, second.ties) <= kFewTies;
    if (number == 0) return result;

    const auto observed = observed_in(table);
    const double farthest = scale.highest;
    const double absolute = ratio(observed.absolute, number);
    const double squared = ratio(observed.squared, number);
    const double nominal = ratio(observed.nominal, number);
    result.s_absolute = 1 - 2 * absolute / farthest;
    result.s_squared = 1 - 2 * squared / (farthest * farthest);

    const auto pairs = number * number;
    result.alignment = 2 * (ratio(absolute_between(first, second), pairs) - absolute) / farthest;
    result.kappa = one_minus_ratio(squared, ratio(squared_between(first, second, number), pairs));
    result.kappa_nominal = one_minus_ratio(nominal, ratio(nominal_between(first, second, number), pairs));

    const auto both = pooled(first, second);
    result.pi = one_minus_ratio(squared, ratio(squared_between(both, both, 2 * number), 4 * pairs));
    result.pi_nominal = one_minus_ratio(nominal, ratio(nominal_between(both, both, 2 * number), 4 * pairs));
    result.tau_b = tau_b(table, first, second, number);
    return result;
}

}  // namespace entente::indices
