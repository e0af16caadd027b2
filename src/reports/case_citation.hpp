// How to cite an assessment, so that a reader can have the very same one computed again.
#pragma once

#include <string>

#include "workbench/assess.hpp"

namespace entente::reports {

// A BibTeX entry: title, date (the cut-off), version of the program, and hashes of the case, the theory and the
// protocol.
[[nodiscard]] std::string case_bibtex(const workbench::OpenCase& open, const workbench::AssessRequest& request);

}  // namespace entente::reports
