#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/agreement.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    std::vector<std::string> coders;
    std::vector<std::string> periods;
    std::string baseline;
    std::optional<std::uint64_t> seed;
    int draws = 2000;
};

void run(const Options& options, const Console& console) {
    const auto open = workbench::open_case(options.which.request());
    workbench::AgreementRequest request;
    request.coders = options.coders;
    request.periods = options.periods;
    request.baseline = options.baseline;
    request.seed = options.seed.value_or(open->protocol.sensitivity.seed);
    request.draws = options.draws;
    const auto result = workbench::agreement_of(*open, request);
    console.print(reports::agreement_document(*open, result, request),
                  [&] { return reports::agreement_json(*open, result, request); });
    note_warnings(console, *open);
}

}  // namespace

void add_agreement(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("agreement",
                                           "Do the coders agree, beyond chance? Krippendorff's α, Cohen's and "
                                           "Fleiss's κ, field by field");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    add_coder_option(*command, options->coders);
    command->add_option("--period", options->periods, "Only items of this period; give it again for more")
        ->type_name("ID");
    command->add_option("--baseline", options->baseline, "Codings against this baseline (default: each period's own)")
        ->type_name("PERIOD");
    add_seed_option(*command, options->seed);
    command->add_option("--draws", options->draws, "Bootstrap draws for the intervals")
        ->capture_default_str()
        ->check(CLI::Range(100, 100000))
        ->type_name("NUMBER");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente agreement cases/us-japan\n"
        "  entente agreement cases/us-japan --period trump --format csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
