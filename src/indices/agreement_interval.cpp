#include <algorithm>
#include <cmath>
#include <cstddef>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/random.hpp"
#include "indices/agreement.hpp"
#include "indices/rated_units.hpp"

namespace entente::indices {
namespace {

constexpr double kMostUndefinedDraws = 0.05;

Agreement computed(const Ratings& ratings, Coefficient coefficient, Metric metric) {
    switch (coefficient) {
        case Coefficient::Alpha:
            return krippendorff_alpha(ratings, metric);
        case Coefficient::CohenKappa:
            return cohen_kappa(ratings);
        case Coefficient::FleissKappa:
            return fleiss_kappa(ratings);
    }
    return {};
}

// Only units that the coefficient uses are drawn, so that each draw rests on as many units as the value does.
Ratings usable_units(const Ratings& ratings, Coefficient coefficient) {
    switch (coefficient) {
        case Coefficient::Alpha:
            return units_with_pairs(ratings);
        case Coefficient::CohenKappa:
            return units_of_both(ratings);
        case Coefficient::FleissKappa:
            return units_of_equal_number(ratings);
    }
    return {};
}

FromCounts from_counts(const CountedUnits& units, Coefficient coefficient, Metric metric) {
    switch (coefficient) {
        case Coefficient::Alpha:
            return alpha_from_counts(units, metric);
        case Coefficient::CohenKappa:
            return cohen_kappa_from_counts(units);
        case Coefficient::FleissKappa:
            return fleiss_kappa_from_counts(units);
    }
    return {};
}

// A draw is as many units as there are, with replacement; of each, only its pattern matters.
std::vector<double> sorted_draws(const CountedUnits& units, const FromCounts& coefficient, int draws,
                                 std::uint64_t seed) {
    const RandomStream random(seed, "bootstrap");
    const auto& pattern_of = units.pattern_of;
    std::vector<int> counts(units.patterns.size());
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(draws));
    for (int draw = 0; draw < draws; ++draw) {
        std::fill(counts.begin(), counts.end(), 0);
        for (std::size_t place = 0; place < pattern_of.size(); ++place) {
            ++counts[pattern_of[random.below(pattern_of.size(), static_cast<std::uint64_t>(draw), place)]];
        }
        if (const auto computed = coefficient(counts); computed.value) values.push_back(*computed.value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

// Hyndman and Fan (1996), definition 7: linear between order statistics.
double quantile(const std::vector<double>& sorted, double probability) {
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

}  // namespace

// Efron (1979); the percentile interval runs from the (1 − level) / 2 to the (1 + level) / 2 quantile of the draws.
Agreement with_interval(const Ratings& ratings, Coefficient coefficient, Metric metric, int draws, std::uint64_t seed,
                        double level) {
    require(draws >= 1, "a bootstrap needs at least one draw");
    require(level > 0 && level < 1, "the level of an interval lies between 0 and 1");

    auto agreement = computed(ratings, coefficient, metric);
    if (!agreement.value) return agreement;

    const auto units = counted(usable_units(ratings, coefficient));
    const auto values = sorted_draws(units, from_counts(units, coefficient, metric), draws, seed);
    const int undefined = draws - static_cast<int>(values.size());
    if (values.empty() || undefined > kMostUndefinedDraws * draws) {
        agreement.why_no_interval =
            fmt::format("the coefficient is undefined in {} of {} draws: too little variation", undefined, draws);
        return agreement;
    }
    agreement.low = quantile(values, (1 - level) / 2);
    agreement.high = quantile(values, (1 + level) / 2);
    return agreement;
}

}  // namespace entente::indices
