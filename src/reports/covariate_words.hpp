// Covariates in words, the same wherever a theory is printed.
#pragma once

#include <vector>

#include "evidence/covariate.hpp"
#include "reports/document.hpp"

namespace entente::reports {

// What is measured and which way the theory says that a rise pushes, then reason, data and caution.
[[nodiscard]] std::vector<Text> covariate_lines(const evidence::Covariate& covariate);

}  // namespace entente::reports
