// A row of cells as the header of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "datasets/descriptor.hpp"

namespace entente::datasets {

class HeaderRow {
public:
    explicit HeaderRow(const std::vector<std::string>& cells);

    // The first column with this header, from 0. An empty header is the first column, if that has none.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view header) const;
    // The column of the first of these headers that is there.
    [[nodiscard]] std::optional<std::size_t> find_any(const std::vector<std::string>& headers) const;
    [[nodiscard]] bool has(std::string_view header) const { return find(header).has_value(); }
    [[nodiscard]] std::size_t years() const noexcept { return years_; }  // headers that are years

private:
    std::unordered_map<std::string, std::size_t> columns_;  // plain name → index
    std::size_t years_ = 0;
};

// A header that files of a data set must have, under one of several spellings.
struct NeededHeader {
    std::vector<std::string> spellings;
    bool in_signature = false;
};

// Its signature and the columns of its key, those left out that no header names (years, titles, parts). None twice.
[[nodiscard]] std::vector<NeededHeader> needed_headers(const Descriptor& descriptor);

}  // namespace entente::datasets
