// Checks of a whole case against itself and its theories. Pure: they see what was read, not the files.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "core/states.hpp"
#include "evidence/burden_theory.hpp"
#include "evidence/case.hpp"
#include "evidence/protocol.hpp"
#include "evidence/theory.hpp"
#include "evidence/threat_theory.hpp"

namespace entente::evidence {

// Resolves every actor of the case by date, writing code and member; reports those that cannot be resolved.
void resolve_actors(Case& which, const StateTable& states, Problems& problems);

// Everything that can be wrong between the parts of a case: duplicate ids, references without target, a verdict used
// as evidence, unknown factors, two directions in one cluster of a factor, a new item without comparator, cycles in
// `against`, disagreeing figures, impossible spans. See docs/case-format.md for the list.
void check_case(const Case& which, const std::vector<Theory>& theories, Problems& problems);

// What a case says of threats: its intentions name items, states and theories of threat; its tests of claims and its
// figures are about states, each once.
void check_threats(const Case& which, const std::vector<ThreatTheory>& threats, const std::vector<Theory>& ledgers,
                   Problems& problems);

// What a case says of burdens: measures that a theory of burden sharing has, numbers that can be in their units,
// promises by members, answers after their questions, sums of one currency.
void check_burden(const Case& which, const std::vector<BurdenTheory>& burdens, Problems& problems);

// Scenarios that exclude each other: no share of them above the whole.
void check_alternatives(const std::vector<Scenario>& scenarios, Problems& problems);

// Whether a reading speaks of this case: its items, periods, coders and theory exist.
void check_reading(const Reading& reading, const Case& which, const std::vector<Theory>& theories, Problems& problems);

}  // namespace entente::evidence
