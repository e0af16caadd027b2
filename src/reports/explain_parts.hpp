// What `assess --explain` says beside single factors. For use inside the module.
#pragma once

#include "reports/document.hpp"
#include "workbench/assess.hpp"

namespace entente::reports {

// From findings and magnitudes to the verdict.
void add_verdict_steps(Document& document, const workbench::AssessResult& result);

// Every rerun: clusters, sources, kinds, coders, settings, recodings, placebos.
void add_reruns(Document& document, const workbench::AssessResult& result);

// The base rate, its interval, every horizon, and what other hazards would make of it.
void add_outlook_steps(Document& document, const workbench::AssessResult& result);

}  // namespace entente::reports
