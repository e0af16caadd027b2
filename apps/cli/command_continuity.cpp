#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/assess.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    std::vector<std::string> coders;
};

void run(const Options& options, const Console& console) {
    const auto result = workbench::continuity(workbench::open_case(options.which.request()), options.coders);
    console.print(reports::continuity_document(result), [&] { return reports::continuity_json(result); });
    note_warnings(console, *result.open);
}

}  // namespace

void add_continuity(CLI::App& program, Console& console) {
    auto* command =
        program.add_subcommand("continuity", "What each period continued, reversed or began, issue by issue");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    add_coder_option(*command, options->coders);
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente continuity cases/us-japan\n"
        "  entente continuity cases/us-japan --format json");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
