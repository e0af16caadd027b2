// The fewest recodings that change the verdict. A recoding turns all items of one factor's cluster.
#pragma once

#include "assessment/run.hpp"

namespace entente::assessment {

// Singles always; pairs of clusters of which neither alone changes the verdict, if there are not too many.
[[nodiscard]] Recodings recodings(const Run& run, const Selection& selection, const evidence::Protocol& protocol);

}  // namespace entente::assessment
