// Dependence: what each cluster of an arrangement brings to its factor. Repeated reports of one thing count as little
// more than one: the strongest stands for all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "assessment/arrangement.hpp"
#include "assessment/assessment.hpp"
#include "evidence/protocol.hpp"

namespace entente::assessment {

// Decibels of change over 'unchanged'.
struct Pull {
    double weakened = 0;
    double strengthened = 0;
};

// Magnitudes run from 1 to 3.
inline constexpr int kLargestMagnitude = 3;

struct ClusterWeight {
    Pull pull;
    int items = 0;
    int weakening = 0;  // the largest magnitude among new items that pull this way; 0 if none does
    int strengthening = 0;
    double multiplier = 1;
    std::uint32_t strongest = 0;  // of Arrangement::items

    // With every item of the cluster coded the other way round: continuity is symmetric, so only what is new turns.
    [[nodiscard]] ClusterWeight turned() const noexcept;
};

// What the clusters of one factor say together. Adding and taking away a cluster cost the same, however many there are.
class FactorWeight {
public:
    void add(const ClusterWeight& cluster) noexcept { change(cluster, 1); }
    void remove(const ClusterWeight& cluster) noexcept { change(cluster, -1); }

    [[nodiscard]] Pull pull() const noexcept { return pull_; }
    [[nodiscard]] int items() const noexcept { return items_; }
    [[nodiscard]] int weakening() const noexcept { return largest(weakening_); }
    [[nodiscard]] int strengthening() const noexcept { return largest(strengthening_); }

private:
    using Counts = std::array<int, kLargestMagnitude + 1>;  // clusters by magnitude

    void change(const ClusterWeight& cluster, int times) noexcept;
    static int largest(const Counts& counts) noexcept;

    Pull pull_;
    int items_ = 0;
    Counts weakening_{};
    Counts strengthening_{};
};

// The decibels of each arranged item: the mean of its readers' tempered vectors.
[[nodiscard]] std::vector<DecibelVector> item_decibels(const Arrangement& arrangement, const Selection& selection,
                                                       const evidence::Protocol& protocol);

// Items of the selection that take part; empty: all.
using Mask = std::vector<bool>;

// One weight per cluster; a cluster of which no item takes part has no items and no weight.
[[nodiscard]] std::vector<ClusterWeight> cluster_weights(const Arrangement& arrangement, const Selection& selection,
                                                         std::span<const DecibelVector> decibels,
                                                         const evidence::Protocol& protocol, const Mask& mask = {});

[[nodiscard]] std::vector<FactorWeight> factor_weights(const Arrangement& arrangement,
                                                       std::span<const ClusterWeight> weights);

// How each cluster's continuity items say that its factor stands, in the same order.
[[nodiscard]] std::vector<double> cluster_standings(const Arrangement& arrangement, const Selection& selection,
                                                    const evidence::Protocol& protocol);

}  // namespace entente::assessment
