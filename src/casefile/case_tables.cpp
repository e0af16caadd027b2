#include "casefile/case_tables.hpp"

#include <vector>

#include "casefile/coding_table.hpp"
#include "casefile/import_table.hpp"
#include "casefile/item_table.hpp"
#include "casefile/read_parts.hpp"

namespace entente::casefile {

std::string items_csv(const evidence::Case& which) {
    std::vector<Row> rows;
    for (const auto& item : which.items) rows.push_back(row_of(item));
    return csv_of(item_table().columns, rows);
}

std::string codings_csv(const evidence::Case& which, const std::string& coder) {
    std::vector<Row> rows;
    for (const auto& one : which.coders) {
        if (!coder.empty() && one.id != coder) continue;
        for (const auto& coding : one.codings) rows.push_back(row_of(coding));
    }
    return csv_of(coding_table(coder, {}).columns, rows);
}

ImportReport import_items(const std::filesystem::path& folder, std::string_view csv, const std::string& shown_as,
                          bool dry_run, Problems& problems) {
    return import_rows(item_table(), folder, csv, shown_as, dry_run, problems);
}

ImportReport import_codings(const std::filesystem::path& folder, const std::string& coder, std::string_view csv,
                            const std::string& shown_as, bool dry_run, Problems& problems) {
    if (!coder.empty() && !is_id(coder)) {
        problems.error(Position{shown_as, 0, 0}, "'" + coder + "' is not the name of a coder",
                       "write lower-case words and numbers joined by hyphens");
        return {};
    }
    return import_rows(coding_table(coder, shown_as), folder, csv, shown_as, dry_run, problems);
}

}  // namespace entente::casefile
