#include <memory>

#include "commands.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "workbench/theories.hpp"

namespace entente::cli {
namespace {

reports::Document document_of(const workbench::Theories& theories, const std::string& only) {
    if (only.empty()) return reports::theories_document(theories);
    if (!theories.threats.empty()) return reports::threat_theory_document(theories.threats.front());
    if (!theories.burdens.empty()) return reports::burden_theory_document(theories.burdens.front());
    if (!theories.outlooks.empty()) return reports::outlook_theory_document(theories.outlooks.front());
    return reports::theory_document(theories.ledgers.front());
}

void run(const std::string& only, const Console& console) {
    const auto theories = workbench::theories(only);
    console.print(document_of(theories, only), [&] { return reports::theories_json(theories); });
}

}  // namespace

void add_theories(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("theories", "The theories at hand; or one of them with all of its rules");
    auto only = std::make_shared<std::string>();
    command->add_option("theory", *only, "An id, or a .toml file")->type_name("ID|FILE");
    add_output_options(*command, console);
    command->footer(
        "Examples:\n"
        "  entente theories\n"
        "  entente theories walt-1997\n"
        "  entente theories walt-1985\n"
        "  entente theories olson-zeckhauser-1966\n"
        "  entente theories alliance-endings\n"
        "  entente theories my-theory.toml");
    command->callback([only, &console] { run(*only, console); });
}

}  // namespace entente::cli
