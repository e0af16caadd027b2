// A run of the ledger as people read it: per factor the finding with its clusters, evidence, aspects and doers.
#pragma once

#include "assessment/run.hpp"

namespace entente::assessment {

[[nodiscard]] Outcome outcome_of(const Run& run, const Selection& selection, const Material& material,
                                 const evidence::Protocol& protocol);

[[nodiscard]] Verdict verdict_of(const Run& run, const Selection& selection, const evidence::Protocol& protocol);

}  // namespace entente::assessment
