// How far a verdict holds when its evidence, its settings or its codings are changed.
#pragma once

#include "assessment/random_codings.hpp"
#include "assessment/run.hpp"

namespace entente::assessment {

[[nodiscard]] Sensitivity sensitivity_of(const Run& run, const Selection& selection, const Material& material,
                                         const RandomCodings& random, const evidence::Protocol& protocol);

}  // namespace entente::assessment
