#include <charconv>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/threat.hpp"
#include "workbench/threat_test.hpp"

namespace entente::cli {
namespace {

struct Options {
    workbench::ThreatRequest request;
    std::optional<int> year;
    std::vector<std::string> weights;
    std::string case_folder;
    reports::ThreatView view;
    bool bibtex = false;
    bool test = false;
    std::optional<std::uint64_t> seed;
};

// `proximity=.4`
std::pair<std::string, double> weight_from(const std::string& written) {
    const auto sign = written.find('=');
    double weight = 0;
    bool read = sign != std::string::npos && sign > 0;
    if (read) {
        const char* first = written.data() + sign + 1;
        const char* last = written.data() + written.size();
        const auto [end, error] = std::from_chars(first, last, weight);
        read = first != last && end == last && error == std::errc{};
    }
    require(read, "'" + written + "' is no weight", "write a component and a number: proximity=.4");
    return {written.substr(0, sign), weight};
}

void run_test(const Options& options, const Console& console) {
    const auto& request = options.request;
    require(request.state.empty() && options.case_folder.empty() && request.against.empty() && request.ally.empty() &&
                options.weights.empty() && !options.year && !options.view.composite && !options.view.all,
            "--test is about all states at once: it takes --from, --to, --theory and --seed, and nothing else",
            "as in `entente threat --test --from 1946`");
    workbench::ThreatTestRequest asked;
    asked.theory = request.theory;
    asked.from = request.from;
    asked.to = request.to;
    if (options.seed) asked.choices.seed = *options.seed;
    const auto result = [&] {
        StillWorking sign(console, "testing the theory");
        asked.progress = [&sign](std::string_view what, std::size_t done, std::size_t of) {
            sign.now(of > 0 ? fmt::format("testing the theory: {}, {} of {} years", what, done, of)
                            : fmt::format("testing the theory: contest {}", what));
        };
        return workbench::test_threat(asked);
    }();
    if (options.bibtex) return Console::print(result.bibtex);
    console.print(
        console.format == Format::Csv ? reports::threat_scores_document(result) : reports::threat_test_document(result),
        [&] { return reports::threat_test_json(result); });
}

void run_threat(const Options& options, const Console& console) {
    auto request = options.request;
    require(!request.state.empty() || !options.case_folder.empty(), "whose threats?",
            "name a state, as in `entente threat JPN --year 2016`, or a case: `entente threat --case FOLDER`");
    require(!options.year || (!request.from && !request.to), "--year is one year, --from and --to are several",
            "give the one or the others");
    require(!options.seed, "--seed belongs to --test: nothing else here is drawn at random");
    if (options.year) request.from = request.to = options.year;
    request.case_folder = options.case_folder;
    for (const auto& written : options.weights)
        request.weights.insert_or_assign(weight_from(written).first, weight_from(written).second);
    const auto result = [&] {
        const StillWorking sign(console, "reading the data store");
        return workbench::threat(request);
    }();
    if (options.bibtex) return Console::print(result.bibtex);
    console.print(console.format == Format::Csv ? reports::threat_table_document(result, options.view)
                                                : reports::threat_document(result, options.view),
                  [&] { return reports::threat_json(result); });
    if (result.open != nullptr) note_warnings(console, *result.open);
}

}  // namespace

void add_threat(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "threat",
        "Who threatens a state, and will it balance: components side by side, ranks, rules, observed conduct");
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("state", request.state, "The state that may be threatened, by code, number or name")
        ->type_name("STATE");
    command->add_option("--year", options->year, "One year (default: the last that the data cover)")->type_name("YEAR");
    command->add_option("--from", request.from, "First year of a history (alone: up to the last covered)")
        ->type_name("YEAR");
    command->add_option("--to", request.to, "Last year of a history")->type_name("YEAR");
    command
        ->add_option("--case", options->case_folder, "A case: its members, coded intentions, named threats and claims")
        ->type_name("CASE");
    command->add_option("--against", request.against, "Only these as threats, still ranked among all")
        ->delimiter(',')
        ->type_name("STATE,…");
    command
        ->add_option("--ally", request.ally,
                     "Ally of responses and gauges (default: for Δp the sworn one that takes most; gauges show five)")
        ->type_name("STATE");
    command->add_option("--weights", options->weights, "Weights of components instead of the theory's: proximity=.4,…")
        ->delimiter(',')
        ->type_name("ID=NUMBER,…");
    command->add_flag("--composite", options->view.composite, "Show the composite beside its components");
    command->add_flag("--all", options->view.all, "Every state and coded intention, not only the first");
    command->add_option("--theory", request.theory, "Theory of threat: an id, or a .toml file")->type_name("ID|FILE");
    command->add_flag("--test", options->test,
                      "Test the theory on all states: does it foresee whom states ally against? About half a minute");
    command->add_option("--seed", options->seed, "With --test: seed of all random draws")->type_name("NUMBER");
    command->add_flag("--bibtex", options->bibtex, "Print only how to cite the theory and the data, as BibTeX");
    add_output_options(*command, console);
    command->footer(
        "Without a data store a case answers from the figures that it ships. `--format csv` is one table, a row for "
        "each\n"
        "threat of each year.\n\n"
        "Examples:\n"
        "  entente threat JPN --year 2016\n"
        "  entente threat POL --year 1938 --against GMY,RUS --ally UKG\n"
        "  entente threat JPN --from 1950 --to 2014\n"
        "  entente threat JPN --year 2016 --weights aggregate-power=.1,aggressive-intentions=.7 --composite\n"
        "  entente threat --case cases/us-japan\n"
        "  entente threat --test");
    command->callback(
        [options, &console] { options->test ? run_test(*options, console) : run_threat(*options, console); });
}

}  // namespace entente::cli
