// Scores of forecasts for which rows come in clusters (states, decades) that are drawn anew together: what a bootstrap
// over clusters needs, in time that grows with the clusters of a draw and not with its rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/random.hpp"

namespace entente::models {

struct ForecastScores {
    std::optional<double> log;    // mean log score; nothing where a forecast gave 0 to what happened
    std::optional<double> brier;  // mean
    std::optional<double> area;   // under the curve; nothing without both outcomes
};

// Forecasts that were made in parts (folds) must be ranked within a part: a part in which more happened was forecast
// from others in which less did, so that over all parts even a base rate ranks rows, in the wrong order (Forman and
// Scholz 2010, "Apples-to-Apples in Cross-Validation Studies").
class ClusteredScores {
public:
    // `clusters` numbers the cluster of each row, from 0 and below the size of `strata`, which numbers the stratum of
    // each cluster: the area compares rows of one stratum only.
    ClusteredScores(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes,
                    std::span<const std::uint16_t> clusters, std::span<const std::uint16_t> strata);

    // With every cluster counted as often as its weight says; all weights 1: the scores of all rows. The area is
    // Σ w_a w_b C_ab / Σ w_a w_b n_a m_b, where C_ab is how often a row of cluster a that happened had a higher
    // forecast than one of cluster b that did not: no row has to be sorted again.
    [[nodiscard]] ForecastScores scores(std::span<const double> weights) const;
    [[nodiscard]] ForecastScores scores() const;
    [[nodiscard]] std::size_t clusters() const noexcept { return rows_.size(); }

private:
    std::vector<double> rows_;      // by cluster
    std::vector<double> happened_;  // by cluster
    std::vector<double> log_sums_;
    std::vector<double> brier_sums_;
    bool log_defined_ = true;
    std::vector<std::vector<std::size_t>> strata_;  // the clusters of each
    std::vector<std::vector<double>> won_;          // C of the clusters of each stratum, row by row
};

// Efron and Tibshirani (1993), chapter 8: as many clusters as there are, drawn with replacement; how often each came.
[[nodiscard]] std::vector<double> drawn_clusters(const RandomStream& stream, std::uint64_t draw, std::size_t count);

struct PercentileInterval {
    double low = 0;
    double high = 0;
};

// The values between which the middle `level` of them lie (R's quantile, type 7). Nothing without values.
[[nodiscard]] std::optional<PercentileInterval> percentile_interval(std::vector<double> values, double level);

}  // namespace entente::models
