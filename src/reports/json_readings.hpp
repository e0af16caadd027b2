// Answers about readings as JSON, without white space, for the pages (docs/openapi.yaml: WhatIfDocument, SavedReading).
#pragma once

#include <string>

#include "workbench/save_reading.hpp"
#include "workbench/what_if.hpp"

namespace entente::reports {

// The document `assess` under the reading, with `what_if` beside: what was changed, in words.
[[nodiscard]] std::string what_if_json(const workbench::WhatIfResult& result);

[[nodiscard]] std::string saved_reading_json(const workbench::SavedReading& saved);

}  // namespace entente::reports
