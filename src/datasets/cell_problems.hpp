// Why a file could not be imported: a second look at all its rows, which finds the cells that are not what their column
// says and the rows of another length, with line and column.
#pragma once

#include <string>

#include "core/problem.hpp"
#include "datasets/database.hpp"
#include "datasets/import_plan.hpp"

namespace entente::datasets {

// At least one problem; `trouble`, the database's own words, is given where nothing else is found.
void report_cells(Database& database, const ImportPlan& plan, const std::string& shown_as, const std::string& trouble,
                  Problems& problems);

}  // namespace entente::datasets
