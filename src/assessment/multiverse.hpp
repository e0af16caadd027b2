// The multiverse: the verdict under every combination of defensible settings, so that no single one decides.
// Steegen, Tuerlinckx, Gelman and Vanpaemel, Perspectives on Psychological Science 11:5 (2016), 702–712.
#pragma once

#include <array>
#include <vector>

#include "assessment/run.hpp"

namespace entente::assessment {

// One setting per combination of the protocol's grid.
[[nodiscard]] std::vector<MultiverseSetting> multiverse(const Selection& selection, const Material& material,
                                                        const evidence::Protocol& protocol);

// The share of the settings with each direction.
[[nodiscard]] std::array<double, 5> shares_of(const std::vector<MultiverseSetting>& settings);

}  // namespace entente::assessment
