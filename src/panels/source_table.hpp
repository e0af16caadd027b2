// Values for states, pairs of states, alliances or leaders, with all that a panel must know to join them: what names a
// row, on which list the numbers of the states are, and how several rows become one value.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "datasets/descriptor.hpp"
#include "panels/data_at_hand.hpp"
#include "panels/panel_request.hpp"

namespace entente::panels {

struct SourceColumn {
    std::string value;           // column of the table
    std::string not_applicable;  // column that is true where there is nothing to know; may be empty
    std::string reason;          // column with the number of a Reason, of computed tables; may be empty
    datasets::Combine combine = datasets::Combine::Same;
    std::optional<double> absent;                        // what it means that a unit within coverage has no row
    datasets::YearSpan years;                            // coverage
    std::vector<datasets::LeftOutOfList> left_out = {};  // where no row says nothing, of pairs
    struct Range {
        int least = 0;
        int most = 0;
        auto operator<=>(const Range&) const = default;
    };
    std::optional<Range> within = std::nullopt;  // a value beyond is a special code: missing in the source
};

struct SourceTable {
    std::string table;
    datasets::Unit unit = datasets::Unit::StateYear;
    datasets::Numbering numbering = datasets::Numbering::Cow;  // Cow or Gw
    datasets::Key key;               // of spells, `begin` and `end` hold one column each, with years
    std::vector<std::string> order;  // columns that tell the first of several rows from the last; none: as stored
    int last_year = 0;               // where a spell that has not ended ends
    bool one_row_each = false;       // a computed table: one row for each key, pairs with the lower number first
    // Of a computed table that is no table but kept by the places of the units: the function of each of its columns.
    std::map<std::string, std::string> by_place;
};

// The form in which a source is joined: what names one value.
enum class KeyForm {
    State,          // state, year
    Pair,           // state_1 < state_2, year
    Directed,       // state_1, state_2, year
    Alliance,       // alliance
    AlliancePhase,  // alliance, phase
    Member,         // alliance, state, phase, year
    Leader,         // leader
};

[[nodiscard]] std::vector<std::string> key_columns(KeyForm form);

// A table that a measure made, with one row for each key: its columns are called as in `key_columns`.
[[nodiscard]] SourceTable computed_table(const std::string& table, datasets::Unit unit, datasets::Numbering numbering);

// The stored data set as a source. `system` is the list that is wanted where the data set is keyed by names, which the
// store has numbered on both.
[[nodiscard]] SourceTable source_of(const StoredDataset& dataset, datasets::Numbering system);
[[nodiscard]] SourceColumn source_column(const StoredDataset& dataset, const std::string& variable);

// Whether several rows become one value, or are known to be one for each key, which is said sooner.
enum class Rows { Several, OneForEachKey };

// The query that gives one row for each key: `v0` with `r0` (a Reason) for the first column, and so on. Numbers are
// those of `system`; states that the lists divide differently are left out. Needs the table `panel_partners`.
[[nodiscard]] std::string prepared_query(const SourceTable& source, const std::vector<SourceColumn>& columns,
                                         KeyForm form, datasets::Numbering system, int from, int to,
                                         Rows rows = Rows::Several);

}  // namespace entente::panels
