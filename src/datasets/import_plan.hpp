// What an import will make of a file, before a row of it is read: which header becomes which column of the table, under
// which rule, and how the sheets fit together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "datasets/descriptor.hpp"
#include "datasets/recognise.hpp"
#include "datasets/staged_file.hpp"

namespace entente::datasets {

// Codes as a file may write them: a number in any notation (`-9`, `-9.0`), or a text.
struct Codes {
    std::vector<std::string> texts;  // as written, numbers among them
    std::vector<std::string> words;  // those that are no numbers
    std::vector<double> numbers;
};

[[nodiscard]] Codes codes_of(const std::vector<std::string>& written);

// A column of the table to be.
struct PlannedColumn {
    std::string name;
    const ColumnRule* rule = nullptr;      // the descriptor's, or its rule for others
    bool declared = false;                 // its type is, by a rule of its own or by that for others
    ColumnType type = ColumnType::Number;  // of an undeclared one: found from its cells before the table is made
    bool is_empty = false;                 // of an undeclared one: no cell has anything in it
    Codes missing;
    Codes not_applicable;
};

enum class CellsAre {
    Column,   // one column of the table
    Value,    // cells of an unpivoted one, named by the header
    Parted,   // several columns, each of some of the rows
    LeftOut,  // nothing
};

struct PlannedHeader {
    std::size_t place = 0;
    std::string header;
    CellsAre cells = CellsAre::LeftOut;
    std::size_t column = 0;  // of ImportPlan::columns; of parted cells the first
};

// A column that takes a header's cells of some rows only.
struct PartedColumn {
    std::size_t place = 0;   // of the header
    std::size_t column = 0;  // of ImportPlan::columns
    const RowCondition* rows = nullptr;
};

// The year that a row has no cell for, made from a number that it has.
struct MadeYear {
    std::size_t place = 0;   // of the number's header
    std::size_t number = 0;  // the number's column, and the year's, of ImportPlan::columns
    std::size_t year = 0;
};

struct PlannedSheet {
    const StagedSheet* sheet = nullptr;
    std::size_t header_row = 0;
    std::vector<PlannedHeader> headers;
    std::size_t value = 0;  // the column that unpivoted cells fill
    std::vector<PartedColumn> parted;
    std::size_t telling = 0;  // where there are any: the header whose cells say which of them a row fills
    std::optional<MadeYear> made_year;
};

struct ImportPlan {
    const Descriptor* descriptor = nullptr;
    std::vector<PlannedSheet> sheets;
    std::vector<PlannedColumn> columns;
    std::vector<std::size_t> shared;  // columns by which the rows of several sheets are one row
    std::size_t unpivoted = 0;        // the column that takes the headers of unpivoted cells
    std::vector<std::string> remarks;

    [[nodiscard]] const PlannedColumn* find(std::string_view name) const;
};

[[nodiscard]] bool is_unpivoted(const Descriptor& descriptor);

// `1950`, `1950.0`, `1950 [YR1950]` → 1950; nothing for other headers.
[[nodiscard]] std::optional<int> year_in_header(std::string_view header);

[[nodiscard]] ImportPlan plan_import(const StagedFile& file, const Recognition& recognised);

}  // namespace entente::datasets
