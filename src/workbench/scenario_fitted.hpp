// The fitted outlook under scenarios that name covariates of its model. For use inside the module.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "workbench/scenario.hpp"

namespace entente::workbench {

// As it is in the year after the period; null where no scenario names a covariate.
[[nodiscard]] std::shared_ptr<const OutlookResult> outlook_to_move(
    const OpenCasePtr& open, const std::vector<const evidence::Scenario*>& scenarios, const evidence::Period& focal);

// Under these effects, of `result.fitted`; nothing where they name no covariate. `name` tells the draws of one scenario
// from those of another.
[[nodiscard]] std::optional<ScenarioFitted> fitted_under(const std::vector<evidence::ScenarioIndicatorEffect>& effects,
                                                         const std::string& name, const ScenarioResult& result);

}  // namespace entente::workbench
