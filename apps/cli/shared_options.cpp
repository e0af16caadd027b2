#include "commands.hpp"
#include "core/date.hpp"
#include "core/error.hpp"
#include "reports/names.hpp"

namespace entente::cli {

workbench::CaseRequest CaseOptions::request() const {
    workbench::CaseRequest request{folder, theory, protocol, {}};
    if (!cutoff.empty()) {
        request.cutoff = parse_day(cutoff);
        require(request.cutoff.has_value(), "--cutoff '" + cutoff + "' is no day", "write it as 2019-02-28");
    }
    return request;
}

void add_case_options(CLI::App& command, CaseOptions& options) {
    command.add_option("case", options.folder, "Folder of the case")->required()->type_name("CASE");
    add_reading_options(command, options);
}

void add_reading_options(CLI::App& command, CaseOptions& options) {
    command.add_option("--theory", options.theory, "Theory to read the case under: an id, or a .toml file")
        ->type_name("ID|FILE");
    command.add_option("--protocol", options.protocol, "Protocol to assess by: an id, or a .toml file")
        ->type_name("ID|FILE");
    command.add_option("--cutoff", options.cutoff, "Leave out what became known after this day")->type_name("DAY");
}

void add_beside_option(CLI::App& command, std::vector<std::string>& folders) {
    command.add_option("--beside", folders, "Other cases to set beside it: the pages compare them")->type_name("CASE");
}

std::vector<workbench::CaseRequest> requests_of(const CaseOptions& as, const std::vector<std::string>& folders) {
    std::vector<workbench::CaseRequest> requests;
    for (const auto& folder : folders) {
        auto other = as;
        other.folder = folder;
        requests.push_back(other.request());
    }
    return requests;
}

void note_warnings(const Console& console, const workbench::OpenCase& open) {
    if (open.warnings.empty()) return;
    console.note(reports::counted(static_cast<long>(open.warnings.size()), "warning") + ": entente check " +
                 open.folder.string());
}

void add_period_options(CLI::App& command, std::string& focal, std::string& baseline) {
    command.add_option("--focal", focal, "Period to judge (default: the case's)")->type_name("PERIOD");
    command.add_option("--baseline", baseline, "Period to judge it against (default: the focal period's)")
        ->type_name("PERIOD");
}

void add_coder_option(CLI::App& command, std::vector<std::string>& coders) {
    command.add_option("--coder", coders, "Use this coder only; give it again for more (default: all)")
        ->type_name("ID");
}

void add_seed_option(CLI::App& command, std::optional<std::uint64_t>& seed) {
    command.add_option("--seed", seed, "Seed of all random draws (default: the protocol's)")->type_name("NUMBER");
}

namespace {

template <typename Choice>
std::vector<std::string> choices() {
    return {NamesOf<Choice>::names.begin(), NamesOf<Choice>::names.end()};
}

}  // namespace

void add_output_options(CLI::App& command, Console& console) {
    command
        .add_option_function<std::string>(
            "--format", [&console](const std::string& name) { console.format = *named<Format>(name); },
            "How to print: " + names_of<Format>())
        ->check(CLI::IsMember(choices<Format>()))
        ->type_name("FORMAT");
    command
        .add_option_function<std::string>(
            "--colour,--color", [&console](const std::string& name) { console.colour = *named<Colour>(name); },
            "Colour: auto (on a terminal), always, never")
        ->check(CLI::IsMember(choices<Colour>()))
        ->type_name("WHEN");
    command.add_option("--width", console.width, "Columns of text output (default: the terminal's, else 100)")
        ->check(CLI::Range(60, 1000))
        ->type_name("COLUMNS");
    command.add_flag("-q,--quiet", console.quiet, "No notes and no progress on standard error");
}

}  // namespace entente::cli
