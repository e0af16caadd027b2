#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/compare.hpp"

namespace entente::cli {
namespace {

struct Options {
    std::vector<std::string> folders;
    CaseOptions read_by;  // without a folder
    std::vector<std::string> coders;
    std::optional<std::uint64_t> seed;
};

void run(const Options& options, const Console& console) {
    const auto read_by = options.read_by.request();
    const StillWorking still_working(console, "comparing");
    const auto result = workbench::compare({.folders = {options.folders.begin(), options.folders.end()},
                                            .theory = read_by.theory,
                                            .protocol = read_by.protocol,
                                            .cutoff = read_by.cutoff,
                                            .coders = options.coders,
                                            .seed = options.seed});
    console.print(reports::compare_document(result), [&] { return reports::compare_json(result); });
    for (const auto& one : result.cases) note_warnings(console, *one.open);
}

}  // namespace

void add_compare(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "compare", "Cases side by side: factor by factor, issue by issue, and whether a difference is more than noise");
    auto options = std::make_shared<Options>();
    command->add_option("cases", options->folders, "Folders of the cases, two or more")->required()->type_name("CASE");
    add_reading_options(*command, options->read_by);
    add_coder_option(*command, options->coders);
    add_seed_option(*command, options->seed);
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente compare cases/us-japan cases/nato\n"
        "  entente compare cases/us-japan cases/nato --coder blind\n"
        "  entente compare cases/us-japan cases/nato --cutoff 2018-01-10\n"
        "  entente compare cases/us-japan cases/nato --format latex > beside.tex\n"
        "  entente compare cases/us-japan cases/nato --format json | jq .answer");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
