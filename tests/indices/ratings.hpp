// Published ratings that several tests use.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indices/agreement.hpp"

namespace entente::indices::testing {

inline constexpr auto kMissing = std::nullopt;

// Coders × units, as tables print them, to units × coders.
inline Ratings transposed(const Ratings& rows) {
    Ratings columns(rows.front().size());
    for (const auto& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) columns[column].push_back(row[column]);
    }
    return columns;
}

// Units of two coders from their contingency table: rows are the first coder's categories.
inline Ratings from_table(const std::vector<std::vector<int>>& table) {
    Ratings units;
    for (std::size_t first = 0; first < table.size(); ++first) {
        for (std::size_t second = 0; second < table[first].size(); ++second) {
            for (int unit = 0; unit < table[first][second]; ++unit) {
                units.push_back({static_cast<double>(first), static_cast<double>(second)});
            }
        }
    }
    return units;
}

// Units × coders from how many coders chose each category.
inline Ratings from_counts(const std::vector<std::vector<int>>& counts) {
    Ratings units;
    for (const auto& of_unit : counts) {
        auto& unit = units.emplace_back();
        for (std::size_t category = 0; category < of_unit.size(); ++category) {
            unit.insert(unit.end(), static_cast<std::size_t>(of_unit[category]), static_cast<double>(category));
        }
    }
    return units;
}

// Krippendorff (2011), section C: four observers, twelve units; also the example of R's irr::kripp.alpha.
inline Ratings c_data() {
    return transposed({
        {1, 2, 3, 3, 2, 1, 4, 1, 2, kMissing, kMissing, kMissing},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, kMissing, 3},
        {kMissing, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, kMissing},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, kMissing},
    });
}

// The worked example of the article "Fleiss' kappa" (Wikipedia): ten subjects, five categories, fourteen raters.
inline Ratings fleiss_example() {
    return from_counts({{0, 0, 0, 0, 14},
                        {0, 2, 6, 4, 2},
                        {0, 0, 3, 5, 6},
                        {0, 3, 9, 2, 0},
                        {2, 2, 8, 1, 1},
                        {7, 7, 0, 0, 0},
                        {3, 2, 6, 3, 0},
                        {2, 5, 3, 2, 2},
                        {6, 5, 2, 1, 0},
                        {0, 2, 2, 3, 7}});
}

}  // namespace entente::indices::testing
