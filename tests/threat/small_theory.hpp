// A small theory of threat for the tests: four components of one part each, equal weights; rules and signs are added
// where a test needs them.
#pragma once

#include <string>
#include <utility>

#include "evidence/threat_theory.hpp"
#include "threat/components.hpp"

namespace entente::threat::testing {

inline evidence::ThreatPart part(evidence::ThreatFormula formula, double weight, bool needed) {
    evidence::ThreatPart one;
    one.id = std::string{name_of(formula)};
    one.formula = formula;
    one.weight = weight;
    one.needed = needed;
    return one;
}

inline evidence::ThreatComponent component(std::string id, evidence::ThreatFormula formula) {
    evidence::ThreatComponent one;
    one.id = std::move(id);
    one.weight = 0.25;
    one.parts = {part(formula, 1, true)};
    return one;
}

inline evidence::ThreatTheory small_theory() {
    using evidence::ThreatFormula;
    evidence::ThreatTheory theory;
    theory.id = "small";
    theory.components = {
        component("power", ThreatFormula::CapabilityShare), component("nearness", ThreatFormula::Closeness),
        component("attack", ThreatFormula::SpendingShare), component("intentions", ThreatFormula::Rivalry)};
    theory.form = evidence::CompositeForm::Geometric;
    theory.step = 0.05;
    theory.prior = 0.5;
    theory.balances_from = 0.65;
    theory.bandwagons_to = 0.35;
    return theory;
}

// A state with these four components.
inline ThreatReading reading(double power, double nearness, double attack, double intentions) {
    ThreatReading one;
    for (const double value : {power, nearness, attack, intentions}) one.components.push_back({Reading::of(value), {}});
    return one;
}

}  // namespace entente::threat::testing
