// Items as rows of a spreadsheet. For use inside the module.
#pragma once

#include "casefile/import_table.hpp"
#include "evidence/item.hpp"

namespace entente::casefile {

[[nodiscard]] Row row_of(const evidence::Item& item);
[[nodiscard]] TableKind item_table();

}  // namespace entente::casefile
