#include "assessment/multiverse.hpp"

#include <algorithm>

#include "assessment/verdict.hpp"

namespace entente::assessment {

namespace {

// The settings of one arrangement: its items are weighed once per decibel scale and ritual weight, its clusters
// once more per correlation, and only the priors are left for the innermost loop.
void add_settings(std::vector<MultiverseSetting>& settings, const Arrangement& arrangement, const Selection& selection,
                  evidence::Protocol protocol) {
    const auto grid = protocol.grid;
    for (const auto& scale : grid.decibels) {
        for (const double ritual_weight : grid.ritual_weights) {
            protocol.decibels = scale;
            protocol.ritual_weight = ritual_weight;
            const auto decibels = item_decibels(arrangement, selection, protocol);
            for (const double correlation : grid.correlations) {
                protocol.correlation = correlation;
                const auto weights = cluster_weights(arrangement, selection, decibels, protocol);
                const auto factors = factor_weights(arrangement, weights);
                for (const auto& prior : grid.priors) {
                    protocol.prior = prior;
                    const auto ruling = rule_on(judge_all(factors, protocol), protocol.verdict);
                    settings.push_back({.prior = prior,
                                        .correlation = correlation,
                                        .decibels = scale,
                                        .clustering = protocol.clustering,
                                        .ritual_weight = ritual_weight,
                                        .direction = ruling.direction,
                                        .net_weakened = ruling.probability.weakened,
                                        .net_strengthened = ruling.probability.strengthened});
                }
            }
        }
    }
}

}  // namespace

std::vector<MultiverseSetting> multiverse(const Selection& selection, const Material& material,
                                          const evidence::Protocol& protocol) {
    std::vector<MultiverseSetting> settings;
    for (const auto clustering : protocol.grid.clusterings) {
        auto varied = protocol;
        varied.clustering = clustering;
        const auto arrangement = arrange(selection, material, varied);
        add_settings(settings, arrangement, selection, varied);
    }
    return settings;
}

std::array<double, 5> shares_of(const std::vector<MultiverseSetting>& settings) {
    std::array<double, 5> shares{};
    for (const auto& setting : settings) shares[static_cast<std::size_t>(setting.direction)] += 1;
    for (auto& share : shares) share /= static_cast<double>(std::max<std::size_t>(settings.size(), 1));
    return shares;
}

}  // namespace entente::assessment
