#include <memory>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/states.hpp"

namespace entente::cli {
namespace {

struct Options {
    std::vector<std::string> written;
    std::string day;
    std::string year;
    std::string system;
};

void run(const Options& options, const Console& console) {
    workbench::StatesRequest request{options.written, {}, {}};
    if (!options.day.empty()) {
        const auto day = parse_day(options.day);
        require(day.has_value(), "--on '" + options.day + "' is no day", "write it as 1990-01-01");
        request.when = single_day(*day);
    }
    if (!options.year.empty()) {
        request.when = parse_date(options.year);
        require(request.when && request.when->precision == Precision::Year, "--year '" + options.year + "' is no year",
                "write it as 1990");
    }
    if (!options.system.empty()) request.system = named<workbench::StateSystem>(options.system);
    const auto result = workbench::states(request);
    console.print(reports::states_document(result), [&result] { return reports::states_json(result); });
}

}  // namespace

void add_states(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("states", "Which state a name or a code means on a day, with its numbers");
    auto options = std::make_shared<Options>();
    command->add_option("name", options->written, "Names or codes: Germany, GMY, cow:255, gw:260, iso:DEU, iso2:DE")
        ->required()
        ->type_name("NAME");
    auto* day = command->add_option("--on", options->day, "On this day (default: at any time)")->type_name("DAY");
    command->add_option("--year", options->year, "On any day of this year")->type_name("YEAR")->excludes(day);
    command->add_option("--system", options->system, "What bare numbers and codes belong to: cow, gw, iso")
        ->check(CLI::IsMember(std::vector<std::string>{"cow", "gw", "iso"}))
        ->type_name("SYSTEM");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente states Germany --year 1938\n"
        "  entente states Yemen Korea --on 1990-05-22\n"
        "  entente states 260 678 --system gw --year 1990 --format csv");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
