// Codings as rows of a spreadsheet. For use inside the module.
#pragma once

#include <string>

#include "casefile/import_table.hpp"
#include "evidence/coding.hpp"

namespace entente::casefile {

[[nodiscard]] Row row_of(const evidence::Coding& coding);

// `coder`: whose codings a spreadsheet holds; empty if its rows say so themselves. `shown_as` names the spreadsheet.
[[nodiscard]] TableKind coding_table(const std::string& coder, const std::string& shown_as);

}  // namespace entente::casefile
