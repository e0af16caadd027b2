// Entries of a case as JSON, with the keys of docs/case-format.md: as an edit sends them back. Included by the .cpp
// files of JSON only.
#pragma once

#include "evidence/coding.hpp"
#include "reports/json_parts.hpp"
#include "textfiles/toml.hpp"
#include "workbench/edit_case.hpp"

namespace entente::reports {

[[nodiscard]] Json entry_json(const textfiles::Table& entry);
[[nodiscard]] Json entry_json(const evidence::Coding& coding);

// An id, or `{item, theory, factor, baseline}` of a coding.
[[nodiscard]] Json name_json(const workbench::EntryName& name);

}  // namespace entente::reports
