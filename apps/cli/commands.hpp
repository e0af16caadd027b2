// One file per command. Each adds itself to the program: its options, its examples, and what it does; what it does is
// one function of the workbench and one of the reports.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "console.hpp"
#include "workbench/open_case.hpp"

namespace entente::cli {

void add_assess(CLI::App& program, Console& console);
void add_trajectory(CLI::App& program, Console& console);
void add_continuity(CLI::App& program, Console& console);
void add_check(CLI::App& program, Console& console);
void add_show(CLI::App& program, Console& console);
void add_figures(CLI::App& program, Console& console);
void add_agreement(CLI::App& program, Console& console);
void add_states(CLI::App& program, Console& console);
void add_theories(CLI::App& program, Console& console);
void add_protocols(CLI::App& program, Console& console);
void add_report(CLI::App& program, Console& console);
void add_serve(CLI::App& program, Console& console);
void add_import(CLI::App& program, Console& console);
void add_panel(CLI::App& program, Console& console);
void add_threat(CLI::App& program, Console& console);
void add_data(CLI::App& program, Console& console);
void add_data_check(CLI::App& data, Console& console);  // a verb of `data`

// Options that several commands share.
struct CaseOptions {
    std::string folder;
    std::string theory;
    std::string protocol;
    std::string cutoff;

    // The request they make. Throws BadRequest if the cut-off is no day.
    [[nodiscard]] workbench::CaseRequest request() const;
};

void add_case_options(CLI::App& command, CaseOptions& options);
void add_reading_options(CLI::App& command, CaseOptions& options);  // the same without the folder
void add_period_options(CLI::App& command, std::string& focal, std::string& baseline);
void add_coder_option(CLI::App& command, std::vector<std::string>& coders);
void add_seed_option(CLI::App& command, std::optional<std::uint64_t>& seed);
void add_output_options(CLI::App& command, Console& console);

}  // namespace entente::cli
