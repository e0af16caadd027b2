#include "outlook/forecast_scores.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace entente::outlook {
namespace {

constexpr std::size_t kMostGroups = 10;
constexpr double kNormal95 = 1.959963984540054;

// Wilson (1927), “Probable Inference, the Law of Succession, and Statistical Inference”, Journal of the American
// Statistical Association 22, 209–212.
void add_interval(ForecastGroup& group) {
    const auto n = static_cast<double>(group.size);
    const double z2 = kNormal95 * kNormal95;
    const double middle = (group.happened + z2 / (2 * n)) / (1 + z2 / n);
    const double half =
        kNormal95 / (1 + z2 / n) * std::sqrt(group.happened * (1 - group.happened) / n + z2 / (4 * n * n));
    group.low = std::max(0.0, middle - half);
    group.high = std::min(1.0, middle + half);
}

double squared(double number) {
    return number * number;
}

// Forecasts in the order of their probabilities, in groups that end at these places.
ForecastGroup group_of(std::span<const SettledForecast> sorted, std::size_t begin, std::size_t end) {
    ForecastGroup group;
    group.size = end - begin;
    for (const auto& one : sorted.subspan(begin, group.size)) {
        group.forecast += one.probability.middle() / static_cast<double>(group.size);
        group.happened += one.came_true ? 1 : 0;
    }
    group.happened /= static_cast<double>(group.size);
    return group;
}

std::vector<ForecastGroup> groups_of(std::span<const SettledForecast> sorted, std::size_t at_least) {
    std::vector<ForecastGroup> groups;
    for (std::size_t begin = 0; begin < sorted.size();) {
        auto end = std::min(begin + at_least, sorted.size());
        while (end < sorted.size() && sorted[end].probability.middle() == sorted[end - 1].probability.middle()) ++end;
        groups.push_back(group_of(sorted, begin, end));
        begin = end;
    }
    return groups;
}

// Murphy (1973): groups of one probability each.
models::BrierParts parts_of(std::span<const ForecastGroup> groups, double count, double base) {
    models::BrierParts parts;
    parts.uncertainty = base * (1 - base);
    for (const auto& group : groups) {
        const double weight = static_cast<double>(group.size) / count;
        parts.reliability += weight * squared(group.forecast - group.happened);
        parts.resolution += weight * squared(group.happened - base);
    }
    return parts;
}

}  // namespace

std::optional<ForecastScores> score(std::span<const SettledForecast> forecasts) {
    if (forecasts.empty()) return std::nullopt;
    std::vector<SettledForecast> sorted(forecasts.begin(), forecasts.end());
    std::ranges::stable_sort(sorted, {}, [](const SettledForecast& one) { return one.probability.middle(); });
    ForecastScores scores;
    scores.forecasts = sorted.size();
    scores.log = 0;
    const auto count = static_cast<double>(sorted.size());
    double came_true_in_all = 0;
    for (const auto& [probability, came_true] : sorted) {
        const double outcome = came_true ? 1 : 0;
        came_true_in_all += outcome;
        scores.brier += squared(probability.middle() - outcome) / count;
        scores.brier_best += squared((came_true ? probability.high : probability.low) - outcome) / count;
        scores.brier_worst += squared((came_true ? probability.low : probability.high) - outcome) / count;
        const auto log = models::log_score(probability.middle(), came_true);
        scores.log = scores.log && log ? std::optional(*scores.log + *log / count) : std::nullopt;
    }
    const auto by_value = groups_of(sorted, 1);
    scores.parts = parts_of(by_value, count, came_true_in_all / count);
    if (scores.parts.uncertainty > 0) scores.skill = 1 - scores.brier / scores.parts.uncertainty;
    const std::size_t tenth = (sorted.size() + kMostGroups - 1) / kMostGroups;
    scores.calibration = by_value.size() <= kMostGroups ? by_value : groups_of(sorted, tenth);
    std::ranges::for_each(scores.calibration, add_interval);
    return scores;
}

}  // namespace entente::outlook
