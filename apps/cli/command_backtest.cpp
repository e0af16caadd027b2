#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/backtest.hpp"

namespace entente::cli {
namespace {

struct Options {
    workbench::BacktestRequest request;
    std::string ending{name_of(outlook::Ending::Violation)};
    std::string shard;
    std::string out;
    bool bibtex = false;
};

outlook::Ending ending_from(const std::string& written) {
    const auto ending = named<outlook::Ending>(written);
    require(ending.has_value(), "'" + written + "' is no way for an alliance to end",
            "ask for violation, new-relationship, fulfilled or independence-lost");
    return *ending;
}

void run_shard(const Options& options, const workbench::BacktestRequest& request, const Console& console) {
    require(!options.out.empty(), "a shard is written to a file", "add --out, as in `--shard 3/64 --out shard-3.csv`");
    const auto place = workbench::shard_place(options.shard);
    const auto shard = [&] {
        const StillWorking sign(console, fmt::format("shard {} of {}", place.number, place.of));
        return workbench::backtest_shard(request, place);
    }();
    workbench::write_shard(shard, options.out);
    if (!console.quiet) {
        Console::print(fmt::format("{}: shard {} of {}, {} of {} draws\n", options.out, place.number, place.of,
                                   shard.draws.size(), shard.head.draws));
    }
}

void run(const Options& options, const Console& console) {
    auto request = options.request;
    request.ending = ending_from(options.ending);
    if (!options.shard.empty()) return run_shard(options, request, console);
    require(options.out.empty(), "--out is the file of a shard", "add --shard, as in `--shard 3/64 --out shard-3.csv`");
    const auto result = [&] {
        StillWorking sign(console, "reading the data store");
        request.progress = backtest_progress(sign);
        return workbench::backtest(request);
    }();
    print_backtest(result, options.bibtex, console);
}

}  // namespace

workbench::BacktestProgress backtest_progress(StillWorking& sign) {
    return [&sign](std::string_view what, std::size_t done, std::size_t of) {
        sign.now(of > 0     ? fmt::format("{}: {} of {}", what, done, of)
                 : done > 0 ? fmt::format("{}: {}", what, done)
                            : std::string(what));
    };
}

void print_backtest(const workbench::BacktestResult& result, bool bibtex, const Console& console) {
    if (bibtex) return Console::print(result.bibtex);
    console.print(
        console.format == Format::Csv ? reports::backtest_scores_document(result) : reports::backtest_document(result),
        [&] { return reports::backtest_json(result); });
}

void add_backtest(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "backtest", "Which explanation foresees how alliances end, on decades and states that it has not seen?");
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("--theory", request.theory, "Theory of endings: an id, or a .toml file")->type_name("ID|FILE");
    command->add_option("--horizon", request.horizons, "Years ahead (default: the theory's, 1 and 5)")
        ->delimiter(',')
        ->type_name("YEARS,…");
    command
        ->add_option("--ending", options->ending,
                     "Way of ending: violation (default), new-relationship, fulfilled, independence-lost")
        ->type_name("ENDING");
    command->add_option("--from", request.from, "First year of the rows (default: the theory's)")->type_name("YEAR");
    command->add_option("--to", request.to, "Last year of the rows (default: as far as all covariates are known)")
        ->type_name("YEAR");
    command->add_option("--seed", request.seed, "Seed of all random draws (default: 1985)")->type_name("NUMBER");
    command->add_option("--draws", request.draws, "Draws of the bootstrap (default: 1000)")->type_name("NUMBER");
    command
        ->add_option("--model", request.model,
                     "Draw the coefficients of this model too (default: the model of the theory)")
        ->type_name("ID");
    command
        ->add_option("--threads", request.threads,
                     "Threads (default: one for each core); the answer is always the same")
        ->type_name("NUMBER");
    command->add_option("--shard", options->shard, "Only part K of N of the draws, for `entente gather`")
        ->type_name("K/N");
    command->add_option("--out", options->out, "With --shard: the file to write")->type_name("FILE");
    command->add_flag("--bibtex", options->bibtex, "Print only how to cite the theory and the data, as BibTeX");
    add_output_options(*command, console);
    command->footer(
        "Needs a data store with alliances and what the covariates are made of. `--format csv` is one table, a row for "
        "each score.\n\n"
        "Examples:\n"
        "  entente backtest\n"
        "  entente backtest --horizon 5 --draws 10000\n"
        "  entente backtest --model leeds-mattes-vogel-2009 --format json\n"
        "  entente backtest --shard 3/64 --out shard-3.csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
