// The rows of one file into a table that other files fill too: its earlier rows go, columns that one of the files lacks
// are missing there, and a column takes the widest type it has anywhere.
#pragma once

#include <string>

#include "datasets/database.hpp"

namespace entente::datasets {

// Moves the rows of the temporary table `arriving` to `table`, which is made if need be. Both have a column `part`.
void merge_part(Database& database, const std::string& arriving, const std::string& table, const std::string& part);

}  // namespace entente::datasets
