// The first thing a reviewer would attack in a verdict, in words. Chosen from what the sensitivity runs found.
#pragma once

#include <string>

#include "assessment/assessment.hpp"
#include "evidence/theory.hpp"

namespace entente::workbench {

// `official sources alone say unchanged`; empty for a case that was not assessed.
[[nodiscard]] std::string weakest_point(const assessment::Assessment& assessment, const evidence::Theory& theory);

}  // namespace entente::workbench
