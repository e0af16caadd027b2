#include <charconv>
#include <memory>
#include <utility>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/burden.hpp"

namespace entente::cli {
namespace {

struct Options {
    workbench::BurdenRequest request;
    std::vector<std::string> guidelines;
    std::string weights;
    bool bibtex = false;
    reports::BurdenView view;
};

// `spending-share=2`
std::pair<std::string, double> guideline_from(const std::string& written) {
    const auto sign = written.find('=');
    double at_least = 0;
    bool read = sign != std::string::npos && sign > 0;
    if (read) {
        const char* first = written.data() + sign + 1;
        const char* last = written.data() + written.size();
        const auto [end, error] = std::from_chars(first, last, at_least);
        read = first != last && end == last && error == std::errc{};
    }
    require(read, "'" + written + "' is no guideline", "write a measure and a number in its unit: spending-share=2");
    return {written.substr(0, sign), at_least};
}

void run(const Options& options, const Console& console) {
    auto request = options.request;
    request.weights = options.weights;
    for (const auto& written : options.guidelines) {
        const auto guideline = guideline_from(written);
        request.guidelines.insert_or_assign(guideline.first, guideline.second);
    }
    const auto result = [&] {
        const StillWorking sign(console, "reading the data store");
        return workbench::burden(request);
    }();
    if (options.bibtex) return Console::print(result.bibtex);
    console.print(console.format == Format::Csv ? reports::burden_table_document(result)
                                                : reports::burden_document(result, options.view),
                  [&] { return reports::burden_json(result); });
    for (const auto& group : result.groups) {
        if (group.of_case) note_warnings(console, *group.of_case->open);
    }
}

}  // namespace

void add_burden(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "burden", "Who carries the burden: measures side by side, guidelines, ranks over all weightings, demands");
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    command
        ->add_option("group", request.groups,
                     "A case's folder, an alliance by its number in ATOP (atop:3180), or states (JPN,ROK,AUL)")
        ->required()
        ->type_name("GROUP");
    command
        ->add_option("--year", request.year,
                     "One year (default: the last for which most of what weighs is known; with a case among the groups "
                     "the last full one before its cut-off, the earliest cut-off of several)")
        ->type_name("YEAR");
    command->add_option("--from", request.from, "First year of the history (default: twenty years back)")
        ->type_name("YEAR");
    command->add_option("--to", request.to, "Last year of the history (default: the year)")->type_name("YEAR");
    command->add_option("--of", request.of, "Two states to compare with each other, of whatever group")
        ->delimiter(',')
        ->type_name("STATE,STATE");
    command
        ->add_option("--weights", options->weights, "Weights of your own: a file with [weights] and measure = number")
        ->type_name("FILE");
    command
        ->add_option("--guideline", options->guidelines,
                     "A guideline to hold members to, in the measure's unit: spending-share=2,…")
        ->delimiter(',')
        ->type_name("ID=NUMBER,…");
    command->add_option("--theory", request.theory, "Theory of burden sharing: an id, or a .toml file")
        ->type_name("ID|FILE");
    command->add_flag("--brief", options->view.brief,
                      "Only the first screen: the answers in words, and the two of --of measure by measure");
    add_seed_option(*command, request.seed);
    command->add_flag("--bibtex", options->bibtex, "Print only how to cite the theory and the data, as BibTeX");
    add_output_options(*command, console);
    command->footer(
        "Without a data store a case answers from the figures that it ships. `--format csv` is one table, a row for "
        "each\n"
        "state, year and measure. The ids that --guideline and --weights take are listed by `entente theories ID`;\n"
        "the code of a state, as GMY, by `entente states NAME`.\n\n"
        "Examples:\n"
        "  entente burden atop:3180 --year 2017\n"
        "  entente burden JPN,GMY --year 2016\n"
        "  entente burden cases/us-japan cases/nato --of JPN,GMY --brief\n"
        "  entente burden JPN,ROK,AUL,USA --year 2016 --guideline spending-share=2\n"
        "  entente burden atop:3180 --from 1960 --to 1980 --year 1964\n"
        "  entente burden cases/nato --weights my-weights.toml\n"
        "  entente theories olson-zeckhauser-1966\n"
        "  entente states Germany --year 1990");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
