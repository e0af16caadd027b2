// The tables of a comparison. For use inside the module.
#pragma once

#include "reports/document.hpp"
#include "workbench/compare.hpp"

namespace entente::reports {

void add_issues(Document& document, const workbench::CompareResult& result);
void add_demands(Document& document, const workbench::CompareResult& result);
void add_order_tests(Document& document, const workbench::CompareResult& result);
// What each verdict rests on: items, sources, coders, periods.
void add_evidence(Document& document, const workbench::CompareResult& result);
// Every factor of every case, with its probabilities and what weighs most.
void add_factor_numbers(Document& document, const workbench::CompareResult& result);

}  // namespace entente::reports
