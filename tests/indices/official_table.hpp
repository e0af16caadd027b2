// An official data file as a test reads it: cells by the name of their column, numbers where there are any.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "test_data.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"

namespace entente::indices::testing {

class OfficialTable {
public:
    explicit OfficialTable(const std::filesystem::path& path) {
        Problems problems;
        const auto name = path.filename().string();
        table_ = textfiles::read_csv(textfiles::read_file(path, name, problems), name, problems);
    }

    [[nodiscard]] std::size_t rows() const { return table_.rows.size(); }

    // An empty cell, or one with `missing` in it, is nothing.
    [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column, double missing = -9) const {
        const auto place = std::find(table_.header.begin(), table_.header.end(), column) - table_.header.begin();
        const auto& cell = table_.rows.at(row).cells.at(static_cast<std::size_t>(place));
        if (cell.empty()) return std::nullopt;
        const double value = std::stod(cell);
        if (value == missing) return std::nullopt;
        return value;
    }

    [[nodiscard]] std::optional<int> whole(std::size_t row, std::string_view column) const {
        const auto value = number(row, column);
        if (!value) return std::nullopt;
        return static_cast<int>(*value);
    }

private:
    textfiles::CsvTable table_;
};

}  // namespace entente::indices::testing
