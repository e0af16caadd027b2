#include "workbench/import_table.hpp"

#include "core/error.hpp"
#include "textfiles/files.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

casefile::ImportReport import_table(const ImportRequest& request) {
    require_present(request.folder);
    require_present(request.csv);
    Problems problems;
    const auto shown = request.csv.string();
    const auto bytes = textfiles::read_file(request.csv, shown, problems);
    casefile::ImportReport report;
    if (!problems.has_errors()) {
        report = request.coder.empty()
                     ? casefile::import_items(request.folder, bytes, shown, request.dry_run, problems)
                     : casefile::import_codings(request.folder, request.coder, bytes, shown, request.dry_run, problems);
    }
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, shown + " was not imported; nothing was written",
                    "mend what is named above and import again", problems.sorted());
    }
    return report;
}

}  // namespace entente::workbench
