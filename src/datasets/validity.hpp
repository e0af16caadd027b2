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
    void remove_if(idx_t row, bool missing) {
        bits_[row / kBits] &= ~(std::uint64_t{missing ? 1U : 0U} << row % kBits);
    }

private:
    static constexpr idx_t kBits = 64;
    std::uint64_t* bits_;  // none: everything is valid
};

}  // namespace entente::datasets
