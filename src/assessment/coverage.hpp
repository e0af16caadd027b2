// What an assessment rests on, and what it does not see.
#pragma once

#include "assessment/run.hpp"

namespace entente::assessment {

[[nodiscard]] Coverage coverage_of(const Run& run, const Selection& selection, const evidence::CaseIndex& index,
                                   const evidence::Reading& reading, const std::vector<IssueContinuity>& issues);

// Clusters of the run by name, however many factors they stand in.
[[nodiscard]] int clusters_in(const Run& run);

// Distinct sources that the run's items cite.
[[nodiscard]] int sources_in(const Run& run, const Selection& selection);

}  // namespace entente::assessment
