// The rows of a file as the table will have them, every cell still text: headers under their stored names, dropped rows
// gone, years and others unpivoted, sheets joined, titles filled in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "datasets/database.hpp"
#include "datasets/import_plan.hpp"

namespace entente::datasets {

// A relation for FROM, with one column t0, t1 … for each of the plan's columns. Where the file is laid out in rows it
// reads the file itself, each time it is used; else it is a temporary table. Rows that were left out are counted in
// the plan's remarks. Empty, with problems, if the file cannot be read or lacks a title.
[[nodiscard]] std::string text_relation(Database& database, ImportPlan& plan, const std::string& shown_as,
                                        Problems& problems);

// `"t3"`
[[nodiscard]] std::string text_column(std::size_t column);

}  // namespace entente::datasets
