// Histories whose answers a second implementation has given: R 4.2.2 with survival 3.5-3.
#pragma once

#include "models/risk_intervals.hpp"

namespace entente::models {

// Invented: 24 units in 8 clusters, some of which enter late or change their covariates; three modes of ending. In R:
// d <- data.frame(unit, group, entry, exit, end, x, z).
inline RiskIntervals invented_histories() {
    RiskIntervals rows;
    rows.units = {1,  2,  2,  3,  4,  5,  5,  6,  7,  8,  9,  10, 10, 11, 11, 12,
                  13, 14, 15, 15, 16, 17, 18, 18, 19, 20, 20, 21, 22, 23, 23, 24};
    rows.clusters = {2, 4, 4, 3, 4, 4, 4, 8, 7, 2, 8, 8, 8, 6, 6, 1, 1, 3, 3, 3, 7, 1, 7, 7, 5, 2, 2, 1, 3, 3, 3, 8};
    rows.entries = {0, 3, 7, 0, 0, 0, 4, 0, 1, 0, 0, 0, 3, 0, 10, 1, 0, 1, 0, 2, 0, 4, 0, 4, 5, 2, 6, 2, 0, 0, 3, 0};
    rows.exits = {4, 7,  12, 3, 5, 4, 9, 6,  4, 11, 6,  3,  8, 10, 14, 13,
                  2, 13, 2,  5, 3, 7, 4, 10, 8, 6,  10, 15, 2, 3,  6,  2};
    rows.endings = {1, 0, 3, 3, 1, 0, 1, 2, 2, 2, 3, 0, 1, 0, 1, 2, 1, 1, 0, 1, 3, 2, 0, 1, 3, 0, 3, 1, 0, 0, 1, 0};
    rows.columns = {{3,   3.5, 5,   2.5, 2.5, 3.5, 2.5, 3.5, 2,   4.5, 2.5, 3.5, 2.5, 3.5, 4, 3,
                     0.5, 4,   2.5, 3,   2,   0.5, 2.5, 3,   1.5, 3,   2,   4.5, 4.5, 0.5, 2, 2.5},
                    {1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1}};
    return rows;
}

// Weeks of remission of 42 patients with leukaemia, as in Cox (1972), after Freireich and others (1963): the first 21
// were given 6-mercaptopurine, the others (1 in the column) were not.
inline RiskIntervals leukaemia() {
    RiskIntervals rows;
    rows.exits = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35,
                  1, 1, 2, 2, 3, 4, 4,  5,  5,  8,  8,  8,  8,  11, 11, 12, 12, 15, 17, 22, 23};
    rows.endings = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0,
                    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    rows.columns.emplace_back();
    for (std::size_t unit = 0; unit < rows.exits.size(); ++unit) {
        rows.entries.push_back(0);
        rows.units.push_back(static_cast<std::uint32_t>(unit));
        rows.columns[0].push_back(unit < 21 ? 0 : 1);
    }
    return rows;
}

// One row, taken out of others.
inline void add_row(RiskIntervals& to, const RiskIntervals& from, std::size_t row) {
    to.entries.push_back(from.entries[row]);
    to.exits.push_back(from.exits[row]);
    to.endings.push_back(from.endings[row]);
    to.units.push_back(from.units[row]);
    if (!from.clusters.empty()) to.clusters.push_back(from.clusters[row]);
    to.columns.resize(from.columns.size());
    for (std::size_t j = 0; j < from.columns.size(); ++j) to.columns[j].push_back(from.columns[j][row]);
}

// The same histories, every row that spans `time` in two.
inline RiskIntervals split_at(const RiskIntervals& rows, double time) {
    RiskIntervals parts;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        add_row(parts, rows, row);
        if (rows.entries[row] >= time || rows.exits[row] <= time) continue;
        parts.exits.back() = time;
        parts.endings.back() = 0;
        add_row(parts, rows, row);
        parts.entries.back() = time;
    }
    return parts;
}

// The same rows, the last first.
inline RiskIntervals backwards(const RiskIntervals& rows) {
    RiskIntervals turned;
    for (std::size_t row = rows.size(); row > 0; --row) add_row(turned, rows, row - 1);
    return turned;
}

}  // namespace entente::models
