#include <memory>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/data_documents.hpp"
#include "reports/names.hpp"
#include "still_working.hpp"
#include "workbench/data.hpp"
#include "workbench/data_add.hpp"

namespace entente::cli {
namespace {

void print_added(const workbench::DataAddResult& result, const Console& console) {
    for (const auto& problem : result.problems) console.note(to_line(problem));
    console.print(reports::data_add_document(result), [&] { return reports::data_add_json(result); });
    if (!result.problems.empty()) throw CLI::RuntimeError(exit_code(ErrorKind::BadData));
}

void run_add(workbench::DataAddRequest request, const Console& console) {
    const auto result = [&] {
        StillWorking working(console, "reading");
        request.progress = [&](std::size_t at, std::size_t of, const std::filesystem::path& file) {
            working.now(fmt::format("file {} of {}: {}", at, of, file.filename().string()));
        };
        return workbench::data_add(request);
    }();
    print_added(result, console);
}

void add_data_add(CLI::App& data, Console& console) {
    auto* command = data.add_subcommand("add", "Official files, as downloaded, into the data store");
    auto request = std::make_shared<workbench::DataAddRequest>();
    command->add_option("paths", request->paths, "Files; of a folder, all files below it")
        ->required()
        ->type_name("PATH…");
    command->add_option("--as", request->as, "The data set and version these files are, where the program cannot tell")
        ->type_name("DATASET[@VERSION]");
    command->add_flag("--keep-going", request->keep_going, "Leave out what cannot be imported, and take the rest");
    command->add_flag("--replace", request->replace, "Let a file take the place of one that has more rows");
    add_output_options(*command, console);
    command->footer(
        "What a file is shows in its content, not its name. All files become part of the store in one step, or "
        "none.\n\n"
        "Examples:\n"
        "  entente data add ~/Downloads/NMC-60-abridged.csv\n"
        "  entente data add official-files/\n"
        "  entente data add NMC-70-abridged.csv --as nmc@7.0");
    command->callback([request, &console] { run_add(*request, console); });
}

void add_data_list(CLI::App& data, Console& console) {
    auto* command = data.add_subcommand("list", "The data sets in the store; or all that can be read");
    auto known = std::make_shared<bool>(false);
    command->add_flag("--known", *known, "All data sets that can be read, and where to download them");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente data list\n"
        "  entente data list --known");
    command->callback([known, &console] {
        const auto result = workbench::data_list(*known ? workbench::ListWhat::Known : workbench::ListWhat::Stored);
        console.print(reports::data_list_document(result), [&] { return reports::data_list_json(result); });
    });
}

void add_data_info(CLI::App& data, Console& console) {
    auto* command = data.add_subcommand("info", "A data set's variables: what they mean, and where they are missing");
    auto asked = std::make_shared<std::string>();
    command->add_option("dataset", *asked, "A data set in the store (default: its newest version)")
        ->required()
        ->type_name("DATASET[@VERSION]");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente data info nmc\n"
        "  entente data info nmc@5.0 --format csv");
    command->callback([asked, &console] {
        const auto result = workbench::data_info(*asked);
        const auto document = console.format == Format::Csv ? reports::data_info_table_document(result)
                                                            : reports::data_info_document(result);
        console.print(document, [&] { return reports::data_info_json(result); });
    });
}

void run_cite(const std::vector<std::string>& asked, const Console& console) {
    const auto cited = workbench::data_cite(asked);
    if (cited.empty()) console.note("the data store is empty: nothing to cite");
    if (console.format == Format::Json || console.format == Format::Csv) {
        console.print(reports::data_cite_document(cited), [&] { return reports::data_cite_json(cited); });
    } else {
        Console::print(reports::data_cite_bibtex(cited));
    }
}

void add_data_cite(CLI::App& data, Console& console) {
    auto* command = data.add_subcommand("cite", "How to cite the data sets in the store, as BibTeX");
    auto asked = std::make_shared<std::vector<std::string>>();
    command->add_option("datasets", *asked, "These data sets (default: all in the store)")
        ->type_name("DATASET[@VERSION]…");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente data cite > data.bib\n"
        "  entente data cite nmc atop-alliance");
    command->callback([asked, &console] { run_cite(*asked, console); });
}

void add_data_remove(CLI::App& data, Console& console) {
    auto* command = data.add_subcommand("remove", "Takes a data set out of the store");
    auto asked = std::make_shared<std::string>();
    command->add_option("dataset", *asked, "A data set in the store; with its version, if there are several")
        ->required()
        ->type_name("DATASET[@VERSION]");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente data remove nmc@5.0");
    command->callback([asked, &console] {
        const auto removed = workbench::data_remove(*asked);
        console.print(fmt::format("{} {}: removed, {}\n", removed.dataset, removed.version,
                                  reports::counted(removed.rows, "row")));
    });
}

}  // namespace

void add_data(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("data", "The data store: official files in, coverage, citations, alarms");
    command->require_subcommand(1);
    add_data_add(*command, console);
    add_data_list(*command, console);
    add_data_info(*command, console);
    add_data_cite(*command, console);
    add_data_check(*command, console);
    add_data_remove(*command, console);
    command->footer(
        "Examples:\n"
        "  entente data list --known\n"
        "  entente data add ~/Downloads/NMC-60-abridged.csv\n"
        "  entente data info nmc");
}

}  // namespace entente::cli
