#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "reports/json.hpp"
#include "reports/names.hpp"
#include "workbench/open_case.hpp"

namespace entente::cli {
namespace {

struct Options {
    std::string folder;
    std::string theory;
    std::string protocol;
    bool strict = false;
};

// `3 commitments, 1 demand`: what there is.
std::string burden_in_words(const workbench::BurdenCounts& counts) {
    using reports::counted;
    std::vector<std::string> words;
    const auto add = [&words](int count, const char* what) {
        if (count > 0) words.push_back(counted(count, what));
    };
    add(counts.commitments, "commitment");
    add(counts.demands, "demand");
    add(counts.supports, "host support");
    add(counts.conduct, "conduct record");
    add(counts.opinions, "opinion");
    add(counts.conversions, "conversion");
    add(counts.comparisons, "comparison");
    add(counts.figures, "official figure");
    return words.empty() ? "nothing" : joined(words, ", ");
}

std::string summary(const workbench::CheckResult& result) {
    using reports::counted;
    auto found = counted(result.errors, "error") + " and " + counted(result.warnings, "warning");
    if (result.case_id.empty()) return found;
    const auto all = fmt::format("{}: {} in {}, {}, {}, {}, {}, {}, {}, {}", result.case_id, found,
                                 counted(result.items, "item"), counted(result.codings, "coding"),
                                 counted(result.sources, "source"), counted(result.claims, "claim"),
                                 counted(result.meetings, "meeting"), counted(result.figures, "figure"),
                                 counted(result.corrections, "correction"), counted(result.scenarios, "scenario"));
    return result.burden ? all + "; burden: " + burden_in_words(*result.burden) : all;
}

void run(const Options& options, const Console& console) {
    const auto result = workbench::check_case({options.folder, options.theory, options.protocol, {}});
    if (console.format == Format::Json) {
        console.print(reports::check_json(result));
    } else {
        std::string lines;
        for (const auto& problem : result.problems) lines += to_line(problem) + '\n';
        console.print(lines);
        console.note(summary(result));
    }
    if (result.errors > 0 || (options.strict && result.warnings > 0)) {
        throw CLI::RuntimeError(exit_code(ErrorKind::BadData));
    }
}

}  // namespace

void add_check(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand("check", "Every problem of a case, with file, line, column and advice");
    auto options = std::make_shared<Options>();
    command->add_option("case", options->folder, "Folder of the case")->required()->type_name("CASE");
    command->add_option("--theory", options->theory, "A theory file that the codings use beside the shipped ones")
        ->type_name("ID|FILE");
    command->add_option("--protocol", options->protocol, "The protocol to check (default: the case's)")
        ->type_name("ID|FILE");
    command->add_flag("--strict", options->strict, "Exit with 4 for warnings too");
    add_output_options(*command, console);
    command->footer(
        "Exit code 0: no errors. 4: errors (or, with --strict, warnings).\n\n"
        "Examples:\n"
        "  entente check cases/us-japan\n"
        "  entente check cases/us-japan --protocol mine.toml\n"
        "  entente check cases/us-japan --format json");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
