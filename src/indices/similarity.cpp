#include "indices/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::indices {
namespace {

using Levels = std::vector<int>;
using Weights = std::span<const std::optional<double>>;

// The targets that both have a level for, in order.
struct Compared {
    Levels first;
    Levels second;
    std::vector<double> weights;  // empty without weights
};

double distance_between(int level, int other, LevelDistance distance) {
    const int apart = std::abs(level - other);
    switch (distance) {
        case LevelDistance::Absolute:
            return apart;
        case LevelDistance::Squared:
            return static_cast<double>(apart) * apart;
        case LevelDistance::Nominal:
            return apart == 0 ? 0 : 1;
    }
    return apart;
}

bool lies_on(const ProfileScale& scale, const std::optional<int>& level) {
    return !level || (*level >= 0 && *level <= scale.highest);
}

// Throws only at what no data can cause: profiles of two lengths, a scale without two levels.
void require_comparable(const Profile& first, const Profile& second, const ProfileScale& scale) {
    require(first.size() == second.size(), "two profiles are compared over the same targets");
    require(scale.highest >= 1, "a scale has at least two levels");
}

std::string why_not_on_scale(const Profile& first, const Profile& second, const ProfileScale& scale) {
    for (const auto* profile : {&first, &second}) {
        for (const auto& level : *profile) {
            if (!lies_on(scale, level)) return fmt::format("level {} is not among 0 … {}", *level, scale.highest);
        }
    }
    return {};
}

Compared compared_targets(const Profile& first, const Profile& second, Weights weights) {
    Compared compared;
    for (std::size_t target = 0; target < first.size(); ++target) {
        if (!first[target] || !second[target]) continue;
        if (!weights.empty() && !weights[target]) continue;
        compared.first.push_back(*first[target]);
        compared.second.push_back(*second[target]);
        if (!weights.empty()) compared.weights.push_back(*weights[target]);
    }
    return compared;
}

int ties_in(const Levels& levels) {
    return static_cast<int>(std::count_if(levels.begin(), levels.end(), [](int level) { return level > 0; }));
}

bool is_constant(const Levels& levels) {
    return std::all_of(levels.begin(), levels.end(), [&](int level) { return level == levels.front(); });
}

double mean_observed(const Compared& compared, LevelDistance distance) {
    double sum = 0;
    for (std::size_t target = 0; target < compared.first.size(); ++target) {
        sum += distance_between(compared.first[target], compared.second[target], distance);
    }
    return sum / static_cast<double>(compared.first.size());
}

// The mean distance between any level of the one and any level of the other: what independence would give.
double mean_between_all(const Levels& levels, const Levels& others, LevelDistance distance) {
    double sum = 0;
    for (const int level : levels) {
        for (const int other : others) sum += distance_between(level, other, distance);
    }
    return sum / static_cast<double>(levels.size() * others.size());
}

Levels pooled(const Compared& compared) {
    Levels all = compared.first;
    all.insert(all.end(), compared.second.begin(), compared.second.end());
    return all;
}

int sign(int number) {
    if (number == 0) return 0;
    return number > 0 ? 1 : -1;
}

// Fills in what is known whatever the coefficient; `coefficient` may say why there is none.
template <typename Coefficient>
Similarity similarity(const Profile& first, const Profile& second, const ProfileScale& scale, Weights weights,
                      const Coefficient& coefficient) {
    require_comparable(first, second, scale);
    Similarity result;
    result.why_not = why_not_on_scale(first, second, scale);
    if (!result.why_not.empty()) return result;

    const auto compared = compared_targets(first, second, weights);
    result.compared = static_cast<int>(compared.first.size());
    result.dropped = static_cast<int>(first.size()) - result.compared;
    result.ties_of_first = ties_in(compared.first);
    result.ties_of_second = ties_in(compared.second);
    result.few_ties =
        scale.zero == LevelZero::NoTie && std::min(result.ties_of_first, result.ties_of_second) <= kFewTies;
    if (compared.first.empty()) {
        result.why_not = kNothingToCompare;
        return result;
    }
    coefficient(compared, result);
    return result;
}

void one_minus_ratio(double observed, double expected, Similarity& result) {
    if (expected <= 0) {
        result.why_not = kNoVariation;
        return;
    }
    result.value = 1 - observed / expected;
}

}  // namespace

Similarity s_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                        LevelDistance distance) {
    return similarity(first, second, scale, {}, [&](const Compared& compared, Similarity& result) {
        const double farthest = distance_between(0, scale.highest, distance);
        result.value = 1 - 2 * mean_observed(compared, distance) / farthest;
    });
}

Similarity weighted_s_similarity(const Profile& first, const Profile& second, Weights weights,
                                 const ProfileScale& scale, LevelDistance distance) {
    require(weights.size() == first.size(), "there is one weight for each target");
    return similarity(first, second, scale, weights, [&](const Compared& compared, Similarity& result) {
        double sum_of_weights = 0;
        double sum = 0;
        for (std::size_t target = 0; target < compared.weights.size(); ++target) {
            const double weight = compared.weights[target];
            if (!std::isfinite(weight) || weight < 0) {
                result.why_not = fmt::format("weight {} is not a number from 0 up", weight);
                return;
            }
            sum_of_weights += weight;
            sum += weight * distance_between(compared.first[target], compared.second[target], distance);
        }
        if (sum_of_weights <= 0) {
            result.why_not = "no target compared has any weight";
            return;
        }
        result.value = 1 - 2 * sum / (sum_of_weights * distance_between(0, scale.highest, distance));
    });
}

Similarity kappa_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                            LevelDistance distance) {
    return similarity(first, second, scale, {}, [&](const Compared& compared, Similarity& result) {
        one_minus_ratio(mean_observed(compared, distance), mean_between_all(compared.first, compared.second, distance),
                        result);
    });
}

Similarity pi_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                         LevelDistance distance) {
    return similarity(first, second, scale, {}, [&](const Compared& compared, Similarity& result) {
        const auto both = pooled(compared);
        one_minus_ratio(mean_observed(compared, distance), mean_between_all(both, both, distance), result);
    });
}

Similarity tau_b_similarity(const Profile& first, const Profile& second, const ProfileScale& scale) {
    return similarity(first, second, scale, {}, [](const Compared& compared, Similarity& result) {
        if (is_constant(compared.first) || is_constant(compared.second)) {
            result.why_not = kConstantProfile;
            return;
        }
        double concordance = 0;  // concordant less discordant pairs of targets
        double ordered_by_first = 0;
        double ordered_by_second = 0;
        for (std::size_t target = 0; target < compared.first.size(); ++target) {
            for (std::size_t other = 0; other < target; ++other) {
                const int by_first = sign(compared.first[target] - compared.first[other]);
                const int by_second = sign(compared.second[target] - compared.second[other]);
                concordance += by_first * by_second;
                ordered_by_first += by_first * by_first;
                ordered_by_second += by_second * by_second;
            }
        }
        result.value = concordance / std::sqrt(ordered_by_first * ordered_by_second);
    });
}

Similarity alignment_similarity(const Profile& first, const Profile& second, const ProfileScale& scale,
                                LevelDistance distance) {
    return similarity(first, second, scale, {}, [&](const Compared& compared, Similarity& result) {
        const double observed = mean_observed(compared, distance);
        const double expected = mean_between_all(compared.first, compared.second, distance);
        result.value = 2 * (expected - observed) / distance_between(0, scale.highest, distance);
    });
}

}  // namespace entente::indices
