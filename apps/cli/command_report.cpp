#include <memory>

#include <fmt/format.h>

#include "commands.hpp"
#include "core/error.hpp"
#include "reports/report_page.hpp"
#include "still_working.hpp"

namespace entente::cli {
namespace {

struct Options {
    CaseOptions which;
    reports::DocumentRequest request;
    std::vector<std::string> beside;
    std::string file;
};

constexpr std::string_view kStandardOutput = "-";

std::string size_in_words(std::size_t bytes) {
    return bytes < 1'000'000 ? fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1e3)
                             : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void run(const Options& options, const Console& console) {
    require(!options.file.empty(), "where should the report go?", "name a file: -o report.html (or -o - to print it)");
    reports::require_pages();
    const auto open = workbench::open_case(options.which.request());
    auto request = options.request;
    for (const auto& other : requests_of(options.which, options.beside)) {
        request.beside.push_back(workbench::open_case(other));
    }
    if (!request.beside.empty()) reports::require_comparable(open, request);
    const auto page = [&] {
        const StillWorking still_working(console, "making the report");
        return reports::report_page(open, request);
    }();
    if (options.file == kStandardOutput) {
        Console::print(page);
    } else {
        reports::write_report(options.file, page);
        if (!console.quiet) {
            Console::print(
                fmt::format("{}: one file that opens in any browser, {}\n", options.file, size_in_words(page.size())));
        }
    }
    note_warnings(console, *open);
    for (const auto& other : request.beside) note_warnings(console, *other);
}

}  // namespace

void add_report(CLI::App& program, Console& console) {
    auto* command = program.add_subcommand(
        "report", "One HTML file with the verdict and everything behind it, to read, send and keep");
    auto options = std::make_shared<Options>();
    add_case_options(*command, options->which);
    command->add_option("-o,--output", options->file, "The report; replaces what is there. - prints it")
        ->type_name("FILE");
    add_beside_option(*command, options->beside);
    add_period_options(*command, options->request.focal, options->request.baseline);
    add_coder_option(*command, options->request.coders);
    add_seed_option(*command, options->request.seed);
    command->add_flag("-q,--quiet", console.quiet, "Say nothing about what was written, and show no progress");
    command->footer(
        "The file needs no server and loads nothing from anywhere. The same case gives the same bytes.\n\n"
        "Examples:\n"
        "  entente report cases/us-japan -o report.html\n"
        "  entente report cases/us-japan --beside cases/nato -o two-alliances.html\n"
        "  entente report cases/us-japan --focal dpj -o dpj.html\n"
        "  entente report cases/us-japan --theory liberal --coder first -o liberal.html");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace entente::cli
