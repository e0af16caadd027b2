// The command line. Errors are caught here, and nowhere else in the program.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "commands.hpp"
#include "core/error.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"
#include "workbench/shipped_files.hpp"

namespace {

using entente::Error;
using entente::ErrorKind;

// What a user typed may hold anything; it must not rule the terminal when it is named in a message.
std::string printable(std::string text) {
    for (auto found = entente::find_control_character(text); found != std::string::npos;
         found = entente::find_control_character(text)) {
        text[found] = '?';
    }
    return text;
}

void report(const Error& error, const entente::cli::Console& console) {
    for (const auto& problem : error.problems()) std::fprintf(stderr, "%s\n", printable(to_line(problem)).c_str());
    const bool colour = console.colour_on_errors();
    std::fprintf(stderr, "%sentente: %s%s\n", colour ? "\x1b[1m" : "", printable(error.what()).c_str(),
                 colour ? "\x1b[0m" : "");
    if (!error.advice().empty()) std::fprintf(stderr, "  %s\n", printable(error.advice()).c_str());
}

// What CLI11 found wrong, in the program's own voice.
std::string wrong_usage(const CLI::App* program, const CLI::Error& wrong) {
    std::string command = program->get_name();
    for (const auto* chosen : program->get_subcommands()) command += ' ' + chosen->get_name();
    return std::string("entente: ") + wrong.what() + "\n  run `" + command + " --help`\n";
}

// CLI11 says only that a command is missing where there is none of that name.
void require_known_command(const CLI::App& program, int argc, char** argv) {
    const std::string name = argc > 1 ? argv[1] : "";
    if (name.empty() || name.starts_with('-')) return;
    std::vector<std::string> known;
    for (const auto* command : program.get_subcommands({})) known.push_back(command->get_name());
    entente::require(std::find(known.begin(), known.end(), name) != known.end(),
                     "there is no command '" + name + "'" + entente::did_you_mean(name, known),
                     "the commands: " + entente::joined(known, ", "));
}

int run(int argc, char** argv) {
    CLI::App program{"Analyses military alliances and shows its work.", "entente"};
    program.set_version_flag("--version", "entente " + entente::workbench::version());
    program.require_subcommand(1);
    program.failure_message(wrong_usage);
    program.footer(
        "Examples:\n"
        "  entente assess cases/us-japan\n"
        "  entente assess --help\n\n"
        "Exit codes: 0 done · 2 a wrong option · 3 no such case, period, factor … · 4 a broken file · 70 our fault, or "
        "the machine's (a full disk)");
    entente::cli::Console console;
    for (const auto add : {entente::cli::add_assess,    entente::cli::add_trajectory, entente::cli::add_continuity,
                           entente::cli::add_compare,   entente::cli::add_check,      entente::cli::add_show,
                           entente::cli::add_figures,   entente::cli::add_agreement,  entente::cli::add_theories,
                           entente::cli::add_protocols, entente::cli::add_report,     entente::cli::add_serve,
                           entente::cli::add_import,    entente::cli::add_data,       entente::cli::add_panel,
                           entente::cli::add_threat,    entente::cli::add_outlook,    entente::cli::add_scenario,
                           entente::cli::add_forecast,  entente::cli::add_burden,     entente::cli::add_backtest,
                           entente::cli::add_gather,    entente::cli::add_states}) {
        add(program, console);
    }
    try {
        require_known_command(program, argc, argv);
        program.parse(argc, argv);
        return 0;
    } catch (const CLI::RuntimeError& status) {
        return status.get_exit_code();
    } catch (const CLI::ParseError& wrong) {
        return program.exit(wrong) == 0 ? 0 : exit_code(ErrorKind::BadRequest);
    } catch (const Error& error) {
        report(error, console);
        return exit_code(error.kind());
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& unexpected) {
        std::fprintf(stderr, "entente: %s\n  this is a fault of the program; please report it\n", unexpected.what());
        return entente::exit_code(ErrorKind::Fault);
    }
}
