// What a reading does to each factor, in the terms of a scenario.
#pragma once

#include <string>
#include <vector>

#include "evidence/scenario.hpp"
#include "workbench/what_if.hpp"

namespace entente::workbench {

// One effect for each factor that the reading moves toward collapse or endurance by a tenth of a decibel or more, in
// the theory's order. What is compared is the evidence: decibels of weakened and of strengthened over 'unchanged' under
// the reading, less those under the protocol it starts from. Toward collapse, the one rises and the other falls; the
// lesser and the greater of the two changes are the range of the effect, none of them below zero.
[[nodiscard]] std::vector<evidence::ScenarioEffect> effects_of(const WhatIfCase& reading);

// The sources of the items that weigh most in these factors, under the reading or before it; each once.
[[nodiscard]] std::vector<std::string> sources_behind(const WhatIfCase& reading,
                                                      const std::vector<evidence::ScenarioEffect>& effects);

}  // namespace entente::workbench
