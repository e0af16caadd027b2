// How a table of text separates its cells, found from its first lines, which may be titles before the header; and those
// lines as cells.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::datasets {

struct CsvDialect {
    char delimiter = ',';  // or `;`, a tab, `|`
    bool quoted = true;    // cells may stand in quotation marks, which are doubled inside (RFC 4180)

    auto operator<=>(const CsvDialect&) const = default;
};

struct CsvRows {
    std::vector<std::vector<std::string>> rows;  // a blank line is one empty cell
    std::size_t quoted_cells = 0;
    bool well_formed = true;  // each quotation mark is closed, right before the end of its cell
    bool last_cut = false;    // the text ends in the middle of the last row
};

// The first rows of a text. A carriage return alone ends a row too.
[[nodiscard]] CsvRows first_rows(std::string_view text, CsvDialect dialect, std::size_t most_rows,
                                 std::size_t most_cells);

// The dialect under which the rows of the text are most alike and its cells most like words and numbers. A text without
// any separator is a table of one column.
[[nodiscard]] CsvDialect dialect_of(std::string_view text);

}  // namespace entente::datasets
