// How far the codings of a case doubt that its allies would come. For use inside the module.
#pragma once

#include <string_view>

#include "core/missing.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

// The share of what the codings on that factor weigh, up to the end of that year, that points to collapse. A coding
// weighs what the case's protocol gives its item: by kind and novelty, by specificity, by the grade of its source; half
// of it after the half-life. Of one cluster the weightiest counts, and the coders of the protocol's reading are
// averaged. Not applicable where the case's theory has no such factor; no row where nobody coded it by then.
[[nodiscard]] Reading coded_doubt(const OpenCase& open, std::string_view factor, double half_life, int year);

}  // namespace entente::workbench
