#include "datasets/workbook_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "datasets/workbook_xml.hpp"

namespace entente::datasets {

namespace {

// The size of a sheet in every spreadsheet since 2007.
constexpr std::size_t kMostRows = 1'048'576;
constexpr std::size_t kMostCells = 200'000'000;

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// ECMA-376 part 1, section 22.9.2.19: a character that XML cannot hold is written as `_x000D_`.
std::string without_escapes(std::string_view text) {
    constexpr std::size_t kLength = 7;
    constexpr int kHexadecimal = 16;
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto escape = text.substr(at, kLength);
        unsigned code = 0;
        if (escape.size() == kLength && escape.starts_with("_x") && escape.ends_with('_') &&
            std::from_chars(escape.data() + 2, escape.data() + kLength - 1, code, kHexadecimal).ptr ==
                escape.data() + kLength - 1 &&
            code < 0x80) {
            if (code == '\r') code = '\n';
            if (code != 0) plain += static_cast<char>(code);
            at += kLength - 1;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

// Text in one run or in several with fonts of their own; not how it is pronounced (`rPh`).
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const auto& part : node.children()) {
        if (is(part, "t")) text += part.text().get();
        if (is(part, "r")) text += child(part, "t").text().get();
    }
    return without_escapes(text);
}

struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
};

// `B3` is row 3, column 2.
std::optional<CellPlace> place_in(std::string_view reference) {
    constexpr std::size_t kMostLetters = 3;
    CellPlace place;
    std::size_t at = 0;
    while (at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z') {
        if (at == kMostLetters) return std::nullopt;
        place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
        ++at;
    }
    const auto row = number_in<std::size_t>(reference.substr(at));
    if (place.column == 0 || !row || *row == 0) return std::nullopt;
    place.row = *row;
    return place;
}

class SheetReader {
public:
    SheetReader(const WorkbookContext& context, std::size_t most_columns, CsvWriter& writer, SheetLosses& losses,
                std::string& why_not)
        : context_(context), most_columns_(most_columns), writer_(writer), losses_(losses), why_not_(why_not) {}

    void write(const pugi::xml_node& data) {
        measure(data);
        if (!why_not_.empty()) return;
        std::size_t written = 0;
        for_each_row(data, [&](std::size_t number, const pugi::xml_node& row) {
            if (number > last_row_) return;
            for (; written + 1 < number; ++written) write_row({});
            write_row(row);
            written = number;
            if (!writer_.good() && why_not_.empty()) why_not_ = "is too large to unpack";
        });
    }

private:
    template <typename Visit>
    void for_each_row(const pugi::xml_node& data, const Visit& visit) {
        std::size_t number = 0;
        for (const auto& row : data.children()) {
            if (!why_not_.empty()) return;
            if (!is(row, "row")) continue;
            const auto said = attribute(row, "r");
            const auto next = said.empty() ? number + 1 : number_in<std::size_t>(said).value_or(0);
            if (next <= number || next > kMostRows) {
                why_not_ = "has rows out of order after row " + std::to_string(number);
                return;
            }
            number = next;
            visit(number, row);
        }
    }

    template <typename Visit>
    void for_each_cell(const pugi::xml_node& row, const Visit& visit) {
        std::size_t column = 0;
        for (const auto& cell : row.children()) {
            if (!is(cell, "c")) continue;
            const auto said = attribute(cell, "r");
            const auto place = place_in(said);
            const auto next = said.empty() ? column + 1 : (place ? place->column : 0);
            if (next <= column) {
                why_not_ = "has cells out of order at '" + std::string(said) + "'";
                return;
            }
            column = next;
            visit(column, cell);
            if (!why_not_.empty()) return;
        }
    }

    static bool has_value(const pugi::xml_node& cell) {
        return *child(cell, "v").text().get() != '\0' || !child(cell, "is").empty();
    }

