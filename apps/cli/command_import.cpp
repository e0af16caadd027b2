#include <memory>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/text.hpp"
#include "reports/names.hpp"
#include "workbench/import_table.hpp"
#include "workbench/open_case.hpp"

namespace entente::cli {
namespace {

void run(const workbench::ImportRequest& request, const Console& console) {
    const auto report = workbench::import_table(request);
    console.print(fmt::format("{}: {} added, {} changed, {} unchanged{}{}\n", request.csv.string(), report.added,
                              report.changed, report.unchanged, request.dry_run ? "; nothing written (--dry-run)" : "",
                              report.files.empty() ? "" : "; files: " + joined(report.files, ", ")));
    if (request.dry_run) return;
    const auto check = workbench::check_case({request.folder, {}, {}, {}});
    if (check.errors == 0) return;
    console.note(fmt::format("the case has {} now; `entente check {}` lists them",
                             reports::counted(check.errors, "error"), request.folder.string()));
}

}  // namespace

void add_import(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("import", "Items or codings from a CSV table into a case");
    auto request = std::make_shared<workbench::ImportRequest>();
    command->add_option("case", request->folder, "Folder of the case")->required()->type_name("CASE");
    command->add_option("table", request->csv, "CSV with the columns that `show --format csv` prints")
        ->required()
        ->type_name("FILE");
    command->add_option("--coder", request->coder, "The table holds codings of this coder (default: it holds items)")
        ->type_name("ID");
    command->add_flag("--dry-run", request->dry_run, "Say what would change and write nothing");
    add_output_options(*command, console);
    command->footer(
        "Only blocks that differ are rewritten; comments and order elsewhere stay. All or nothing.\n\n"
        "Examples:\n"
        "  entente show cases/us-japan items --format csv > items.csv\n"
        "  entente import cases/us-japan items.csv --dry-run\n"
        "  entente import cases/us-japan codings.csv --coder first");
    command->callback([request, &console] { run(*request, console); });
}

}  // namespace entente::cli
