#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/page_assets.hpp"
#include "server/server.hpp"
#include "still_working.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions reading;
    std::vector<std::string> folders;
    std::vector<std::string> beside;
    server::Address address{"127.0.0.1", 8451};
    bool edit = false;
    std::string coder;
    bool blind = false;
    bool no_open = false;
};

bool is_id(const std::string& text) {
    bool hyphen = true;  // one may not stand first, last, or after another
    for (const char letter : text) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (!plain && (letter != '-' || hyphen)) return false;
        hyphen = letter == '-';
    }
    return !hyphen;
}

std::optional<server::Editing> editing_of(const Options& options) {
    require(options.edit || options.coder.empty(), "--coder says who edits, and --edit is not given", "add --edit");
    require(options.edit || !options.blind, "--blind says how somebody codes, and --edit is not given", "add --edit");
    if (!options.edit) return std::nullopt;
    require(!options.coder.empty(), "who edits?", "name the coder: --edit --coder first");
    require(is_id(options.coder), "the coder '" + options.coder + "' is no id",
            "write it in lower-case words joined by hyphens: --coder second-reader");
    require(!options.blind || options.beside.empty(), "who codes blind is shown no comparison", "leave out --beside");
    return server::Editing{options.coder, options.blind, server::new_token()};
}

std::string count_of(std::size_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

void say_what_is_served(const server::Served& served, const server::Server& server) {
    std::string text;
    for (const auto& live : served.cases()) {
        const auto open = live->snapshot().open;
        text += fmt::format("{}  {} · {} · {}\n", live->id(), open->content.title,
                            count_of(open->content.items.size(), "item"), open->theory.name);
    }
    if (const auto& editing = served.editing()) {
        text += fmt::format("coder {}{}: what is saved goes into the files of the case\n", editing->coder,
                            editing->blind ? ", blind" : "");
    }
    Console::print(text + server.url() + "\nCtrl+C ends it.\n");
}

void warn_of_strangers(const Options& options, const Console& console) {
    if (server::is_loopback(options.address.host)) return;
    console.note(options.edit
                     ? "note: other machines can read these cases, and whoever sees the URL below can change them; "
                       "nothing between them and here is encrypted"
                     : "note: other machines can read these cases; nothing between them and here is encrypted");
}

bool has_screen() {
    const char* x11 = std::getenv("DISPLAY");
    const char* wayland = std::getenv("WAYLAND_DISPLAY");
    return (x11 != nullptr && *x11 != '\0') || (wayland != nullptr && *wayland != '\0');
}

// Where there is no browser nothing happens: the URL stands on the terminal.
void open_browser(const std::string& url) {
    std::string program = "xdg-open";
    std::string argument = url;
    std::array<char*, 3> command{program.data(), argument.data(), nullptr};
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    static_cast<void>(posix_spawnp(&child, program.c_str(), &files, nullptr, command.data(), environ));
    posix_spawn_file_actions_destroy(&files);
}

void run(const Options& options, const Console& console) {
    const server::Limits limits;
    auto still_working = std::make_unique<StillWorking>(console, "opening");
    server::Served served(requests_of(options.reading, options.folders), requests_of(options.reading, options.beside),
                          editing_of(options), reports::page_assets(), limits.cached_bytes);
    server::Server server(served, options.address, limits);
    reports::require_pages();
    still_working.reset();
    warn_of_strangers(options, console);
    say_what_is_served(served, server);
    for (const auto& live : served.cases()) note_warnings(console, *live->snapshot().open);
    if (!options.no_open && isatty(STDOUT_FILENO) == 1 && has_screen()) open_browser(server.url());
    server.run();
}

}  // namespace

void add_serve(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "serve", "The pages of one or more cases in the browser; with --edit a coder works in them");
    auto options = std::make_shared<Options>();
    command->add_option("case", options->folders, "Folders of the cases")->required()->type_name("CASE");
    add_reading_options(*command, options->reading);
    add_beside_option(*command, options->beside);
    command->add_option("--port", options->address.port, "Port to listen on; 0: any that is free")
        ->capture_default_str()
        ->type_name("NUMBER");
    command
        ->add_option("--host", options->address.host,
                     "Address to listen on; others than this machine's own "
                     "let other machines in")
        ->capture_default_str()
        ->type_name("ADDRESS");
    command->add_flag("--edit", options->edit, "Let the coder change the cases");
    command->add_option("--coder", options->coder, "Who edits")->type_name("ID");
    command->add_flag("--blind", options->blind, "Show the coder nobody else's codings, and no verdict");
    command->add_flag("--no-open", options->no_open, "Do not open a browser");
    command->add_flag("-q,--quiet", console.quiet, "No notes and no progress on standard error");
    command->footer(
        "It answers until Ctrl+C. Files that are edited meanwhile are read again.\n\n"
        "Examples:\n"
        "  entente serve cases/us-japan\n"
        "  entente serve cases/* --port 0\n"
        "  entente serve cases/us-japan --beside cases/nato\n"
        "  entente serve cases/us-japan --edit --coder second --blind");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
