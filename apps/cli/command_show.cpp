#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/show.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    std::string what = "items";
    workbench::ShowFilter filter;
};

void run(const Options& options, const Console& console) {
    const auto result = workbench::show(workbench::open_case(options.which.request()), {options.what, options.filter});
    if (console.format == Format::Csv && workbench::has_exchange_table(result)) {
        console.print(workbench::exchange_table(result));
    } else {
        console.print(reports::show_document(result), [&] { return reports::show_json(result); });
    }
    note_warnings(console, *result.open);
}

}  // namespace

void add_show(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("show", "What is in a case: a list, or one thing with all that hangs on it");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    command->add_option("what", options->what, names_of<workbench::Part>() + ", or the id of one thing")
        ->type_name("WHAT");
    auto& filter = options->filter;
    command->add_option("--factor", filter.factor, "Only what is coded under this factor")->type_name("ID");
    command->add_option("--issue", filter.issue, "Only this issue")->type_name("ID");
    command->add_option("--period", filter.period, "Only this period")->type_name("ID");
    command->add_option("--source", filter.source, "Only what cites this source")->type_name("KEY");
    command->add_option("--actor", filter.actor, "Only what this actor, or an actor of this member, did")
        ->type_name("CODE");
    command->add_option("--coder", filter.coder, "Only what this coder coded")->type_name("ID");
    command->add_option("--cluster", filter.cluster, "Only what is coded into this cluster")->type_name("NAME");
    command->add_option("--kind", filter.kind, "Only this kind of item or claim")->type_name("KIND");
    add_output_options(*command, console);
    command->footer(
        "Items and codings print as CSV that `entente import` reads back.\n\n"
        "Examples:\n"
        "  entente show cases/us-japan items --factor credibility --period trump\n"
        "  entente show cases/us-japan joint-statement-2017-02-10\n"
        "  entente show cases/us-japan sources --factor credibility --period trump\n"
        "  entente show cases/us-japan claims --kind forecast\n"
        "  entente show cases/us-japan codings --coder first --format csv > codings.csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
