// Bringing a spreadsheet back into a case: one way for items and codings alike. For use inside the module.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "casefile/case_tables.hpp"
#include "casefile/entry_text.hpp"
#include "core/problem.hpp"
#include "evidence/case.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

// The cells of one row by the name of their column. A name without a cell gives an empty one.
class Row {
public:
    Row(std::map<std::string, std::string, std::less<>> cells, Position where)
        : cells_(std::move(cells)), where_(std::move(where)) {}

    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    [[nodiscard]] const Position& where() const noexcept { return where_; }
    // The same row, standing elsewhere.
    [[nodiscard]] Row at(Position where) const { return {cells_, std::move(where)}; }
    void set(const std::string& column, std::string cell) { cells_[column] = std::move(cell); }

    [[nodiscard]] bool operator==(const Row& other) const { return cells_ == other.cells_; }

private:
    std::map<std::string, std::string, std::less<>> cells_;
    Position where_;
};

// An item or a coding of the case, as a row and as the keys of its block.
struct Entry {
    Row row;
    std::vector<KeyText> keys;
    std::string file;  // relative to the case
};

using Entries = std::map<std::string, Entry>;  // by what identifies them

// What items and codings have of their own.
struct TableKind {
    std::string block;                  // `item`, `coding`
    std::vector<std::string> columns;   // in the order in which they are written
    std::vector<std::string> required;  // columns that identify a row
    // A table with these columns is of another kind, and what to say then.
    std::vector<std::string> others_columns;
    std::string others_name;
    std::string others_advice;
    std::function<Entries(const evidence::Case&, Problems&)> entries;
    std::function<std::string(const Row&)> identity;
    std::function<std::string(const textfiles::Table&, const std::string& file)> identity_of_block;
    std::function<void(const Row&, Problems&)> check;                 // whether the row may be here at all
    std::function<std::vector<KeyText>(const Row&, Problems&)> keys;  // checks what the row says
    std::function<std::string(const Row&, Problems&)> file;           // where a new row belongs; empty: none
    std::function<std::string(const std::string& file)> head_of_new_file;
};

// `items_csv` and `codings_csv`: the header and one line for each row.
[[nodiscard]] std::string csv_of(const std::vector<std::string>& columns, const std::vector<Row>& rows);

ImportReport import_rows(const TableKind& kind, const std::filesystem::path& folder, std::string_view csv,
                         const std::string& shown_as, bool dry_run, Problems& problems);

}  // namespace entente::casefile
