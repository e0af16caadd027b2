#include <string_view>

#include "reports/document.hpp"
#include "textfiles/csv.hpp"

namespace entente::reports {
namespace {

// Programs read a hyphen as the sign of a number, not the minus of print, and an empty cell as missing.
std::string readable(std::string cell) {
    if (cell == "—") return {};
    constexpr std::string_view kMinus = "−";
    for (auto at = cell.find(kMinus); at != std::string::npos; at = cell.find(kMinus, at)) {
        cell.replace(at, kMinus.size(), "-");
    }
    return cell;
}

std::string line_of(const std::vector<Text>& cells, const std::vector<Column>& columns) {
    std::vector<std::string> readable_cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!columns[i].drawn) readable_cells.push_back(readable(cells[i].text));
    }
    return textfiles::csv_line(readable_cells) + '\n';
}

}  // namespace

std::string render_csv(const Document& document) {
    std::string out;
    bool in_lines = false;
    for (const auto& block : document.blocks) {
        const auto* labelled = std::get_if<Labelled>(&block);
        const auto* table = std::get_if<Table>(&block);
        const bool starts = table != nullptr || (labelled != nullptr && !in_lines);
        if (starts && !out.empty()) out += '\n';
        if (table != nullptr) {
            std::vector<Text> titles;
            for (const auto& column : table->columns) titles.emplace_back(column.title);
            out += line_of(titles, table->columns);
            for (const auto& row : table->rows) out += line_of(row, table->columns);
        }
        if (labelled != nullptr) {
            if (!in_lines) out += "label,text\n";
            for (const auto& line : labelled->lines) out += textfiles::csv_line({labelled->label, line.text}) + '\n';
        }
        in_lines = labelled != nullptr;
    }
    return out;
}

}  // namespace entente::reports
