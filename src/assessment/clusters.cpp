#include "assessment/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::assessment {

namespace {

Pull over_unchanged(const DecibelVector& decibels) noexcept {
    return {decibels[0] - decibels[1], decibels[2] - decibels[1]};
}

bool is_new(const ArrangedItem& entry, const Arrangement& arrangement) {
    return arrangement.readings[entry.heaviest].novelty == evidence::Novelty::New;
}

// An item lends its magnitude to the side on which it says enough itself, whatever its cluster multiplies it by.
void raise_magnitudes(ClusterWeight& weight, const Pull& pull, evidence::Kind kind,
                      const evidence::Magnitudes& magnitudes) {
    const int magnitude = magnitude_of(kind, magnitudes);
    if (pull.weakened >= magnitudes.minimum_decibels) weight.weakening = std::max(weight.weakening, magnitude);
    if (pull.strengthened >= magnitudes.minimum_decibels) {
        weight.strengthening = std::max(weight.strengthening, magnitude);
    }
}

}  // namespace

ClusterWeight ClusterWeight::turned() const noexcept {
    ClusterWeight other = *this;
    std::swap(other.pull.weakened, other.pull.strengthened);
    std::swap(other.weakening, other.strengthening);
    return other;
}

void FactorWeight::change(const ClusterWeight& cluster, int times) noexcept {
    pull_.weakened += times * cluster.pull.weakened;
    pull_.strengthened += times * cluster.pull.strengthened;
    items_ += times * cluster.items;
    weakening_[static_cast<std::size_t>(cluster.weakening)] += times;
    strengthening_[static_cast<std::size_t>(cluster.strengthening)] += times;
}

int FactorWeight::largest(const Counts& counts) noexcept {
    for (int magnitude = kLargestMagnitude; magnitude > 0; --magnitude) {
        if (counts[static_cast<std::size_t>(magnitude)] > 0) return magnitude;
    }
    return 0;
}

std::vector<DecibelVector> item_decibels(const Arrangement& arrangement, const Selection& selection,
                                         const evidence::Protocol& protocol) {
    std::vector<DecibelVector> all;
    all.reserve(arrangement.items.size());
    for (const auto& entry : arrangement.items) {
        const auto& facts = selection.items[entry.item];
        const double reliance = reliance_on(facts.grade, protocol.grades);
        DecibelVector mean{};
        for (std::uint32_t r = 0; r < entry.readings; ++r) {
            const auto& reading = arrangement.readings[entry.first_reading + r];
            const auto one = tempered(untempered(content_of(reading, facts), protocol), reliance);
            for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += one[i] / entry.readers;
        }
        all.push_back(mean);
    }
    return all;
}

std::vector<ClusterWeight> cluster_weights(const Arrangement& arrangement, const Selection& selection,
                                           std::span<const DecibelVector> decibels, const evidence::Protocol& protocol,
                                           const Mask& mask) {
    std::vector<ClusterWeight> weights;
    weights.reserve(arrangement.clusters.size());
    for (const auto& cluster : arrangement.clusters) {
        ClusterWeight weight;
        for (auto i = cluster.begin; i < cluster.end; ++i) {
            const auto& entry = arrangement.items[i];
            if (!mask.empty() && !mask[entry.item]) continue;
            if (weight.items == 0 || spread(decibels[i]) > spread(decibels[weight.strongest])) weight.strongest = i;
            ++weight.items;
            if (!is_new(entry, arrangement)) continue;
            raise_magnitudes(weight, over_unchanged(decibels[i]), selection.items[entry.item].kind,
                             protocol.magnitudes);
        }
        if (weight.items > 0) {
            const auto pull = over_unchanged(decibels[weight.strongest]);
            weight.multiplier = dependence_multiplier(weight.items, protocol.correlation);
            weight.pull = {weight.multiplier * pull.weakened, weight.multiplier * pull.strengthened};
        }
        weights.push_back(weight);
    }
    return weights;
}

std::vector<FactorWeight> factor_weights(const Arrangement& arrangement, std::span<const ClusterWeight> weights) {
    std::vector<FactorWeight> factors(arrangement.factors);
    for (std::size_t i = 0; i < weights.size(); ++i) factors[arrangement.clusters[i].factor].add(weights[i]);
    return factors;
}

std::vector<double> cluster_standings(const Arrangement& arrangement, const Selection& selection,
                                      const evidence::Protocol& protocol) {
    std::vector<double> standings;
    standings.reserve(arrangement.clusters.size());
    for (const auto& cluster : arrangement.clusters) {
        double strongest = 0;
        int items = 0;
        for (auto i = cluster.begin; i < cluster.end; ++i) {
            const auto& entry = arrangement.items[i];
            const auto& facts = selection.items[entry.item];
            const double reliance = reliance_on(facts.grade, protocol.grades);
            double mean = 0;
            bool continues = false;
            for (std::uint32_t r = 0; r < entry.readings; ++r) {
                const auto& reading = arrangement.readings[entry.first_reading + r];
                continues = continues || reading.novelty == evidence::Novelty::Continuity;
                mean += standing_decibels(content_of(reading, facts), reliance, protocol) / entry.readers;
            }
            if (continues) ++items;
            if (std::abs(mean) > std::abs(strongest)) strongest = mean;
        }
        standings.push_back(strongest * dependence_multiplier(items, protocol.correlation));
    }
    return standings;
}

}  // namespace entente::assessment
