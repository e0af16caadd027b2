#include <algorithm>
#include <cmath>
#include <cstddef>
#include <list>
#include <utility>

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

// Coefficients that use the same units, and what each draw gives for them.
struct DrawnTogether {
    CountedUnits units;
    std::vector<std::size_t> which;  // of the coefficients wanted
    std::vector<FromCounts> coefficients;
    std::vector<std::vector<double>> values;
};

// A draw is as many units as there are, with replacement; of each, only its pattern matters.
void draw_all(DrawnTogether& drawn, int draws, std::uint64_t seed) {
    const RandomStream random(seed, "bootstrap");
    const auto& pattern_of = drawn.units.pattern_of;
    std::vector<int> counts(drawn.units.patterns.size());
    drawn.values.resize(drawn.coefficients.size());
    for (auto& values : drawn.values) values.reserve(static_cast<std::size_t>(draws));
    for (int draw = 0; draw < draws; ++draw) {
        std::fill(counts.begin(), counts.end(), 0);
        for (std::size_t place = 0; place < pattern_of.size(); ++place) {
            ++counts[pattern_of[random.below(pattern_of.size(), static_cast<std::uint64_t>(draw), place)]];
        }
        for (std::size_t i = 0; i < drawn.coefficients.size(); ++i) {
            if (const auto computed = drawn.coefficients[i](counts); computed.value) {
                drawn.values[i].push_back(*computed.value);
            }
        }
    }
    for (auto& values : drawn.values) std::sort(values.begin(), values.end());
}

bool are_the_same(const CountedUnits& left, const CountedUnits& right) {
    return left.values == right.values && left.patterns == right.patterns && left.pattern_of == right.pattern_of;
}

// Hyndman and Fan (1996), definition 7: linear between order statistics.
double quantile(const std::vector<double>& sorted, double probability) {
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

// Efron (1979); the percentile interval runs from the (1 − level) / 2 to the (1 + level) / 2 quantile of the draws.
void add_interval(Agreement& agreement, const std::vector<double>& sorted, int draws, double level) {
    const int undefined = draws - static_cast<int>(sorted.size());
    if (sorted.empty() || undefined > kMostUndefinedDraws * draws) {
        agreement.why_no_interval =
            fmt::format("the coefficient is undefined in {} of {} draws: too little variation", undefined, draws);
        return;
    }
    agreement.low = quantile(sorted, (1 - level) / 2);
    agreement.high = quantile(sorted, (1 + level) / 2);
}

}  // namespace

Agreement with_interval(const Ratings& ratings, Coefficient coefficient, Metric metric, int draws, std::uint64_t seed,
                        double level) {
    return with_intervals(ratings, {{coefficient, metric}}, draws, seed, level).front();
}

std::vector<Agreement> with_intervals(const Ratings& ratings, const std::vector<WantedCoefficient>& wanted, int draws,
                                      std::uint64_t seed, double level) {
    require(draws >= 1, "a bootstrap needs at least one draw");
    require(level > 0 && level < 1, "the level of an interval lies between 0 and 1");

    std::vector<Agreement> agreements;
    std::list<DrawnTogether> groups;  // coefficients refer to their units, which must not move
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto [coefficient, metric] = wanted[i];
        agreements.push_back(computed(ratings, coefficient, metric));
        if (!agreements.back().value) continue;
        auto units = counted(usable_units(ratings, coefficient));
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const DrawnTogether& each) { return are_the_same(each.units, units); });
        if (group == groups.end()) {
            group = groups.emplace(groups.end());
            group->units = std::move(units);
        }
        group->which.push_back(i);
        group->coefficients.push_back(from_counts(group->units, coefficient, metric));
    }
    for (auto& group : groups) {
        draw_all(group, draws, seed);
        for (std::size_t i = 0; i < group.which.size(); ++i) {
            add_interval(agreements[group.which[i]], group.values[i], draws, level);
        }
    }
    return agreements;
}

}  // namespace entente::indices
