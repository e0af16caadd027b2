// An Excel workbook (.xlsx), each sheet as one CSV table. Called where a crash of the libraries harms nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "datasets/apart_report.hpp"
#include "datasets/gzip_file.hpp"

namespace entente::datasets {

// Writes the tables into `folder`. Cells are their values, not what they look like: numbers in full, dates in ISO form,
// true and false as 1 and 0, formulas by the result that was stored with them.
[[nodiscard]] ApartReport workbook_tables(const std::string& path, const std::filesystem::path& folder,
                                          std::size_t most_columns, const UnpackLimits& limits);

}  // namespace entente::datasets
