#include "assessment/scenario_draws.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/error.hpp"

namespace entente::assessment {

namespace {

using evidence::Direction;

enum class End { Low, High };

bool leaves_open(const std::vector<RangedEffect>& effects) {
    return std::ranges::any_of(effects, [](const RangedEffect& effect) { return !effect.direction.has_value(); });
}

LedgerState at_end(const LedgerState& unchanged, const std::vector<RangedEffect>& effects, End end, Direction open,
                   const evidence::Protocol& protocol) {
    std::vector<Supposed> supposed;
    for (const auto& effect : effects) {
        supposed.push_back(
            {effect.factor, effect.direction.value_or(open), end == End::Low ? effect.low : effect.high});
    }
    return with_supposed(unchanged, supposed, protocol);
}

void count(DirectionShares& shares, VerdictDirection direction) {
    switch (direction) {
        case VerdictDirection::Weakened:
            shares.weakened += 1;
            break;
        case VerdictDirection::Strengthened:
            shares.strengthened += 1;
            break;
        case VerdictDirection::Mixed:
            shares.mixed += 1;
            break;
        case VerdictDirection::Unchanged:
        case VerdictDirection::NotAssessed:
            shares.unchanged += 1;
            break;
    }
}

VerdictDirection side_of(Finding finding) {
    if (found_or_leaning(finding, VerdictDirection::Weakened)) return VerdictDirection::Weakened;
    if (found_or_leaning(finding, VerdictDirection::Strengthened)) return VerdictDirection::Strengthened;
    return finding == Finding::Contested ? VerdictDirection::Mixed : VerdictDirection::Unchanged;
}

// Hyndman and Fan (1996), type 7: between the two neighbours in proportion.
double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

DrawnShare summary_of(std::vector<double> values) {
    DrawnShare summary;
    for (const double value : values) summary.mean += value;
    summary.mean /= static_cast<double>(values.size());
    std::ranges::sort(values);
    summary.low = quantile(values, 0.05);
    summary.high = quantile(values, 0.95);
    return summary;
}

// Counts and sums over draws become shares and means.
void divide(ScenarioDraws& result, int draws) {
    const auto divide_shares = [draws](DirectionShares& shares) {
        for (double* share : {&shares.weakened, &shares.unchanged, &shares.strengthened, &shares.mixed})
            *share /= draws;
    };
    divide_shares(result.directions);
    result.flips /= draws;
    result.net_unchanged /= draws;
    for (auto& factor : result.factors) {
        divide_shares(factor.moved);
        factor.changed /= draws;
        factor.posterior.weakened /= draws;
        factor.posterior.unchanged /= draws;
        factor.posterior.strengthened /= draws;
    }
}

std::vector<DrawnFactor> touched_by(const std::vector<RangedEffect>& effects) {
    std::set<std::size_t> touched;
    for (const auto& effect : effects) touched.insert(effect.factor);
    std::vector<DrawnFactor> factors;
    for (const auto factor : touched) factors.push_back({.factor = factor, .moved = {}, .posterior = {}, .changed = 0});
    return factors;
}

}  // namespace

ScenarioDraws draw_scenario(const LedgerState& unchanged, const std::vector<RangedEffect>& effects,
                            const evidence::Protocol& protocol, int draws, const RandomStream& stream) {
    ensure(draws > 0, "at least one draw");
    ScenarioDraws result;
    result.draws = draws;
    result.low = at_end(unchanged, effects, End::Low, Direction::Collapse, protocol);
    result.high = at_end(unchanged, effects, End::High, Direction::Collapse, protocol);
    if (leaves_open(effects)) {
        result.low_otherwise = at_end(unchanged, effects, End::Low, Direction::Endurance, protocol);
        result.high_otherwise = at_end(unchanged, effects, End::High, Direction::Endurance, protocol);
    }
    result.factors = touched_by(effects);

    std::vector<double> weakened;
    std::vector<double> strengthened;
    std::vector<Supposed> supposed(effects.size());
    for (int draw = 0; draw < draws; ++draw) {
        const auto number = static_cast<std::uint64_t>(draw);
        for (std::size_t e = 0; e < effects.size(); ++e) {
            const auto& effect = effects[e];
            const double share = stream.uniform(number, 2 * e);
            const bool collapse = stream.uniform(number, 2 * e + 1) < 0.5;
            supposed[e] = {effect.factor,
                           effect.direction.value_or(collapse ? Direction::Collapse : Direction::Endurance),
                           effect.low + share * (effect.high - effect.low)};
        }
        const auto state = with_supposed(unchanged, supposed, protocol);
        count(result.directions, state.ruling.direction);
        if (state.ruling.direction != unchanged.ruling.direction) result.flips += 1;
        weakened.push_back(state.ruling.probability.weakened);
        strengthened.push_back(state.ruling.probability.strengthened);
        result.net_unchanged += state.ruling.probability.unchanged;
        for (auto& factor : result.factors) {
            const auto& judgement = state.judgements[factor.factor];
            count(factor.moved, side_of(judgement.finding));
            if (judgement.finding != unchanged.judgements[factor.factor].finding) factor.changed += 1;
            factor.posterior.weakened += judgement.posterior.weakened;
            factor.posterior.unchanged += judgement.posterior.unchanged;
            factor.posterior.strengthened += judgement.posterior.strengthened;
        }
    }
    divide(result, draws);
    result.net_weakened = summary_of(std::move(weakened));
    result.net_strengthened = summary_of(std::move(strengthened));
    return result;
}

}  // namespace entente::assessment
