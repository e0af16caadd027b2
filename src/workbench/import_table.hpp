// Items and codings from a spreadsheet into a case.
#pragma once

#include <filesystem>
#include <string>

#include "casefile/case_tables.hpp"

namespace entente::workbench {

struct ImportRequest {
    std::filesystem::path folder;
    std::filesystem::path csv;
    std::string coder;  // of codings; empty: the table holds items
    bool dry_run = false;
};

// Throws Error(BadData) with every problem if the table or the case has any, and NotFound if one of them does not
// exist; nothing is written then.
[[nodiscard]] casefile::ImportReport import_table(const ImportRequest& request);

}  // namespace entente::workbench
