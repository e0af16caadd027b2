#include <filesystem>
#include <memory>

#include "commands.hpp"
#include "still_working.hpp"
#include "workbench/backtest.hpp"

namespace entente::cli {
namespace {

struct Options {
    std::vector<std::filesystem::path> files;
    unsigned threads = 0;
    bool bibtex = false;
};

void run(const Options& options, const Console& console) {
    const auto result = [&] {
        StillWorking sign(console, "reading the shards");
        return workbench::gather(options.files, options.threads, backtest_progress(sign));
    }();
    print_backtest(result, options.bibtex, console);
}

}  // namespace

void add_gather(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "gather", "Put the shards of a backtest together: what one process would have printed, byte for byte");
    auto options = std::make_shared<Options>();
    command->add_option("shards", options->files, "All files that `entente backtest --shard K/N --out FILE` wrote")
        ->required()
        ->type_name("FILE…");
    command->add_option("--threads", options->threads, "Threads (default: one for each core)")->type_name("NUMBER");
    command->add_flag("--bibtex", options->bibtex, "Print only how to cite the theory and the data, as BibTeX");
    add_output_options(*command, console);
    command->footer(
        "Needs the store and the theory that the shards were made with: what does not depend on the draws is computed "
        "anew,\n"
        "and must be the same.\n\n"
        "Examples:\n"
        "  entente gather shard-*.csv\n"
        "  entente gather shard-*.csv --format json");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
