// A row for each year of spans of years, made when a statement reads it and by all processors at once: to keep millions
// of them in a table, which says no more than its spans, takes longer than to read them. Only database.cpp includes
// this.
#pragma once

#include <duckdb.h>

#include <cstdint>
#include <string>
#include <vector>

#include "datasets/database.hpp"

namespace entente::datasets {

// Makes the table function `name`, as Database::make_year_rows says. It keeps the spans until the database is closed.
void make_year_rows_function(duckdb_connection connection, const std::string& name, Database::YearSpans spans);

}  // namespace entente::datasets
