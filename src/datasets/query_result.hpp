// What the database gives back, read out of its C interface. Only database.cpp includes this.
#pragma once

#include <duckdb.h>

#include <string>

#include "datasets/database.hpp"

namespace entente::datasets {

// Owns a result of the C interface.
struct Result {
    duckdb_result result{};
    Result() = default;
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() { duckdb_destroy_result(&result); }
};

// DuckDB's words.
[[nodiscard]] std::string error_of(duckdb_result& result);

// All rows. A column of a type that the program does not read is a Fault.
[[nodiscard]] ResultTable read_result(duckdb_result& result);

}  // namespace entente::datasets
