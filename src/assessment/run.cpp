#include "assessment/run.hpp"

#include <algorithm>
#include <utility>

namespace entente::assessment {

Run run_ledger(const Selection& selection, Material material, const evidence::Protocol& protocol) {
    Run run;
    run.arrangement = arrange(selection, std::move(material), protocol);
    run.decibels = item_decibels(run.arrangement, selection, protocol);
    run.weights = cluster_weights(run.arrangement, selection, run.decibels, protocol);
    run.factors = factor_weights(run.arrangement, run.weights);
    run.judgements = judge_all(run.factors, protocol);
    run.ruling = rule_on(run.judgements, protocol.verdict);
    return run;
}

std::vector<Judgement> judge_all(const std::vector<FactorWeight>& factors, const evidence::Protocol& protocol) {
    std::vector<Judgement> judgements;
    judgements.reserve(factors.size());
    for (const auto& factor : factors) judgements.push_back(judge(evidence_of(factor), protocol));
    return judgements;
}

Ruling rule_on_some(const Run& run, const Selection& selection, const evidence::Protocol& protocol, const Mask& mask) {
    const auto weights = cluster_weights(run.arrangement, selection, run.decibels, protocol, mask);
    return rule_on(judge_all(factor_weights(run.arrangement, weights), protocol), protocol.verdict);
}

Mask used_items(const Run& run, const Selection& selection) {
    Mask used(selection.items.size(), false);
    for (const auto& entry : run.arrangement.items) used[entry.item] = true;
    return used;
}

int count_of(const Mask& mask) {
    return static_cast<int>(std::ranges::count(mask, true));
}

Rerun named_rerun(std::string name, const Ruling& ruling, int items, const Ruling& original) {
    return {.name = std::move(name),
            .direction = ruling.direction,
            .size = ruling.size,
            .probability = ruling.probability,
            .items = items,
            .changes_verdict = ruling.direction != original.direction};
}

}  // namespace entente::assessment
