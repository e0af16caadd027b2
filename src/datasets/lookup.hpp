// What is kept in memory by place, as functions of a statement: what a join over such numbers would do, without
// searching and in the order of the rows that ask. Only database.cpp includes this.
#pragma once

#include <duckdb.h>

#include <string>
#include <vector>

#include "datasets/lookup_columns.hpp"

namespace entente::datasets {

// Makes the functions `PREFIX1`, `PREFIX2` …, one for each column, and gives their names.
[[nodiscard]] std::vector<std::string> make_lookup_functions(duckdb_connection connection, LookupColumns columns,
                                                             const std::string& prefix);

}  // namespace entente::datasets
