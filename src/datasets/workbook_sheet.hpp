// The XML of one sheet of a workbook, and of what its cells refer to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datasets/csv_writer.hpp"
#include "datasets/number_format.hpp"

namespace entente::datasets {

// What the cells of all sheets share.
struct WorkbookContext {
    std::vector<std::string> strings;
    std::vector<TimeKind> styles;  // of the number format of each cell style
    DateSystem dates = DateSystem::From1900;
};

// What was left out of the sheets, to be said once.
struct SheetLosses {
    std::uint64_t errors = 0;      // cells that hold `#N/A` and the like
    std::uint64_t uncomputed = 0;  // formulas without a stored result
};

// The XML is changed while it is read. Each says why not if it cannot be read: `is not well-formed XML …`.
[[nodiscard]] std::vector<std::string> shared_strings(std::string& xml, std::string& why_not);
[[nodiscard]] std::vector<TimeKind> cell_styles(std::string& xml, std::string& why_not);

// All cells from A1 to the last row and the last column with a value, so that a header keeps its place.
void write_sheet(std::string& xml, const WorkbookContext& context, std::size_t most_columns, CsvWriter& writer,
                 SheetLosses& losses, std::string& why_not);

}  // namespace entente::datasets
