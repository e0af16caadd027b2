// Which rows of a vector of DuckDB's have a value, read without a call for each. Only what stands behind database.cpp
// includes this.
#pragma once

#include <duckdb.h>

#include <cstdint>

namespace entente::datasets {

class Validity {
public:
    explicit Validity(duckdb_vector vector) : bits_(duckdb_vector_get_validity(vector)) {}

    [[nodiscard]] bool operator[](idx_t row) const {
        return bits_ == nullptr || ((bits_[row / kBits] >> row % kBits) & 1U) != 0;
    }
    [[nodiscard]] bool all() const { return bits_ == nullptr; }

    // Rows whose validity stands in one whole number, the first of them lowest.
    static constexpr idx_t kBits = 64;
    // Of a vector that was made writable.
    void set(idx_t number, std::uint64_t bits) { bits_[number] = bits; }

private:
    std::uint64_t* bits_;  // none: everything is valid
};

}  // namespace entente::datasets
