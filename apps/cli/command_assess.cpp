#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/assess.hpp"
#include "workbench/outlook.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    std::string baseline;
    std::string focal;
    std::vector<std::string> coders;
    std::optional<std::uint64_t> seed;
    std::string explain;
};

void run(const Options& options, const Console& console) {
    const StillWorking still_working(console, "assessing");
    const auto open = workbench::open_case(options.which.request());
    auto result = workbench::assess(open, {options.baseline, options.focal, options.coders, options.seed});
    result.fitted = workbench::outlook_beside(result);
    const auto document =
        options.explain.empty() ? reports::assess_document(result) : reports::explain_document(result, options.explain);
    console.print(document, [&] { return reports::assess_json(result); });
    note_warnings(console, *open);
}

}  // namespace

void add_assess(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "assess", "Has the alliance strengthened or weakened, why, how sure is that, and will it endure?");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    add_period_options(*command, options->focal, options->baseline);
    add_coder_option(*command, options->coders);
    add_seed_option(*command, options->seed);
    command
        ->add_option("--explain", options->explain,
                     "Every step of one factor, of the verdict, its sensitivity or the outlook")
        ->type_name("FACTOR|verdict|sensitivity|outlook");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente assess cases/us-japan\n"
        "  entente assess cases/us-japan --explain credibility\n"
        "  entente assess cases/us-japan --explain sensitivity\n"
        "  entente assess cases/us-japan --focal dpj --coder first\n"
        "  entente assess cases/us-japan --theory liberal --format markdown > verdict.md\n"
        "  entente assess cases/us-japan --format json | jq .verdict");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
