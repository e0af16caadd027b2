#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/assess.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    std::vector<std::string> coders;
    std::optional<std::uint64_t> seed;
};

void run(const Options& options, const Console& console) {
    const StillWorking still_working(console, "assessing every period");
    const auto result =
        workbench::trajectory(workbench::open_case(options.which.request()), {options.coders, options.seed});
    console.print(reports::trajectory_document(result), [&] { return reports::trajectory_json(result); });
    note_warnings(console, *result.open);
}

}  // namespace

void add_trajectory(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("trajectory", "The verdict for each period against its baseline");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    add_coder_option(*command, options->coders);
    add_seed_option(*command, options->seed);
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente trajectory cases/us-japan\n"
        "  entente trajectory cases/us-japan --format csv > trajectory.csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
