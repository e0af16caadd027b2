#include <chrono>
#include <memory>

#include "commands.hpp"
#include "core/date.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/forecast.hpp"

namespace entente::cli {
namespace {

struct Options {
    std::vector<std::string> from;
    std::string today;
    bool print_template = false;
};

Day day_of(const Options& options) {
    if (options.today.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto day = parse_day(options.today);
    require(day.has_value(), "--today '" + options.today + "' is no day", "write it as 2019-02-28");
    return *day;
}

void run(const Options& options, const Console& console) {
    if (options.print_template) return Console::print(workbench::forecast_template());
    const StillWorking still_working(console, "scoring forecasts");
    const auto result = workbench::forecast({{options.from.begin(), options.from.end()}, day_of(options)});
    console.print(reports::forecast_document(result), [&] { return reports::forecast_json(result); });
    for (const auto& open : result.cases) note_warnings(console, *open);
}

}  // namespace

void add_forecast(CLI::App& program, Console& console) {
    auto* command =
        program.add_subcommand("forecast", "What was foretold, what came of it, and how good the forecasts were");
    auto options = std::make_shared<Options>();
    command->add_option("from", options->from, "Folders of cases, files of forecasts")->type_name("CASE|FILE");
    command
        ->add_option("--today", options->today,
                     "Judge as of this day: what was settled later is open (default: the day of this machine)")
        ->type_name("DAY");
    command->add_flag("--template", options->print_template, "Print a file of forecasts to start from, and exit");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente forecast cases/us-japan cases/nato\n"
        "  entente forecast cases/us-japan --today 2019-02-28\n"
        "  entente forecast --template > my-forecasts.toml\n"
        "  entente forecast my-forecasts.toml --format csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
