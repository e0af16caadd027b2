#include <memory>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/panel.hpp"

namespace entente::cli {
namespace {

struct Options {
    std::string unit;
    std::string system;
    bool variables = false;
    workbench::PanelRequest request;
};

panels::PanelUnit unit_named(const std::string& word) {
    const auto unit = named<panels::PanelUnit>(word);
    require(unit.has_value(), "there is no panel unit '" + word + "'", "the units: " + names_of<panels::PanelUnit>());
    return *unit;
}

void list_variables(const Options& options, const Console& console) {
    std::optional<panels::PanelUnit> unit;
    if (!options.unit.empty()) unit = unit_named(options.unit);
    const auto offers = workbench::panel_offers(unit);
    console.print(reports::panel_offers_document(offers), [&] { return reports::panel_offers_json(offers); });
}

void run(Options& options, const Console& console) {
    if (options.variables) {
        list_variables(options, console);
        return;
    }
    auto& request = options.request;
    require(!request.file.empty(), "where should the panel go?", "name a file: -o panel.parquet, .csv or .dta");
    if (request.recipe.empty()) {
        require(!options.unit.empty(), "a panel needs a unit, or a --recipe",
                "the units: " + names_of<panels::PanelUnit>());
        request.panel.unit = unit_named(options.unit);
        require(request.panel.from != 0 && request.panel.to != 0, "a panel needs its first and last year",
                "as --from 1816 --to 2018");
        if (!options.system.empty()) request.panel.system = named<datasets::Numbering>(options.system);
    } else {
        require(options.unit.empty() && request.panel.columns.empty(),
                "a recipe says all about the panel; give no unit and no --with beside it");
    }
    const auto result = [&] {
        const StillWorking sign(console, "building the panel");
        return workbench::make_panel(request);
    }();
    if (console.quiet && console.format == Format::Text) return;
    console.print(reports::panel_document(result), [&] { return reports::panel_json(result); });
}

}  // namespace

void add_panel(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "panel", "A table of states, pairs, alliances or leaders by year out of the data store, with its codebook");
    auto options = std::make_shared<Options>();
    auto& panel = options->request.panel;
    command->add_option("unit", options->unit, "What a row is: " + names_of<panels::PanelUnit>())->type_name("UNIT");
    command->add_option("--from", panel.from, "First year")->type_name("YEAR")->check(CLI::Range(1, 9999));
    command->add_option("--to", panel.to, "Last year")->type_name("YEAR")->check(CLI::Range(1, 9999));
    command->add_option("--states", panel.states, "Only these, by code, number or name; `majors`; default: all")
        ->delimiter(',')
        ->type_name("STATE,…");
    command->add_option("--system", options->system, "List of states: cow (default) or gw")
        ->check(CLI::IsMember({"cow", "gw"}))
        ->type_name("LIST");
    command
        ->add_option("--with", panel.columns, "Data sets, variables and measures: nmc, nmc@6.0.milex, capital-distance")
        ->delimiter(',')
        ->type_name("VARIABLE,…");
    command->add_option("--rows", panel.rows, "Data set of the rows, for alliances, members and leaders")
        ->type_name("DATASET");
    command
        ->add_option("-o,--output", options->request.file, "The panel: .parquet, .csv or .dta; replaces what is there")
        ->type_name("FILE");
    command->add_option("--recipe", options->request.recipe, "Make the panel of this recipe again")->type_name("FILE");
    command->add_flag("--unpinned", options->request.unpinned, "With --recipe: go on if the store has other files");
    command->add_flag("--variables", options->variables, "List what the store offers for the unit, and the measures");
    add_output_options(*command, console);
    command->footer(
        "Beside the panel stand its codebook (.codebook.md, .codebook.csv), recipe (.recipe.toml) and citations "
        "(.bib).\n\n"
        "Examples:\n"
        "  entente panel --variables state-year\n"
        "  entente panel state-year --from 1946 --to 2016 --states USA,JPN --with nmc -o powers.csv\n"
        "  entente panel directed-dyad-year --from 1816 --to 2018 --with "
        "capability-share,capital-distance,contiguity.conttype,atop-directed,disputes -o dyads.parquet\n"
        "  entente panel --recipe dyads.recipe.toml -o again.parquet");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
