#include <charconv>
#include <memory>
#include <utility>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/scenario.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    workbench::ScenarioRequest request;
    std::vector<std::string> probabilities;
    bool print_template = false;
};

double share_in(std::string_view written, const std::string& whole) {
    double share = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), share);
    require(!written.empty() && error == std::errc{} && end == written.data() + written.size(),
            "--probability '" + whole + "' is not two shares", "write LOW,HIGH as in 0.1,0.3, or ID=LOW,HIGH");
    return share;
}

// `0.1,0.3` or `relit-crisis=0.1,0.3`; one number stands for both ends.
std::pair<std::string, evidence::ProbabilityRange> probability_from(const std::string& written) {
    const auto sign = written.find('=');
    const auto id = sign == std::string::npos ? std::string() : written.substr(0, sign);
    const auto range = std::string_view(written).substr(sign == std::string::npos ? 0 : sign + 1);
    const auto comma = range.find(',');
    const double low = share_in(range.substr(0, comma), written);
    const double high = comma == std::string_view::npos ? low : share_in(range.substr(comma + 1), written);
    return {id, {low, high}};
}

void run(const Options& options, const Console& console) {
    if (options.print_template) return Console::print(workbench::scenario_template());
    require(!options.which.folder.empty(), "no case is named", "name its folder: entente scenario CASE");
    auto request = options.request;
    for (const auto& written : options.probabilities) {
        const auto [id, range] = probability_from(written);
        require(request.probabilities.emplace(id, range).second,
                "--probability is given twice for " + (id.empty() ? std::string("the same scenario") : "'" + id + "'"),
                "give it once for each");
    }
    const StillWorking still_working(console, "drawing from the scenarios");
    const auto result = workbench::scenario(workbench::open_case(options.which.request()), request);
    console.print(reports::scenario_document(result), [&] { return reports::scenario_json(result); });
    note_warnings(console, *result.open);
}

}  // namespace

void add_scenario(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "scenario", "What might happen: the verdict and the outlook under scenarios, beside what they are now");
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command->add_option("case", options->which.folder, "Folder of the case")->type_name("CASE");
    command
        ->add_option("scenarios", request.named,
                     "Scenarios of the case by their ids, or files (default: all of the case)")
        ->type_name("ID|FILE");
    command->add_flag("--together", request.together, "Also what if all of them happened");
    command
        ->add_option("--probability", options->probabilities,
                     "Your own probability, in place of the author's: LOW,HIGH; of one among several ID=LOW,HIGH")
        ->type_name("[ID=]LOW,HIGH");
    command->add_option("--draws", request.draws, "Draws from the ranges of each scenario (default: 10000)")
        ->type_name("NUMBER");
    add_seed_option(*command, request.question.seed);
    add_period_options(*command, request.question.focal, request.question.baseline);
    add_coder_option(*command, request.question.coders);
    add_reading_options(*command, options->which);
    command->add_flag("--template", options->print_template, "Print a scenario's file to start from, and exit");
    add_output_options(*command, console);
    command->footer(
        "An effect enters the ledger as one more cluster of new evidence. A scenario without a probability by its "
        "author\n"
        "gets no unconditional number.\n\n"
        "Examples:\n"
        "  entente scenario cases/us-japan\n"
        "  entente scenario cases/us-japan relit-crisis --probability 0.1,0.3\n"
        "  entente scenario cases/us-japan relit-crisis budget-demand --together\n"
        "  entente scenario --template > my-scenario.toml\n"
        "  entente scenario cases/us-japan ./my-scenario.toml --format json");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
