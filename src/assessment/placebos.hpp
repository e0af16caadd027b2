// Placebos: runs whose answer is known beforehand. A ledger that fails one of them is not to be trusted.
#pragma once

#include <vector>

#include "assessment/random_codings.hpp"
#include "assessment/run.hpp"

namespace entente::assessment {

[[nodiscard]] std::vector<Placebo> placebos(const Run& run, const Selection& selection, const Material& material,
                                            const RandomCodings& random, const evidence::Protocol& protocol);

}  // namespace entente::assessment
