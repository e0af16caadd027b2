// One run of the ledger as numbers. Every rerun of the sensitivity starts from here and changes as little as it can.
#pragma once

#include <string>
#include <vector>

#include "assessment/arrangement.hpp"
#include "assessment/clusters.hpp"
#include "assessment/finding.hpp"
#include "assessment/verdict.hpp"

namespace entente::assessment {

struct Run {
    Arrangement arrangement;
    std::vector<DecibelVector> decibels;  // per arranged item
    std::vector<ClusterWeight> weights;   // per arranged cluster
    std::vector<FactorWeight> factors;
    std::vector<Judgement> judgements;  // per factor
    Ruling ruling;
};

[[nodiscard]] Run run_ledger(const Selection& selection, Material material, const evidence::Protocol& protocol);

[[nodiscard]] std::vector<Judgement> judge_all(const std::vector<FactorWeight>& factors,
                                               const evidence::Protocol& protocol);

// The ruling over the masked items alone, in the clusters of the whole run.
[[nodiscard]] Ruling rule_on_some(const Run& run, const Selection& selection, const evidence::Protocol& protocol,
                                  const Mask& mask);

// The items of the selection that the run uses.
[[nodiscard]] Mask used_items(const Run& run, const Selection& selection);
[[nodiscard]] int count_of(const Mask& mask);

[[nodiscard]] Rerun named_rerun(std::string name, const Ruling& ruling, int items, const Ruling& original);

}  // namespace entente::assessment
