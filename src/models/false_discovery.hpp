// Many tests in one run find something by chance: p values that allow for it.
#pragma once

#include <vector>

namespace entente::models {

// Benjamini and Hochberg (1995), p. 293, as adjusted values: of the ordered p, the smallest of m p_(j) / j over j ≥ i,
// at most 1. Keeping those below q holds the expected share of false ones among them to q, where tests are independent
// or positively dependent (Benjamini and Yekutieli 2001). In the order given.
[[nodiscard]] std::vector<double> false_discovery_adjusted(const std::vector<double>& p_values);

}  // namespace entente::models
