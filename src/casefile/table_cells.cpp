#include "casefile/table_cells.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Table;
using textfiles::Value;

constexpr std::string_view kPlaceMark = " @ ";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool needs_quotes(std::string_view element) {
    return element.find_first_of(";\"") != std::string_view::npos || trimmed(element) != element || element.empty();
}

// The length of the quoted element that a cell begins with, up to the semicolon; npos if it is not quoted as a whole.
std::size_t quoted_length(std::string_view cell) {
    if (!cell.starts_with('"')) return std::string_view::npos;
    for (std::size_t at = 1; at < cell.size(); ++at) {
        if (cell[at] != '"') continue;
        if (cell.substr(at + 1).starts_with('"')) {
            ++at;
            continue;
        }
        const std::size_t next = cell.find_first_not_of(" \t\r\n", at + 1);
        if (next == std::string_view::npos) return cell.size();
        return cell[next] == ';' ? next : std::string_view::npos;
    }
    return std::string_view::npos;
}

// `"a ""b"""` → `a "b"`.
std::string without_quotes(std::string_view element) {
    std::string text;
    for (std::size_t at = 1; at + 1 < element.size(); ++at) {
        if (element[at] == '"') ++at;
        text += element[at];
    }
    return text;
}

// Spreadsheets break lines in their own way.
std::string with_line_feeds(std::string_view cell) {
    std::string text;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\r' && i + 1 < cell.size() && cell[i + 1] == '\n') continue;
        text += cell[i];
    }
    return text;
}

}  // namespace

std::string joined_cell(const std::vector<std::string>& elements) {
    std::string cell;
    for (const auto& element : elements) {
        if (!cell.empty()) cell += "; ";
        if (!needs_quotes(element)) {
            cell += element;
            continue;
        }
        cell += '"';
        for (const char character : element) cell.append(character == '"' ? 2 : 1, character);
        cell += '"';
    }
    return cell;
}

std::vector<std::string> split_cell(std::string_view cell) {
    std::vector<std::string> elements;
    for (cell = trimmed(cell); !cell.empty(); cell = trimmed(cell)) {
        const std::size_t quoted = quoted_length(cell);
        const std::size_t end = std::min(quoted != std::string_view::npos ? quoted : cell.find(';'), cell.size());
        const std::string_view element = trimmed(cell.substr(0, end));
        if (quoted != std::string_view::npos) {
            elements.push_back(without_quotes(element));
        } else if (!element.empty()) {
            elements.emplace_back(element);
        }
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return elements;
}

std::string citation_cell(const evidence::Citation& citation) {
    return citation.at.empty() ? citation.key : citation.key + std::string(kPlaceMark) + citation.at;
}

RowTable::RowTable(Position where) {
    table_.where = std::move(where);
}

void RowTable::add(std::string_view key, Value value) {
    value.where = table_.where;
    table_.entries.push_back(Table::Entry{std::string(key), std::move(value), table_.where});
}

void RowTable::text(std::string_view key, std::string_view cell) {
    if (!cell.empty()) add(key, Value{with_line_feeds(cell), {}});
}

void RowTable::word(std::string_view key, std::string_view cell) {
    text(key, trimmed(cell));
}

void RowTable::date(std::string_view key, std::string_view cell) {
    if (const auto day = parse_day(trimmed(cell))) {
        add(key, Value{*day, {}});
    } else {
        word(key, cell);
    }
}

void RowTable::number(std::string_view key, std::string_view cell) {
    const std::string_view digits = trimmed(cell);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!digits.empty() && error == std::errc{} && end == digits.data() + digits.size()) {
        add(key, Value{number, {}});
    } else {
        word(key, cell);
    }
}

void RowTable::list_or_empty(std::string_view key, std::string_view cell) {
    Array array;
    for (auto& element : split_cell(cell)) array.push_back(Value{std::move(element), table_.where});
    add(key, Value{std::move(array), {}});
}

void RowTable::list(std::string_view key, std::string_view cell) {
    if (!trimmed(cell).empty()) list_or_empty(key, cell);
}

void RowTable::word_or_list(std::string_view key, std::string_view cell) {
    const auto words = split_cell(cell);
    if (words.size() == 1) add(key, Value{words.front(), {}});
    if (words.size() > 1) list_or_empty(key, cell);
}

void RowTable::citations(std::string_view key, std::string_view cell) {
    Array array;
    for (const std::string& element : split_cell(cell)) {
        const std::size_t mark = element.find(kPlaceMark);
        if (mark == std::string::npos) {
            array.push_back(Value{element, table_.where});
            continue;
        }
        RowTable citation(table_.where);
        citation.text("key", std::string_view(element).substr(0, mark));
        citation.text("at", std::string_view(element).substr(mark + kPlaceMark.size()));
        array.push_back(Value{citation.get(), table_.where});
    }
    if (!array.empty()) add(key, Value{std::move(array), {}});
}

void RowTable::table(std::string_view key, RowTable inner) {
    if (!inner.table_.entries.empty()) add(key, Value{std::move(inner.table_), {}});
}

}  // namespace entente::casefile
