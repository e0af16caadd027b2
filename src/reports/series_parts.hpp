// The tests of a case's series, as a part of the page about continuity. For use inside the module.
#pragma once

#include "evidence/case.hpp"
#include "reports/document.hpp"
#include "workbench/series_tests.hpp"

namespace entente::reports {

// Nothing for a case without series.
void add_series_tests(Document& document, const evidence::Case& which, const workbench::SeriesTestsResult& result);

}  // namespace entente::reports