    // Cells that only have a colour do not count.
    void measure(const pugi::xml_node& data) {
        for_each_row(data, [&](std::size_t number, const pugi::xml_node& row) {
            for_each_cell(row, [&](std::size_t column, const pugi::xml_node& cell) {
                if (!child(cell, "f").empty() && !has_value(cell)) ++losses_.uncomputed;
                if (!has_value(cell)) return;
                last_row_ = number;
                last_column_ = std::max(last_column_, column);
                if (column > most_columns_) {
                    why_not_ = "has more than " + std::to_string(most_columns_) + " columns";
                }
            });
        });
        if (why_not_.empty() && last_row_ * last_column_ > kMostCells) {
            why_not_ = "has cells too far apart: " + std::to_string(last_row_) + " rows and " +
                       std::to_string(last_column_) + " columns";
        }
    }

    void write_row(const pugi::xml_node& row) {
        std::size_t written = 0;
        for_each_cell(row, [&](std::size_t column, const pugi::xml_node& cell) {
            if (column > last_column_) return;
            for (; written + 1 < column; ++written) writer_.cell({});
            writer_.cell(value_of(cell));
            written = column;
        });
        for (; written < last_column_; ++written) writer_.cell({});
        writer_.end_row();
    }

    std::string value_of(const pugi::xml_node& cell) {
        const auto type = attribute(cell, "t");
        if (type == "inlineStr") return text_of(child(cell, "is"));
        const std::string_view value = child(cell, "v").text().get();
        if (value.empty()) return {};
        if (type == "s") {
            const auto number = number_in<std::size_t>(value);
            if (number && *number < context_.strings.size()) return context_.strings[*number];
            why_not_ = "refers to a text that is not there, in cell " + std::string(attribute(cell, "r"));
            return {};
        }
        if (type == "e") {
            ++losses_.errors;
            return {};
        }
        if (type == "str") return without_escapes(value);
        if (type == "d" || type == "b") return std::string(value);
        return number_text(cell, value);
    }

    std::string number_text(const pugi::xml_node& cell, std::string_view value) {
        const auto number = number_in<double>(value);
        if (!number || !std::isfinite(*number)) return std::string(value);
        const auto style = number_in<std::size_t>(attribute(cell, "s"));
        if (style && *style < context_.styles.size() && context_.styles[*style] == TimeKind::Date) {
            if (auto date = date_text(*number, context_.dates)) return *date;
        }
        return decimal(*number);
    }

    const WorkbookContext& context_;
    std::size_t most_columns_;
    CsvWriter& writer_;
    SheetLosses& losses_;
    std::string& why_not_;
    std::size_t last_row_ = 0;
    std::size_t last_column_ = 0;
};

}  // namespace

std::vector<std::string> shared_strings(std::string& xml, std::string& why_not) {
    std::vector<std::string> strings;
    pugi::xml_document document;
    if (!parse_xml(xml, document, why_not)) return strings;
    for (const auto& entry : document.document_element().children()) {
        if (is(entry, "si")) strings.push_back(text_of(entry));
    }
    return strings;
}

std::vector<TimeKind> cell_styles(std::string& xml, std::string& why_not) {
    std::vector<TimeKind> styles;
    pugi::xml_document document;
    if (!parse_xml(xml, document, why_not)) return styles;
    const auto root = document.document_element();
    std::map<int, TimeKind> spelled_out;
    for (const auto& format : child(root, "numFmts").children()) {
        if (const auto number = number_in<int>(attribute(format, "numFmtId"))) {
            spelled_out[*number] = time_kind(attribute(format, "formatCode"));
        }
    }
    for (const auto& style : child(root, "cellXfs").children()) {
        if (!is(style, "xf")) continue;
        const int number = number_in<int>(attribute(style, "numFmtId")).value_or(0);
        const auto found = spelled_out.find(number);
        styles.push_back(found != spelled_out.end() ? found->second : time_kind(number));
    }
    return styles;
}

void write_sheet(std::string& xml, const WorkbookContext& context, std::size_t most_columns, CsvWriter& writer,
                 SheetLosses& losses, std::string& why_not) {
    pugi::xml_document document;
    if (!parse_xml(xml, document, why_not)) return;
    SheetReader(context, most_columns, writer, losses, why_not).write(child(document.document_element(), "sheetData"));
}

}  // namespace entente::datasets
