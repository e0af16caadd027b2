// The checks of a case by subject. Each is near-linear in the size of the case.
#pragma once

#include <string>
#include <vector>

#include "core/problem.hpp"
#include "evidence/burden_theory.hpp"
#include "evidence/case.hpp"
#include "evidence/checks/case_references.hpp"
#include "evidence/theory.hpp"

namespace entente::evidence {

// As short as it can be written: 24, 1.5, 2000000000.
[[nodiscard]] std::string number_text(double value);

// Whether the dates that decide if the item belongs to the period could be read.
[[nodiscard]] inline bool dates_known(const Item& item, const Period& period) {
    return !item.periods.empty() || (item.dated && period.dated);
}

// References between the parts of a case, other than those of codings.
void check_references(const Case& which, CaseReferences& references, Problems& problems);

// References from and between the parts of its record of burdens.
void check_burden_references(const Case& which, CaseReferences& references, Problems& problems);

// What a coding names and says, and what one coder's codings say together.
void check_codings(const Case& which, const std::vector<Theory>& theories, CaseReferences& references,
                   Problems& problems);

// Comparators: missing ones, later ones, and chains of them that lead back to their beginning.
void check_comparators(const Case& which, Problems& problems);

// Spans that end before they begin; items and codings outside the periods.
void check_spans(const Case& which, Problems& problems);

// Indicators that the scenario's effects name.
void check_scenario_numbers(const Scenario& scenario, const Theory& theory, Problems& problems);

// What evidence needs of its sources; items that say too little; sources nobody cites.
void check_evidence(const Case& which, Problems& problems);

// Figures of one quantity, actor and date that disagree.
void check_figures(const Case& which, Problems& problems);

// Of its record of burdens, the numbers in the units of measures …
void check_burden_numbers(const Case& which, const std::vector<BurdenTheory>& burdens, Problems& problems);
// … and the sums of money, and what is in percent.
void check_burden_money(const Case& which, Problems& problems);

}  // namespace entente::evidence
