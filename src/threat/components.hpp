// The components of threat of one state to another: each the mean of its parts, over those that are known, moved by
// what a case codes.
#pragma once

#include <string_view>
#include <vector>

#include "core/missing.hpp"
#include "evidence/threat_theory.hpp"
#include "threat/facts.hpp"

namespace entente::threat {

// A component with its parts, in the order of the theory.
struct ComponentReading {
    Reading value;               // 0 … 1
    std::vector<Reading> parts;  // 0 … 1; of a part that moves −1 … 1
};

struct ThreatReading {
    DyadFacts facts;
    std::vector<ComponentReading> components;  // in the order of the theory
};

// 1 − ln(1 + km) / ln(1 + 20,015), 20,015 km being half of the Earth's circumference; never under 0. km is 0 for
// neighbours by land; for neighbours across water the distance of the capitals or the widest gap of their type of
// contiguity, whichever is less, and the gap alone where no distance is known; else the distance of the capitals.
// Missing where neighbourhood is. Ours, after Boulding (1962): strength falls with distance.
[[nodiscard]] Reading closeness(const Reading& distance_km, const Reading& contiguity);

[[nodiscard]] Reading part_value(evidence::ThreatFormula formula, const DyadFacts& facts);

[[nodiscard]] ComponentReading component_value(const evidence::ThreatComponent& component, const DyadFacts& facts);

[[nodiscard]] ThreatReading threat_reading(const evidence::ThreatTheory& theory, const DyadFacts& facts);

// Missing, with NoDataset, if the theory has no component of that id.
[[nodiscard]] Reading component_of(const evidence::ThreatTheory& theory, const ThreatReading& reading,
                                   std::string_view id);

}  // namespace entente::threat
