#include "datasets/sheet_relation.hpp"

#include <fmt/format.h>

#include "datasets/database.hpp"

namespace entente::datasets {

namespace {

// The database reads patterns (`*.csv`) where a path is meant.
std::string without_patterns(const std::string& path) {
    std::string plain;
    for (const char letter : path) {
        const bool special = letter == '*' || letter == '?' || letter == '[';
        plain += special ? std::string{'[', letter, ']'} : std::string(1, letter);
    }
    return plain;
}

}  // namespace

std::string raw_column(std::size_t place) {
    return fmt::format("\"c{}\"", place);
}

std::string read_sheet(const StagedSheet& sheet, std::size_t header_row) {
    std::string columns;
    for (std::size_t place = 0; place < sheet.head[header_row].size(); ++place) {
        columns += fmt::format("{}'c{}': 'VARCHAR'", place == 0 ? "" : ", ", place);
    }
    const auto mark = sheet.dialect.quoted ? literal("\"") : literal("");
    return fmt::format(
        "read_csv({}, compression = 'none', auto_detect = false, header = false, skip = {}, delim = {}, quote = {}, "
        "escape = {}, "
        "max_line_size = 16777216, buffer_size = 33554432, columns = {{{}}})",
        literal(without_patterns(sheet.csv.string())), header_row + 1, literal(std::string(1, sheet.dialect.delimiter)),
        mark, mark, columns);
}

std::string trimmed(const std::string& text) {
    return "nullif(trim(" + text + "), '')";
}

std::string literals(const std::vector<std::string>& texts) {
    std::string list;
    for (const auto& text : texts) list += (list.empty() ? "" : ", ") + literal(text);
    return '(' + list + ')';
}

}  // namespace entente::datasets
