#include "models/scores.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "core/error.hpp"
#include "models/forecast_order.hpp"

namespace entente::models {
namespace {

void same_length(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes) {
    ensure(probabilities.size() == outcomes.size(), "one outcome for each forecast");
}

// Where the groups of a calibration end, in the order of the forecasts.
std::vector<std::size_t> ends_of_groups(std::span<const float> probabilities, std::span<const std::uint32_t> order,
                                        std::size_t groups) {
    ensure(groups > 0, "at least one group");
    std::vector<std::size_t> ends;
    for (std::size_t begin = 0; begin < order.size(); begin = ends.back()) {
        // The next border of a group that is not yet behind us: a long run of equals may have swallowed some.
        auto border = begin * groups / order.size() + 1;
        if (order.size() * border / groups <= begin) ++border;
        auto end = std::max(begin + 1, order.size() * border / groups);
        while (end < order.size() && probabilities[order[end]] == probabilities[order[end - 1]]) ++end;
        ends.push_back(end);
    }
    return ends;
}

}  // namespace

std::optional<double> log_score(double probability, bool happened) noexcept {
    const double given = happened ? probability : 1 - probability;
    if (given <= 0) return std::nullopt;
    return std::log(given);
}

std::optional<double> mean_log_score(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes) {
    same_length(probabilities, outcomes);
    if (probabilities.empty()) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const auto score = log_score(static_cast<double>(probabilities[i]), outcomes[i] != 0);
        if (!score) return std::nullopt;
        sum += *score;
    }
    return sum / static_cast<double>(probabilities.size());
}

std::optional<double> brier_score(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes) {
    same_length(probabilities, outcomes);
    if (probabilities.empty()) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double off = static_cast<double>(probabilities[i]) - outcomes[i];
        sum += off * off;
    }
    return sum / static_cast<double>(probabilities.size());
}

std::optional<BrierParts> brier_parts(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes) {
    same_length(probabilities, outcomes);
    if (probabilities.empty()) return std::nullopt;
    const auto count = static_cast<double>(probabilities.size());
    const double base = static_cast<double>(std::accumulate(outcomes.begin(), outcomes.end(), std::size_t{0})) / count;
    const auto order = in_order(probabilities);
    BrierParts parts;
    parts.uncertainty = base * (1 - base);
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double happened = 0;
        for (; end < order.size() && probabilities[order[end]] == probabilities[order[begin]]; ++end) {
            happened += outcomes[order[end]];
        }
        const auto size = static_cast<double>(end - begin);
        const double share = happened / size;
        const auto forecast = static_cast<double>(probabilities[order[begin]]);
        parts.reliability += size * (forecast - share) * (forecast - share) / count;
        parts.resolution += size * (share - base) * (share - base) / count;
        begin = end;
    }
    return parts;
}

std::optional<double> area_under_curve(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes) {
    same_length(probabilities, outcomes);
    const auto order = in_order(probabilities);
    double lower = 0;  // cases below that did not happen
    double won = 0;
    double happened_in_all = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double happened = 0;
        for (; end < order.size() && probabilities[order[end]] == probabilities[order[begin]]; ++end) {
            happened += outcomes[order[end]];
        }
        const double not_happened = static_cast<double>(end - begin) - happened;
        won += happened * (lower + not_happened / 2);
        lower += not_happened;
        happened_in_all += happened;
        begin = end;
    }
    if (happened_in_all <= 0 || lower <= 0) return std::nullopt;
    return won / (happened_in_all * lower);
}

std::vector<CalibrationGroup> calibration(std::span<const float> probabilities, std::span<const std::uint8_t> outcomes,
                                          std::size_t groups) {
    same_length(probabilities, outcomes);
    const auto order = in_order(probabilities);
    std::vector<CalibrationGroup> made;
    std::size_t begin = 0;
    for (const auto end : ends_of_groups(probabilities, order, groups)) {
        CalibrationGroup group;
        for (auto place = begin; place < end; ++place) {
            group.forecast += static_cast<double>(probabilities[order[place]]);
            group.happened += outcomes[order[place]];
        }
        group.size = end - begin;
        group.forecast /= static_cast<double>(group.size);
        group.happened /= static_cast<double>(group.size);
        made.push_back(group);
        begin = end;
    }
    return made;
}

std::vector<std::uint16_t> calibration_groups(std::span<const float> probabilities, std::size_t groups) {
    const auto order = in_order(probabilities);
    std::vector<std::uint16_t> places(probabilities.size());
    std::size_t begin = 0;
    std::uint16_t group = 0;
    for (const auto end : ends_of_groups(probabilities, order, groups)) {
        for (auto place = begin; place < end; ++place) places[order[place]] = group;
        ++group;
        begin = end;
    }
    return places;
}

}  // namespace entente::models
