// Comma-separated values as RFC 4180 has them, UTF-8, with a header line and positions. For the small tables of a
// case folder and for exchange with spreadsheets; official data sets are read elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace entente::textfiles {

struct CsvTable {
    std::vector<std::string> header;
    struct Row {
        std::vector<std::string> cells;  // as many as the header has
        Position where;
    };
    std::vector<Row> rows;
};

// Accepts a byte order mark, CRLF and quoted line breaks. Reports ragged rows, open quotes, repeated column names.
// There is no header if the file is empty or in another format, which is reported in one message.
[[nodiscard]] CsvTable read_csv(std::string_view bytes, const std::string& file, Problems& problems);

// One line with CRLF left out: cells are quoted where needed, and cells that a spreadsheet would run as a formula
// (= + - @ at the start of text that is no number) are quoted and preceded by an apostrophe.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace entente::textfiles
