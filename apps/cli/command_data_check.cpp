// `entente data check`: what a scholar should know about the stored data before using them.
#include <memory>
#include <optional>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/data_check.hpp"

namespace entente::cli {
namespace {

// A full store raises hundreds: the weightiest of each gravity fit on a page or two.
constexpr std::size_t kMostOfOneGravity = 8;

struct Options {
    workbench::DataCheckRequest request;
    std::vector<std::string> only;
    bool strict = false;
    bool all = false;
};

void run(const Options& options, const Console& console) {
    auto request = options.request;
    for (const auto& word : options.only) request.only.push_back(*named<datasets::AlarmKind>(word));
    const auto result = [&] {
        StillWorking working(console, "checking");
        return workbench::data_check(request);
    }();
    for (const auto& problem : result.problems) console.note(to_line(problem));
    const bool everything = options.all || !request.datasets.empty();
    const auto document =
        console.format == Format::Csv
            ? reports::data_check_table_document(result)
            : reports::data_check_document(result, everything ? std::nullopt : std::optional(kMostOfOneGravity));
    console.print(document, [&] { return reports::data_check_json(result); });
    if (options.strict && !result.alarms.empty()) throw CLI::RuntimeError(exit_code(ErrorKind::BadData));
}

}  // namespace

void add_data_check(CLI::App& data, Console& console) {
    auto* command = data.add_subcommand("check", "Alarms: sources that disagree, impossible values, zeros for missing");
    auto options = std::make_shared<Options>();
    command->add_option("datasets", options->request.datasets, "These data sets (default: all in the store)")
        ->type_name("DATASET[@VERSION]…");
    const auto& kinds = NamesOf<datasets::AlarmKind>::names;
    command->add_option("--only", options->only, "Only alarms of these kinds")
        ->type_name("KIND,…")
        ->delimiter(',')
        ->check(CLI::IsMember(std::vector<std::string>(kinds.begin(), kinds.end())));
    command->add_flag("--all", options->all, "Print every alarm, not only the weightiest");
    command->add_flag("--strict", options->strict, "Exit with code 4 if there is any alarm");
    add_output_options(*command, console);
    command->footer(
        "Data sets are compared by datasets/comparisons.toml; definition breaks of your own go into breaks.toml "
        "beside\n"
        "it, in the folder $ENTENTE_HOME. The rules: docs/alarms.md.\n\n"
        "Examples:\n"
        "  entente data check\n"
        "  entente data check --all\n"
        "  entente data check us-troops nmc@6.0 --only disagreement,zeros\n"
        "  entente data check --format csv > alarms.csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
