// Results that are kept in memory and looked up by their row's number, as functions of a statement: what a join over
// such numbers would do, without searching and in the order of the rows that ask. Only database.cpp includes this.
#pragma once

#include <duckdb.h>

#include <cstddef>
#include <string>

namespace entente::datasets {

// Makes the functions `PREFIX1`, `PREFIX2` …, one for each column of the result but the first, which gives the place of
// a row: from 0 and below `places`. Makes none, and gives false, if there is a place twice.
[[nodiscard]] bool make_lookup_functions(duckdb_connection connection, duckdb_result& result, std::size_t places,
                                         const std::string& prefix);

}  // namespace entente::datasets
