// What a reader of a verdict should be told unasked.
#pragma once

#include <string>
#include <vector>

#include "assessment/run.hpp"

namespace entente::assessment {

[[nodiscard]] std::vector<std::string> warnings_about(const Run& run, const Selection& selection,
                                                      const evidence::CaseIndex& index, const Coverage& coverage,
                                                      const std::vector<Rerun>& without_one_cluster);

}  // namespace entente::assessment
