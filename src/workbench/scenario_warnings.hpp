// What a reader of a scenario's numbers has to know. For use inside the module.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outlook/joint_probability.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

[[nodiscard]] std::vector<std::string> warnings_of(const evidence::Scenario& scenario, const OpenCase& open);

// Of several scenarios together.
[[nodiscard]] std::vector<std::string> joint_warnings(const std::vector<const evidence::Scenario*>& scenarios,
                                                      const std::optional<outlook::Conjunction>& probability,
                                                      const OpenCase& open);

}  // namespace entente::workbench
