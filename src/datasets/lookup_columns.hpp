// Columns of a result, kept in memory by the places that its first column gives. All processors fill them while the
// statement runs: nothing is gathered first. Only database.cpp and lookup.cpp include this.
#pragma once

#include <duckdb.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "datasets/cleared_memory.hpp"
#include "datasets/database.hpp"

namespace entente::datasets {

void destroy_type(duckdb_logical_type type);
using LogicalType = std::unique_ptr<_duckdb_logical_type, void (*)(duckdb_logical_type)>;

// Values of `width` bytes as DuckDB has them, short texts too; or longer texts.
struct LookupColumn {
    LogicalType type{nullptr, destroy_type};
    std::size_t width = 0;  // 0: longer texts
    ClearedMemory values;
    std::vector<std::string> texts;
    ClearedArray<std::uint8_t> present;  // one more than there are places: the last stands for none
    bool complete = false;               // every place has a value
};

using LookupColumns = std::vector<std::unique_ptr<LookupColumn>>;

struct KeptColumns {
    LookupColumns columns;  // all of the query but the first
    bool twice = false;     // a place came twice; what the columns hold is then of no use
    std::string trouble;    // DuckDB's words; empty if all went well
};

// `number` makes the name of a function of this statement.
[[nodiscard]] KeptColumns keep_columns(duckdb_connection connection, int number, const std::string& query,
                                       std::size_t places);

[[nodiscard]] LookupColumns keep_columns(std::vector<Database::PlacedColumn> columns);

}  // namespace entente::datasets
