// The values of a panel's columns back in memory, without a file: numbers, each with the reason where there is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/missing.hpp"
#include "panels/panel.hpp"

namespace entente::panels {

struct PanelValues {
    struct Column {
        std::string name;
        std::vector<double> values;  // means nothing where the reason is not Present
        std::vector<Reason> reasons;
    };

    // One entry for each row: by year, second state, first state; or by year and state; or, if it was asked for so, as
    // the rows come.
    std::vector<int> years;
    std::vector<int> states;  // the row's one state, or the first of a pair
    std::vector<int> others;  // the second of a pair; empty for panels of states
    std::vector<Column> columns;

    [[nodiscard]] std::size_t rows() const noexcept { return years.size(); }
    // Throws Fault if it was not asked for.
    [[nodiscard]] std::size_t place_of(std::string_view column) const;
    // The rows of each of these years, within which all of them lie.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> rows_by_year(int from, int to) const;
    [[nodiscard]] Reading reading(std::size_t column, std::size_t row) const {
        const auto& one = columns[column];
        return one.reasons[row] == Reason::Present ? Reading::of(one.values[row]) : Reading::missing(one.reasons[row]);
    }
};

// What the order of so many rows costs, who puts them in places of their own need not pay.
enum class RowOrder { ByYear, AsTheyCome };

struct ValuesAsked {
    std::vector<std::string> columns;  // names of the panel's columns, all of numbers
    int from = 0;                      // years of the rows wanted: a panel of centuries is read in parts
    int to = 0;
    std::optional<int> either = std::nullopt;  // only rows with that state, as the first or the second
    RowOrder order = RowOrder::ByYear;
};

// Of a panel that was just built: the next one takes its place in the database.
[[nodiscard]] PanelValues read_panel_values(const Panel& panel, const DataAtHand& data, const ValuesAsked& asked);

}  // namespace entente::panels
