// The coded intentions of a case as lists: every one with what it weighs, and who names whom as a threat. For use
// inside the module.
#pragma once

#include <vector>

#include "evidence/threat_theory.hpp"
#include "workbench/open_case.hpp"
#include "workbench/threat_case_result.hpp"

namespace entente::workbench {

struct CaseIntentions {
    std::vector<CodedIntention> all;  // by date; those first known after the cut-off are left out …
    int beyond_cutoff = 0;            // … and counted
};

// What each weighs in that year, on the theory's scale and with its half-life.
[[nodiscard]] CaseIntentions case_intentions(const OpenCase& open, const evidence::ThreatTheory& theory, int year);

// By state that names, state that is named, and first year. Names are those of the items' days.
[[nodiscard]] std::vector<NamedThreat> named_threats(const std::vector<CodedIntention>& intentions);

// The state of that code on the last day of that year.
[[nodiscard]] NamedState named_state(const StateTable& states, const std::string& code, int year);

}  // namespace entente::workbench
