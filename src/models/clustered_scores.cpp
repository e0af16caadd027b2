#include "models/clustered_scores.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "models/forecast_order.hpp"
#include "models/scores.hpp"

namespace entente::models {

ClusteredScores::ClusteredScores(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes,
                                 std::span<const std::uint16_t> clusters, std::span<const std::uint16_t> strata)
    : rows_(strata.size(), 0), happened_(strata.size(), 0), log_sums_(strata.size(), 0), brier_sums_(strata.size(), 0) {
    ensure(probabilities.size() == outcomes.size() && clusters.size() == outcomes.size(),
           "one outcome and one cluster for each forecast");
    const auto count = strata.size();
    std::vector<std::size_t> place(count);  // of a cluster in its stratum
    for (std::size_t cluster = 0; cluster < count; ++cluster) {
        if (strata[cluster] >= strata_.size()) strata_.resize(strata[cluster] + std::size_t{1});
        auto& stratum = strata_[strata[cluster]];
        place[cluster] = stratum.size();
        stratum.push_back(cluster);
    }
    for (const auto& stratum : strata_) won_.emplace_back(stratum.size() * stratum.size(), 0);
    for (std::size_t row = 0; row < outcomes.size(); ++row) {
        const auto cluster = clusters[row];
        ensure(cluster < count, "a cluster is numbered below their count");
        const auto probability = static_cast<double>(probabilities[row]);
        rows_[cluster] += 1;
        happened_[cluster] += outcomes[row];
        brier_sums_[cluster] += (probability - outcomes[row]) * (probability - outcomes[row]);
        const auto log = log_score(probability, outcomes[row] != 0);
        log_defined_ = log_defined_ && log;
        log_sums_[cluster] += log.value_or(0);
    }
    const auto order = in_order(probabilities);
    std::vector<double> below(count, 0);  // rows with a lower forecast that did not happen, by cluster
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && probabilities[order[end]] == probabilities[order[begin]]) ++end;
        // Half of the equals are counted as below while those that happened are compared, the other half after.
        const auto count_equals = [&] {
            for (auto at = begin; at < end; ++at) {
                if (outcomes[order[at]] == 0) below[clusters[order[at]]] += 0.5;
            }
        };
        count_equals();
        for (auto at = begin; at < end; ++at) {
            if (outcomes[order[at]] == 0) continue;
            const auto cluster = clusters[order[at]];
            const auto& others = strata_[strata[cluster]];
            double* const row = &won_[strata[cluster]][place[cluster] * others.size()];
            for (std::size_t other = 0; other < others.size(); ++other) row[other] += below[others[other]];
        }
        count_equals();
        begin = end;
    }
}

ForecastScores ClusteredScores::scores(std::span<const double> weights) const {
    const auto count = rows_.size();
    ensure(weights.size() == count, "one weight for each cluster");
    double rows = 0;
    double log_sum = 0;
    double brier_sum = 0;
    for (std::size_t cluster = 0; cluster < count; ++cluster) {
        rows += weights[cluster] * rows_[cluster];
        log_sum += weights[cluster] * log_sums_[cluster];
        brier_sum += weights[cluster] * brier_sums_[cluster];
    }
    double won = 0;
    double pairs = 0;
    for (std::size_t at = 0; at < strata_.size(); ++at) {
        const auto& stratum = strata_[at];
        for (std::size_t one = 0; one < stratum.size(); ++one) {
            const auto a = stratum[one];
            if (weights[a] <= 0 || happened_[a] <= 0) continue;
            const double* const row = &won_[at][one * stratum.size()];
            for (std::size_t other = 0; other < stratum.size(); ++other) {
                const auto b = stratum[other];
                const double times = stratum.size() == 1 ? weights[a] : weights[a] * weights[b];
                won += times * row[other];
                pairs += times * happened_[a] * (rows_[b] - happened_[b]);
            }
        }
    }
    ForecastScores scores;
    if (rows <= 0) return scores;
    if (log_defined_) scores.log = log_sum / rows;
    scores.brier = brier_sum / rows;
    if (pairs > 0) scores.area = won / pairs;
    return scores;
}

ForecastScores ClusteredScores::scores() const {
    return scores(std::vector<double>(rows_.size(), 1));
}

std::vector<double> drawn_clusters(const RandomStream& stream, std::uint64_t draw, std::size_t count) {
    std::vector<double> times(count, 0);
    for (std::size_t i = 0; i < count; ++i) times[stream.below(count, draw, i)] += 1;
    return times;
}

std::optional<PercentileInterval> percentile_interval(std::vector<double> values, double level) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto under = static_cast<std::size_t>(std::floor(place));
        const auto over = std::min(under + 1, values.size() - 1);
        return values[under] + (place - static_cast<double>(under)) * (values[over] - values[under]);
    };
    return PercentileInterval{at((1 - level) / 2), at((1 + level) / 2)};
}

}  // namespace entente::models
