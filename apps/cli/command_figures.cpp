#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/figures.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    bool measures = false;
};

void run(const Options& options, const Console& console) {
    if (options.measures) {
        console.print(reports::measures_document(), [] { return reports::measures_json(); });
        return;
    }
    const auto result = workbench::figures(workbench::open_case(options.which.request()));
    const auto document =
        console.format == Format::Csv ? reports::derived_table_document(result) : reports::figures_document(result);
    console.print(document, [&] { return reports::figures_json(result); });
    note_warnings(console, *result.open);
}

}  // namespace

void add_figures(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("figures", "Each derived number with its formula, inputs and sources");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    command->get_option("case")->required(false);
    auto* measures =
        command->add_flag("--measures", options->measures, "List the measures that derived numbers may use");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente figures cases/us-japan\n"
        "  entente figures --measures");
    command->callback([command, measures, options, &console] {
        if (measures->empty() && command->get_option("case")->empty()) throw CLI::RequiredError("case");
        run(*options, console);
    });
}

}  // namespace entente::cli
