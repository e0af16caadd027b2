// What the ledger would say if more evidence came in: the clusters of a case as they are, and supposed ones beside
// them. The same rules as for coded evidence from the sum over clusters on; nothing of the case is changed.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "assessment/assessment.hpp"
#include "assessment/clusters.hpp"
#include "assessment/finding.hpp"
#include "assessment/verdict.hpp"

namespace entente::assessment {

// One piece of news that is supposed to be true: a new item alone in its cluster, of a report that can be relied on.
struct Supposed {
    std::size_t factor = 0;  // of the theory
    evidence::Direction direction = evidence::Direction::Endurance;
    double decibels = 0;  // b of docs/ledger.md, not below zero; at zero nothing is supposed
};

// A run of the ledger as far as the verdict needs it.
struct LedgerState {
    std::vector<FactorWeight> factors;  // before the cap, in the theory's order
    std::vector<Judgement> judgements;
    Ruling ruling;
};

// The case as it is. Throws like assess().
[[nodiscard]] LedgerState ledger_state(const evidence::Case& which, const evidence::Theory& theory,
                                       const evidence::Protocol& protocol, const Question& question);

// The cluster that it would make: (+b, 0, −b) toward collapse, turned toward endurance. Its magnitude is that of the
// heaviest kind of evidence whose decibels in the protocol it reaches: words below an act's, an act, structural.
[[nodiscard]] ClusterWeight supposed_cluster(const Supposed& supposed, const evidence::Protocol& protocol);

// With the supposed clusters added.
[[nodiscard]] LedgerState with_supposed(const LedgerState& state, std::span<const Supposed> supposed,
                                        const evidence::Protocol& protocol);

}  // namespace entente::assessment
