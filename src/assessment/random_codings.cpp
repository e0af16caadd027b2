#include "assessment/random_codings.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "core/random.hpp"

namespace entente::assessment {

namespace {

// Magnitudes of each side as a set: bit m for weakening of magnitude m, bit 8 + m for strengthening.
using MagnitudeSet = std::uint32_t;

constexpr unsigned kStrengthening = 8;

MagnitudeSet set_of(const ClusterWeight& weight) {
    return (1U << static_cast<unsigned>(weight.weakening)) |
           (1U << (kStrengthening + static_cast<unsigned>(weight.strengthening)));
}

int largest(MagnitudeSet one_side) {
    return one_side == 0 ? 0 : static_cast<int>(std::bit_width(one_side)) - 1;
}

// A cluster that a coin turns: turning it moves `lean` decibels from weakened to strengthened.
struct Coin {
    std::uint32_t word;
    std::uint32_t bit;
    MagnitudeSet coded;
    MagnitudeSet turned;
    double lean;
};

struct TossedFactor {
    std::uint32_t factor = 0;
    FactorEvidence as_coded;
    std::vector<Coin> coins;
};

class Tosser {
public:
    Tosser(const Run& run, const evidence::Protocol& protocol, std::uint64_t seed)
        : protocol_(protocol), stream_(seed, "random-codings"), judgements_(run.judgements) {
        constexpr auto kUnnumbered = std::numeric_limits<std::uint32_t>::max();
        std::vector<std::uint32_t> number(run.arrangement.names.size(), kUnnumbered);
        for (std::size_t i = 0; i < run.weights.size(); ++i) {
            const auto& cluster = run.arrangement.clusters[i];
            if (!cluster.has_new) continue;
            if (number[cluster.name] == kUnnumbered) number[cluster.name] = coins_++;
            add_coin(run, cluster.factor, number[cluster.name], run.weights[i]);
        }
        words_.resize((coins_ + 31) / 32);
    }

    [[nodiscard]] bool has_coins() const { return coins_ > 0; }

    Ruling toss(std::uint64_t draw) {
        for (std::uint32_t word = 0; word < words_.size(); ++word) words_[word] = stream_.bits(draw, word);
        for (const auto& factor : factors_) judgements_[factor.factor] = judge(tossed(factor), protocol_);
        return rule_on(judgements_, protocol_.verdict);
    }

private:
    void add_coin(const Run& run, std::uint32_t factor, std::uint32_t number, const ClusterWeight& weight) {
        if (factors_.empty() || factors_.back().factor != factor) {
            factors_.push_back({.factor = factor, .as_coded = evidence_of(run.factors[factor]), .coins = {}});
        }
        factors_.back().coins.push_back({.word = number / 32,
                                         .bit = number % 32,
                                         .coded = set_of(weight),
                                         .turned = set_of(weight.turned()),
                                         .lean = weight.pull.weakened - weight.pull.strengthened});
    }

    // The loop of the whole search: no branch in it, since a fair coin defeats any branch prediction.
    FactorEvidence tossed(const TossedFactor& factor) const {
        double moved = 0;
        MagnitudeSet magnitudes = 0;
        for (const auto& coin : factor.coins) {
            const auto turned = (words_[coin.word] >> coin.bit) & 1U;
            moved += turned * coin.lean;
            magnitudes |= coin.coded ^ ((coin.coded ^ coin.turned) & (0U - turned));
        }
        auto evidence = factor.as_coded;
        evidence.pull.weakened -= moved;
        evidence.pull.strengthened += moved;
        evidence.weakening = largest(magnitudes & ((1U << kStrengthening) - 1));
        evidence.strengthening = largest(magnitudes >> kStrengthening);
        return evidence;
    }

    const evidence::Protocol& protocol_;
    RandomStream stream_;
    std::vector<Judgement> judgements_;
    std::vector<TossedFactor> factors_;
    std::vector<std::uint32_t> words_;
    std::uint32_t coins_ = 0;
};

double lean_of(const Ruling& ruling) {
    return std::abs(ruling.probability.weakened - ruling.probability.strengthened);
}

}  // namespace

RandomCodings random_codings(const Run& run, const evidence::Protocol& protocol, std::uint64_t seed) {
    RandomCodings result;
    Tosser tosser(run, protocol, seed);
    if (!tosser.has_coins()) return result;

    result.draws = protocol.sensitivity.random_codings;
    const double observed = lean_of(run.ruling) - 1e-12;
    int extreme = 0;
    int weakened = 0;
    int strengthened = 0;
    for (int draw = 0; draw < result.draws; ++draw) {
        const auto ruling = tosser.toss(static_cast<std::uint64_t>(draw));
        if (lean_of(ruling) >= observed) ++extreme;
        if (ruling.direction == VerdictDirection::Weakened) ++weakened;
        if (ruling.direction == VerdictDirection::Strengthened) ++strengthened;
    }
    if (result.draws == 0) return result;
    result.as_extreme = static_cast<double>(extreme) / result.draws;
    result.weakened = static_cast<double>(weakened) / result.draws;
    result.strengthened = static_cast<double>(strengthened) / result.draws;
    return result;
}

}  // namespace entente::assessment
