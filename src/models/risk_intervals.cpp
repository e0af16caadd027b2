#include "models/risk_intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

void ensure_same_length(const RiskIntervals& rows) {
    const auto count = rows.size();
    ensure(rows.entries.size() == count && rows.endings.size() == count && rows.units.size() == count,
           "each row of a history has an entry, an exit, an ending and a unit");
    ensure(rows.clusters.empty() || rows.clusters.size() == count, "one cluster for each row");
    for (const auto& column : rows.columns) ensure(column.size() == count, "one value of each column for each row");
}

std::string why_not_by_itself(const RiskIntervals& rows, std::size_t row) {
    if (!std::isfinite(rows.entries[row]) || !std::isfinite(rows.exits[row])) return "a time is not a finite number";
    if (rows.entries[row] >= rows.exits[row]) {
        return fmt::format("the entry {} is not before the exit {}", rows.entries[row], rows.exits[row]);
    }
    for (std::size_t j = 0; j < rows.columns.size(); ++j) {
        if (!std::isfinite(rows.columns[j][row])) return fmt::format("column {} is not a finite number", j + 1);
    }
    return {};
}

}  // namespace

std::vector<RowTrouble> why_unusable(const RiskIntervals& rows) {
    ensure_same_length(rows);
    std::vector<RowTrouble> troubles;
    std::vector<std::size_t> order;  // the rows that can be put in an order
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (auto why = why_not_by_itself(rows, row); !why.empty()) {
            troubles.push_back({row, std::move(why)});
        } else {
            order.push_back(row);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (rows.units[a] != rows.units[b]) return rows.units[a] < rows.units[b];
        return rows.entries[a] != rows.entries[b] ? rows.entries[a] < rows.entries[b] : a < b;
    });
    for (std::size_t place = 1; place < order.size(); ++place) {
        const auto before = order[place - 1];
        const auto row = order[place];
        if (rows.units[before] != rows.units[row]) continue;
        if (rows.entries[row] < rows.exits[before]) {
            troubles.push_back({row, fmt::format("unit {} enters again at {}, before it left at {}", rows.units[row],
                                                 rows.entries[row], rows.exits[before])});
        }
        if (rows.endings[before] != 0) {
            troubles.push_back({before, fmt::format("unit {} ends at {} and is observed afterwards", rows.units[before],
                                                    rows.exits[before])});
        }
    }
    std::stable_sort(troubles.begin(), troubles.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    return troubles;
}

std::string why_no_model(const RiskIntervals& rows) {
    const auto troubles = why_unusable(rows);
    if (troubles.empty()) return rows.size() == 0 ? "there is no row" : "";
    auto why = fmt::format("row {}: {}", troubles.front().row + 1, troubles.front().why);
    if (troubles.size() > 1) why += fmt::format("; and {} more", troubles.size() - 1);
    return why;
}

std::vector<double> ending_times(const RiskIntervals& rows) {
    std::vector<double> times;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.endings[row] != 0) times.push_back(rows.exits[row]);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

std::vector<double> numbers_at_risk(const RiskIntervals& rows, const std::vector<double>& times) {
    auto entries = rows.entries;
    auto exits = rows.exits;
    std::sort(entries.begin(), entries.end());
    std::sort(exits.begin(), exits.end());
    const auto before = [](const std::vector<double>& values, double time) {
        return static_cast<double>(std::lower_bound(values.begin(), values.end(), time) - values.begin());
    };
    std::vector<double> numbers;
    for (const double time : times) numbers.push_back(before(entries, time) - before(exits, time));
    return numbers;
}

std::vector<std::size_t> places_of_clusters(const RiskIntervals& rows) {
    const auto& clusters = rows.clusters.empty() ? rows.units : rows.clusters;
    auto numbers = clusters;
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<std::size_t> places;
    for (const auto cluster : clusters) {
        places.push_back(
            static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), cluster) - numbers.begin()));
    }
    return places;
}

}  // namespace entente::models
