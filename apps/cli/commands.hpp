// One file per command. Each adds itself to the program: its options, its examples, and what it does; what it does is
// one function of the workbench and one of the reports.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "console.hpp"
#include "still_working.hpp"
#include "workbench/backtest.hpp"
#include "workbench/open_case.hpp"

namespace entente::cli {

void add_assess(CLI::App& program, Console& console);
void add_trajectory(CLI::App& program, Console& console);
void add_continuity(CLI::App& program, Console& console);
void add_compare(CLI::App& program, Console& console);
void add_check(CLI::App& program, Console& console);
void add_show(CLI::App& program, Console& console);
void add_figures(CLI::App& program, Console& console);
void add_outlook(CLI::App& program, Console& console);
void add_scenario(CLI::App& program, Console& console);
void add_forecast(CLI::App& program, Console& console);
void add_agreement(CLI::App& program, Console& console);
void add_states(CLI::App& program, Console& console);
void add_theories(CLI::App& program, Console& console);
void add_protocols(CLI::App& program, Console& console);
void add_report(CLI::App& program, Console& console);
void add_serve(CLI::App& program, Console& console);
void add_import(CLI::App& program, Console& console);
void add_panel(CLI::App& program, Console& console);
void add_threat(CLI::App& program, Console& console);
void add_burden(CLI::App& program, Console& console);
void add_backtest(CLI::App& program, Console& console);
void add_gather(CLI::App& program, Console& console);
void add_data(CLI::App& program, Console& console);
void add_data_check(CLI::App& data, Console& console);  // a verb of `data`

// What `backtest` and `gather` share: they print the same.
[[nodiscard]] workbench::BacktestProgress backtest_progress(StillWorking& sign);
void print_backtest(const workbench::BacktestResult& result, bool bibtex, const Console& console);

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
// Other cases to set beside a case.
void add_beside_option(CLI::App& command, std::vector<std::string>& folders);
// One request for each folder, all read the same way.
[[nodiscard]] std::vector<workbench::CaseRequest> requests_of(const CaseOptions& as,
                                                              const std::vector<std::string>& folders);
void add_period_options(CLI::App& command, std::string& focal, std::string& baseline);
void add_coder_option(CLI::App& command, std::vector<std::string>& coders);
void add_seed_option(CLI::App& command, std::optional<std::uint64_t>& seed);
// That a case was read with warnings, and where they are told: one line on standard error, unless quiet. Said last,
// where a reader of a terminal sees it.
void note_warnings(const Console& console, const workbench::OpenCase& open);
void add_output_options(CLI::App& command, Console& console);

}  // namespace entente::cli
