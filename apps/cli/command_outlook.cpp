#include <charconv>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "still_working.hpp"
#include "workbench/alliance_histories.hpp"
#include "workbench/outlook.hpp"
#include "workbench/outlook_files.hpp"
#include "workbench/outlook_rows.hpp"
#include "workbench/theories.hpp"

namespace entente::cli {
namespace {

struct Options {
    workbench::OutlookRequest request;
    reports::OutlookView view;
    bool bibtex = false;
    bool histories = false;
    workbench::AllianceHistoriesRequest asked;
    std::string formed;  // `1816-1989`
    std::filesystem::path rows;
};

// `1816-1989`, `1816–1989`
std::pair<int, int> years_from(const std::string& written) {
    int first = 0;
    int last = 0;
    const auto* const end = written.data() + written.size();
    const auto [dash, no_first] = std::from_chars(written.data(), end, first);
    const std::string_view rest(dash, static_cast<std::size_t>(end - dash));
    const std::size_t width = rest.starts_with("–") ? std::string_view("–").size() : 1;
    bool read = no_first == std::errc{} && rest.size() > width && (width > 1 || rest.starts_with('-'));
    if (read) {
        const auto [stop, no_last] = std::from_chars(dash + width, end, last);
        read = no_last == std::errc{} && stop == end;
    }
    require(read, "'" + written + "' is no span of years", "write the first and the last: --formed 1816-1989");
    return {first, last};
}

void run_histories(const Options& options, const Console& console) {
    const auto& request = options.request;
    require(!request.year && request.model.empty() && request.theory.empty() && !request.horizon && !request.seed &&
                request.draws == 0 && !options.view.explain && options.rows.empty(),
            "--histories is about all alliances: it takes --level, --of, --formed, --units and two states, and nothing "
            "else",
            "as in `entente outlook --histories --of defence`");
    auto asked = options.asked;
    asked.states = request.of;
    if (!options.formed.empty()) asked.formed = years_from(options.formed);
    const auto result = [&] {
        const StillWorking sign(console, "reading the data store");
        return workbench::alliance_histories(asked);
    }();
    if (options.bibtex) return Console::print(result.bibtex);
    console.print(
        console.format == Format::Csv ? reports::histories_table_document(result) : reports::histories_document(result),
        [&] { return reports::histories_json(result); });
}

// The table that the models are fitted to.
void write_rows(const Options& options, const Console& console) {
    require(options.request.of.empty(), "--rows are those of all alliances of two states", "leave the alliance out");
    const auto files = [&] {
        const StillWorking sign(console, "measuring all alliances");
        const auto entry = workbench::outlook_theory(options.request.theory);
        const auto store = workbench::open_store();
        const auto rows = workbench::outlook_rows(*store, entry.theory, entry.covariates);
        return workbench::write_outlook_rows(rows, entry.theory, options.rows);
    }();
    for (const auto& file : files) console.note(file.path.string() + ": " + file.what);
}

void run(const Options& options, const Console& console) {
    const bool of_histories = options.asked.level != outlook::HistoryLevel::Member ||
                              options.asked.kind != outlook::AllianceKind::All || !options.formed.empty() ||
                              !options.asked.units.empty();
    require(!of_histories, "--level, --of, --formed and --units belong to --histories",
            "add it: `entente outlook --histories`");
    require(!options.request.of.empty(), "the outlook of what?",
            "name a case, an alliance or two states: `entente outlook FOLDER`, `entente outlook atop:NUMBER`, "
            "`entente outlook STATE–STATE`");
    const auto result = [&] {
        const StillWorking sign(console, "fitting how alliances end");
        return workbench::outlook(options.request);
    }();
    if (options.bibtex) return Console::print(result.bibtex);
    console.print(console.format == Format::Csv ? reports::outlook_table_document(result)
                                                : reports::outlook_document(result, options.view),
                  [&] { return reports::outlook_json(result); });
    if (result.open != nullptr) note_warnings(console, *result.open);
}

}  // namespace

void add_outlook(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "outlook", "Will it endure? Each way of ending, what drives it, what would change it, which were alike");
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    auto& asked = options->asked;
    command->add_option("of", request.of, "A case, an alliance of ATOP by its number, or two states")
        ->type_name("CASE|atop:ID|A–B");
    command
        ->add_option("--year", request.year,
                     "First year that is foreseen (default: after the case's focal period, else after the data)")
        ->type_name("YEAR");
    command
        ->add_option("--model", request.model,
                     "Model of endings (default: the contest's choice, or if that is the base rate the theory's own, "
                     "for its drivers)")
        ->type_name("ID");
    command->add_option("--theory", request.theory, "Theory of endings: an id, or a .toml file")->type_name("ID|FILE");
    command->add_option("--horizon", request.horizon, "Longest horizon instead of 10 years, up to 50")
        ->type_name("YEARS");
    command
        ->add_option("--draws", request.draws,
                     "Intervals from so many refits to drawn alliances (default 0: the delta method), from 100")
        ->type_name("NUMBER");
    add_seed_option(*command, request.seed);
    command->add_flag("--histories", options->histories,
                      "How all alliances have ended, or those of two states: counts, curves, rates by age");
    const auto one_of = [](auto names) { return std::vector<std::string>(names.begin(), names.end()); };
    command
        ->add_option_function<std::string>(
            "--level", [&asked](const std::string& name) { asked.level = *named<outlook::HistoryLevel>(name); },
            "With --histories: each member on its own (default), or each alliance as a whole")
        ->check(CLI::IsMember(one_of(NamesOf<outlook::HistoryLevel>::names)))
        ->type_name("member|alliance");
    command
        ->add_option_function<std::string>(
            "--of", [&asked](const std::string& name) { asked.kind = *named<outlook::AllianceKind>(name); },
            "With --histories: of which alliances: " + names_of<outlook::AllianceKind>())
        ->check(CLI::IsMember(one_of(NamesOf<outlook::AllianceKind>::names)))
        ->type_name("KIND");
    command->add_option("--formed", options->formed, "With --histories: of those signed in these years")
        ->type_name("YEAR-YEAR");
    command->add_option("--units", options->asked.units, "With --histories: write the histories to this file")
        ->type_name("FILE.csv");
    command
        ->add_option("--rows", options->rows,
                     "Write the years and covariates that models are fitted to, with a codebook, and nothing else")
        ->type_name("FILE.csv");
    command->add_flag("--explain", options->view.explain, "Every coefficient, and how the answer follows from them");
    command->add_flag("--bibtex", options->bibtex, "Print only how to cite the theory and the data, as BibTeX");
    add_output_options(*command, console);
    command->footer(
        "Without a data store a case has the base rate of its protocol. Models are fitted to alliances of two states;\n"
        "of others stands what became of members of alliances as old. `--format csv` is one table, a row for each way\n"
        "of ending of each year ahead.\n\n"
        "Examples:\n"
        "  entente outlook cases/us-japan\n"
        "  entente outlook cases/us-japan --explain\n"
        "  entente outlook cases/us-japan --model base-rate\n"
        "  entente outlook atop:3375 --year 2010 --model leeds-savun-2007\n"
        "  entente outlook USA–KOR --model duration --horizon 20\n"
        "  entente outlook cases/us-japan --model walt-1997 --draws 1000 --format json\n"
        "  entente outlook --histories\n"
        "  entente outlook --histories --level alliance --of bilateral --formed 1816-1989 --units histories.csv\n"
        "  entente outlook --rows rows.csv");
    command->callback([options, &console] {
        if (options->histories) return run_histories(*options, console);
        if (!options->rows.empty()) return write_rows(*options, console);
        run(*options, console);
    });
}

}  // namespace entente::cli
