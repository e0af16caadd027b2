// What comes back from edits and from a coder's work, as JSON (docs/openapi.yaml).
#pragma once

#include <string>

#include "workbench/coder_work.hpp"
#include "workbench/edit_case.hpp"

namespace entente::reports {

[[nodiscard]] std::string edit_json(const workbench::EditResult& result);
// Of a refusal: `error`, and what stands on disk.
[[nodiscard]] std::string conflict_json(const workbench::EditConflict& conflict);
[[nodiscard]] std::string standing_entry_json(const workbench::StandingEntry& entry);
[[nodiscard]] std::string work_json(const workbench::WorkResult& work);

}  // namespace entente::reports
