// What became of each issue area: continued, something new, or a reversal of what the baseline did.
#pragma once

#include <vector>

#include "assessment/readings.hpp"

namespace entente::assessment {

// One entry per issue of the case, in its order. With several coders, the first in the order of the case who read an
// item decides about it.
[[nodiscard]] std::vector<IssueContinuity> issue_continuity(const Selection& selection);

}  // namespace entente::assessment
