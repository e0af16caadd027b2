// Who threatens most: the composite of the components, and how a state's rank depends on their weights.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/missing.hpp"
#include "evidence/threat_theory.hpp"
#include "threat/components.hpp"

namespace entente::threat {

// The standing of one state among those that could threaten another in one year. Ranks begin with 1, equals share the
// better one; values that differ by less than a part in 10¹² are equal.
struct Ranked {
    Reading composite;        // 0 … 1, under the theory's weights; missing where a component is
    std::optional<int> rank;  // under the theory's weights; none without a composite
    int best = 0;             // over all weightings and the theory's own; 0 without a composite
    int worst = 0;            // likewise
    double first_share = 0;   // the share of weightings under which it is first, with a composite over 0
    std::vector<std::optional<int>> by_component;  // rank in each component alone, among those that have it
    // Without a rank, under the theory's weights: its place among those that have one, were every unknown part of what
    // it lacks 0. It stands there or higher. Nothing where its composite would be 0 then, or where nobody has a rank.
    std::optional<int> at_worst;
};

// First, and not in a tie of those who are nothing.
[[nodiscard]] bool comes_first(const Ranked& standing);

// Each component ÷ the largest of those that have all components; Π value^weight or Σ weight·value. A component that is
// 0 for everybody stays 0.
[[nodiscard]] std::vector<Ranked> ranked(const evidence::ThreatTheory& theory, std::span<const ThreatReading> readings);

// Of how many weightings the states at these places among the readings lead: among those that count each is one of the
// first so many as they are, and has a composite over 0. Under none if one of them lacks a component or does not count.
// `counts` has an entry for each reading.
struct Leading {
    std::size_t weightings = 0;
    std::size_t of = 0;
};
[[nodiscard]] Leading leading(const evidence::ThreatTheory& theory, std::span<const ThreatReading> readings,
                              std::span<const std::size_t> states, const std::vector<bool>& counts);

}  // namespace entente::threat
