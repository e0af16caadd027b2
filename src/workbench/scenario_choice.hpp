// Which scenarios are asked about, and how likely each is taken to be. For use inside the module.
#pragma once

#include <vector>

#include "workbench/scenario.hpp"

namespace entente::workbench {

struct ChosenScenario {
    evidence::Scenario scenario;
    ProbabilityOf whose = ProbabilityOf::Nobody;
};

struct ScenarioChoice {
    std::vector<ChosenScenario> scenarios;  // with the user's probabilities in place of the authors'
    std::vector<std::string> left_out;      // in words
};

// Throws as scenario() does.
[[nodiscard]] ScenarioChoice choose_scenarios(const OpenCase& open, const ScenarioRequest& request);

}  // namespace entente::workbench
