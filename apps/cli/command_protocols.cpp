#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/protocols.hpp"

namespace entente::cli {
namespace {

void run(const std::string& only, const Console& console) {
    const auto entries = workbench::protocols(only);
    const auto document =
        only.empty() ? reports::protocols_document(entries) : reports::protocol_document(entries.front());
    console.print(document, [&] { return reports::protocols_json(entries); });
}

}  // namespace

void add_protocols(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("protocols", "The protocols at hand; or one of them with all its numbers");
    auto only = std::make_shared<std::string>();
    command->add_option("protocol", *only, "An id, or a .toml file")->type_name("ID|FILE");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente protocols\n"
        "  entente protocols ledger-v1\n"
        "  entente protocols my-protocol.toml");
    command->callback([only, &console] { run(*only, console); });
}

}  // namespace entente::cli
