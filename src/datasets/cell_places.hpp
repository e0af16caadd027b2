// Where rows and cells stand in a file of text: the line and column an editor shows for the n-th row of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "datasets/csv_dialect.hpp"

namespace entente::datasets {

// One row of the file: its cells as they stand, and where each begins.
struct PlacedRow {
    std::int64_t row = 0;  // of the file, from 0, blank lines among them
    int line = 0;          // from 1
    struct Cell {
        std::string text;
        int line = 0;
        int column = 0;  // in characters, from 1
    };
    std::vector<Cell> cells;

    [[nodiscard]] bool is_blank() const { return cells.size() == 1 && cells.front().text.empty(); }
};

// Shows each row in turn until `look` gives false. Reads the file in pieces.
void look_at_rows(const std::filesystem::path& csv, CsvDialect dialect,
                  const std::function<bool(const PlacedRow&)>& look);

}  // namespace entente::datasets
