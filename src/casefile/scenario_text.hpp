// A scenario as the text of a file in scenarios/, and such text back into a case.
#pragma once

#include <string>

#include "core/problem.hpp"
#include "evidence/case.hpp"

namespace entente::casefile {

// In the order of docs/case-format.md; optional keys only where they are set. Ends in a line break.
[[nodiscard]] std::string to_toml(const evidence::Scenario& scenario);

// Adds the scenario that the text of one file holds.
void add_scenario(std::string bytes, const std::string& shown_as, evidence::Case& which, Problems& problems);

}  // namespace entente::casefile
