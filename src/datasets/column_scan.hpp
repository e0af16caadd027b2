// One pass over all rows of a staged table, for what the first rows cannot tell: which values some of its columns have,
// and the largest number in each.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "datasets/staged_file.hpp"

namespace entente::datasets {

struct ColumnContent {
    std::set<std::string> values;  // as the cells have them, without blanks around; empty cells left out
    bool more = false;             // there are more than `kMostValues`
    std::optional<double> largest;
};

inline constexpr std::size_t kMostValues = 1000;

struct ScannedColumn {
    std::size_t index = 0;             // of the column, from 0
    std::vector<std::string> missing;  // codes that count as empty cells
};

// In the order of `columns`. Throws BadData if the staged file cannot be read any more.
[[nodiscard]] std::vector<ColumnContent> scan_columns(const StagedSheet& sheet, std::size_t header_row,
                                                      const std::vector<ScannedColumn>& columns);

}  // namespace entente::datasets
