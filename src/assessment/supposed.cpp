#include "assessment/supposed.hpp"

#include <algorithm>
#include <utility>

#include "assessment/likelihood.hpp"
#include "assessment/readings.hpp"
#include "assessment/run.hpp"
#include "core/error.hpp"

namespace entente::assessment {

namespace {

using evidence::Direction;
using evidence::Kind;

int magnitude_reached(double decibels, const evidence::Protocol& protocol) {
    int magnitude = magnitude_of(Kind::Words, protocol.magnitudes);
    for (const auto kind : {Kind::Opinion, Kind::Act, Kind::Structural}) {
        if (decibels < new_decibels(kind, protocol)) continue;
        magnitude = std::max(magnitude, magnitude_of(kind, protocol.magnitudes));
    }
    return magnitude;
}

}  // namespace

LedgerState ledger_state(const evidence::Case& which, const evidence::Theory& theory,
                         const evidence::Protocol& protocol, const Question& question) {
    const evidence::CaseIndex index(which);
    const auto selection = select(which, index, theory, protocol.reading, question);
    auto run = run_ledger(selection, material_of(selection), protocol);
    return {std::move(run.factors), std::move(run.judgements), run.ruling};
}

ClusterWeight supposed_cluster(const Supposed& supposed, const evidence::Protocol& protocol) {
    ensure(supposed.decibels >= 0, "a direction has a size, not a sign");
    ClusterWeight weight;
    weight.items = 1;
    weight.multiplier = dependence_multiplier(weight.items, protocol.correlation);
    const double decibels = weight.multiplier * supposed.decibels;
    const bool counts = supposed.decibels >= protocol.magnitudes.minimum_decibels;
    const int magnitude = counts ? magnitude_reached(supposed.decibels, protocol) : 0;
    weight.pull = {decibels, -decibels};
    weight.weakening = magnitude;
    return supposed.direction == Direction::Collapse ? weight : weight.turned();
}

LedgerState with_supposed(const LedgerState& state, std::span<const Supposed> supposed,
                          const evidence::Protocol& protocol) {
    LedgerState changed = state;
    std::vector<bool> touched(state.factors.size(), false);
    for (const auto& one : supposed) {
        ensure(one.factor < changed.factors.size(), "a factor of the theory");
        if (one.decibels == 0) continue;
        changed.factors[one.factor].add(supposed_cluster(one, protocol));
        touched[one.factor] = true;
    }
    for (std::size_t factor = 0; factor < touched.size(); ++factor) {
        if (touched[factor]) changed.judgements[factor] = judge(evidence_of(changed.factors[factor]), protocol);
    }
    changed.ruling = rule_on(changed.judgements, protocol.verdict);
    return changed;
}

}  // namespace entente::assessment
