// Items and codings as spreadsheets: out as CSV, and back in, changing only the blocks that differ.
#pragma once

#include <filesystem>
#include <string>

#include "core/problem.hpp"
#include "evidence/case.hpp"

namespace entente::casefile {

// One row per item; lists are joined with `; `. Codings: one row per coding.
[[nodiscard]] std::string items_csv(const evidence::Case& which);
[[nodiscard]] std::string codings_csv(const evidence::Case& which, const std::string& coder);  // empty: all coders

struct ImportReport {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<std::string> files;  // written, relative to the case
};

// Reads a CSV with the columns above into the case folder. A row whose id is known replaces that block where it
// differs, keeping every other byte of its file; a new row is appended (items: evidence/imported.toml unless the row
// names a `file`; codings: codings/<coder>.toml). Nothing is written if `problems` has an error, and nothing if
// `dry_run`.
ImportReport import_items(const std::filesystem::path& folder, std::string_view csv, const std::string& shown_as,
                          bool dry_run, Problems& problems);
ImportReport import_codings(const std::filesystem::path& folder, const std::string& coder, std::string_view csv,
                            const std::string& shown_as, bool dry_run, Problems& problems);

// One block as it stands in a file, ending in a line break.
[[nodiscard]] std::string to_toml(const evidence::Item& item);
[[nodiscard]] std::string to_toml(const evidence::Coding& coding);

}  // namespace entente::casefile
