#include "datasets/header_row.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "datasets/column_names.hpp"
#include "datasets/import_plan.hpp"

namespace entente::datasets {

HeaderRow::HeaderRow(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (year_in_header(without_blanks(cells[i]))) ++years_;
        std::string name = plain_name(cells[i]);
        if (!name.empty() || i == 0) columns_.try_emplace(std::move(name), i);
    }
}

std::optional<std::size_t> HeaderRow::find(std::string_view header) const {
    const auto found = columns_.find(plain_name(header));
    if (found == columns_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> HeaderRow::find_any(const std::vector<std::string>& headers) const {
    for (const auto& header : headers) {
        if (const auto column = find(header)) return column;
    }
    return std::nullopt;
}

namespace {

bool comes_from_a_header(const Descriptor& descriptor, std::string_view column) {
    const bool makes_year = descriptor.layout == Layout::Years || !descriptor.key.year_from.empty();
    if (makes_year && same_name(column, descriptor.key.year)) return false;
    if (descriptor.layout != Layout::Rows && same_name(column, descriptor.unpivot_value)) return false;
    if (descriptor.layout == Layout::Others && same_name(column, descriptor.unpivot_name)) return false;
    if (descriptor.several_files && same_name(column, "part")) return false;
    const auto& sheets = descriptor.sheets;
    const auto& titles = descriptor.title_columns;
    return std::none_of(sheets.begin(), sheets.end(),
                        [&](const SheetRule& sheet) { return same_name(sheet.column, column); }) &&
           std::none_of(titles.begin(), titles.end(),
                        [&](const TitleColumn& title) { return same_name(title.column, column); });
}

}  // namespace

std::vector<NeededHeader> needed_headers(const Descriptor& descriptor) {
    std::vector<NeededHeader> needed;
    std::set<std::string> seen;
    const auto add = [&](const std::string& column, bool in_signature) {
        const auto spellings = descriptor.headers_of(column);
        if (seen.insert(plain_name(spellings.front())).second) needed.push_back({spellings, in_signature});
    };
    for (const auto& header : descriptor.signature) add(header, true);
    for (const KeyPart& part : parts_of(descriptor.key)) {
        for (const auto& column : part.columns) {
            if (comes_from_a_header(descriptor, column)) add(column, false);
        }
    }
    if (const auto telling = descriptor.telling_column(); !telling.empty()) add(std::string(telling), false);
    return needed;
}

}  // namespace entente::datasets
