#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/theories.hpp"

namespace entente::cli {
namespace {

void run(const std::string& only, const Console& console) {
    const auto entries = workbench::theories(only);
    const auto document =
        only.empty() ? reports::theories_document(entries) : reports::theory_document(entries.front());
    console.print(document, [&] { return reports::theories_json(entries); });
}

}  // namespace

void add_theories(CLI::App& program, Console& console) {
    auto* command =
        program.add_subcommand("theories", "The theories at hand; or one of them with its factors and rules");
    auto only = std::make_shared<std::string>();
    command->add_option("theory", *only, "An id, or a .toml file")->type_name("ID|FILE");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente theories\n"
        "  entente theories walt-1997\n"
        "  entente theories my-theory.toml");
    command->callback([only, &console] { run(*only, console); });
}

}  // namespace entente::cli
