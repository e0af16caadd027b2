// The rows of a panel, before anything is joined: every state of the list on any day of a year, all pairs of them, or
// the alliances, members and leaders of a data set in each of their years.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "panels/data_at_hand.hpp"
#include "panels/panel_request.hpp"

namespace entente::panels {

// A column that names a row: it is never missing, except the number of a state that the panel's list divides otherwise.
struct KeyColumn {
    std::string name;
    std::string expression;  // over the table of rows
    std::string label;
};

struct PanelFrame {
    PanelUnit unit = PanelUnit::StateYear;
    datasets::Numbering system = datasets::Numbering::Cow;
    int from = 0;
    int to = 0;
    const StoredDataset* rows_from = nullptr;  // of alliances, members and leaders
    const StoredDataset* majors = nullptr;     // where the choice of states needed it
    std::vector<KeyColumn> keys;
    std::int64_t rows = 0;
    std::vector<std::string> notes;
};

// Makes the temporary tables and views
// - `panel_rows`, numbered from 0 by `place`: in order, but for pairs see `keep_in_order`,
// - `panel_states`, all of the list, numbered by `place`, which the rows of pairs name as `place_1` and `place_2`,
// - `panel_pairs` for directed pairs: those without direction, which rows name as `pair`,
// - `panel_rows_spans` and `panel_pairs_spans`: their rows in spans of years, where `place` + year is the row's place,
// - `panel_partners`: the numbers of the panel's list (`number`) with those of the other one (`other`) in each year.
[[nodiscard]] PanelFrame make_rows(const PanelRequest& request, const DataAtHand& data);

// Rows of pairs are made from their spans as they are read, by all processors and so in no order, or in order by one.
// This puts them into a table, which all read in order: for who needs that, and reads them more than once or in part.
void keep_in_order(const DataAtHand& data, const PanelFrame& frame);

[[nodiscard]] std::int64_t number_of_rows(const datasets::Database& database, const std::string& table);

[[nodiscard]] bool has_pairs(PanelUnit unit) noexcept;

// `cow` for Cow: the word of the other list is that of `other_list`.
[[nodiscard]] datasets::Numbering other_list(datasets::Numbering system) noexcept;

}  // namespace entente::panels
