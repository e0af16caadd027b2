// The tests of a case's series in JSON, as a part of `continuity`. For use inside the module.
#pragma once

#include "reports/json_parts.hpp"
#include "workbench/series_tests.hpp"

namespace entente::reports {

[[nodiscard]] Json series_tests_json(const workbench::SeriesTestsResult& result);

}  // namespace entente::reports
