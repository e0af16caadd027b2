// A Stata file, releases 104 to 119, as one CSV table. Called where a crash of the library harms nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "datasets/apart_report.hpp"

namespace entente::datasets {

// Writes the table into `folder`. Values of labelled columns are their numbers; days are ISO dates; missing values of
// every kind are empty cells.
[[nodiscard]] ApartReport stata_table(const std::string& path, const std::filesystem::path& folder,
                                      std::size_t most_columns);

}  // namespace entente::datasets
