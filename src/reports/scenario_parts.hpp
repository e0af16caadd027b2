// The sections of the document about scenarios that are about the fitted outlook. Included by the scenario_*.cpp files
// only.
#pragma once

#include <optional>
#include <string>

#include "reports/document.hpp"
#include "workbench/scenario.hpp"

namespace entente::reports {

// Which model, whether the contest chose it, and what it says as things are.
void add_fitted_now(Document& document, const workbench::OutlookResult& now);

// What it says under a scenario, beside now; nothing where the scenario names no covariate.
void add_fitted(Document& document, const std::optional<workbench::ScenarioFitted>& under);

// Whether the covariate of that id is one that moves it.
[[nodiscard]] bool moves_fitted(const std::optional<workbench::ScenarioFitted>& under, const std::string& covariate);

}  // namespace entente::reports
