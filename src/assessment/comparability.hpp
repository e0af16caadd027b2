// What makes compared cases not comparable: other rules, other days, other coders, other evidence.
#pragma once

#include <vector>

#include "assessment/comparison.hpp"

namespace entente::assessment {

// In words, what bears on the numbers first. `rows` has its factors, issues and evidence; its caveats are not read.
[[nodiscard]] std::vector<Caveat> caveats_about(const std::vector<ComparedCase>& cases, const Comparison& rows);

}  // namespace entente::assessment
