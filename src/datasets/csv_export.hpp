// A result as a CSV file, all processors writing its lines at once: DuckDB's own COPY takes three times as long. Only
// database.cpp includes this.
#pragma once

#include <duckdb.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace entente::datasets {

// Writes `header` and `rows` lines. `select` is what follows SELECT, a column of places and those to be written;
// `from` is what follows FROM: its rows have the places 0, 1, 2 … in the order in which the database reads them, so
// that those read at a time follow each other. Gives the words of what went wrong, empty if all went well. `number` is
// another one for each call of the connection.
[[nodiscard]] std::string export_csv(duckdb_connection connection, int number, const std::string& header,
                                     const std::string& select, const std::string& from, std::int64_t rows,
                                     const std::filesystem::path& file);

}  // namespace entente::datasets
