// The checks of a case by subject. Each is near-linear in the size of the case.
#pragma once

#include <vector>

#include "core/problem.hpp"
#include "evidence/case.hpp"
#include "evidence/checks/case_references.hpp"
#include "evidence/theory.hpp"

namespace entente::evidence {

// Whether the dates that decide if the item belongs to the period could be read.
[[nodiscard]] inline bool dates_known(const Item& item, const Period& period) {
    return !item.periods.empty() || (item.dated && period.dated);
}

// References between the parts of a case, other than those of codings.
void check_references(const Case& which, CaseReferences& references, Problems& problems);

// What a coding names and says, and what one coder's codings say together.
void check_codings(const Case& which, const std::vector<Theory>& theories, CaseReferences& references,
                   Problems& problems);

// Comparators: missing ones, later ones, and chains of them that lead back to their beginning.
void check_comparators(const Case& which, Problems& problems);

// Spans that end before they begin; items and codings outside the periods.
void check_spans(const Case& which, Problems& problems);

// What evidence needs of its sources; items that say too little; sources nobody cites.
void check_evidence(const Case& which, Problems& problems);

// Figures of one quantity, actor and date that disagree.
void check_figures(const Case& which, Problems& problems);

}  // namespace entente::evidence
