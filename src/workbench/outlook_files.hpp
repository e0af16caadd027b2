// The rows that models of endings are fitted to as a table, so that anyone can fit them again elsewhere: CSV, with a
// codebook and the citations beside it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/outlook_theory.hpp"
#include "panels/write_panel.hpp"
#include "workbench/outlook_rows.hpp"

namespace entente::workbench {

// One line for each alliance and year. Covariates have underscores in their names where their ids have hyphens; what is
// missing is empty.
[[nodiscard]] std::string risk_years_csv(const outlook::RiskYears& rows);

// Markdown. `file` is the table's name.
[[nodiscard]] std::string risk_years_codebook(const OutlookRows& rows, const evidence::OutlookTheory& theory,
                                              const std::string& file);

// Replaces what stands there; the files beside it are named after it without its ending. Throws BadRequest if the name
// does not end in .csv or the folder is missing, Fault if the disk fails.
[[nodiscard]] std::vector<panels::WrittenFile> write_outlook_rows(const OutlookRows& rows,
                                                                  const evidence::OutlookTheory& theory,
                                                                  const std::filesystem::path& file);

}  // namespace entente::workbench
