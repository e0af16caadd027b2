// Collects what a panel joins to its rows, and makes one statement of it. A row of a pair repeats what is known of its
// two states: each source is prepared once, whoever asks for it, joined once to the states, pairs or rows that it
// speaks of, and looked up from there for each row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "panels/data_at_hand.hpp"
#include "panels/panel_rows.hpp"
#include "panels/source_table.hpp"

namespace entente::panels {

// Whose value of a source a column holds.
enum class Side {
    Only,      // the row's one state, alliance or leader
    First,     // the first state of a pair
    Second,    // … and the second
    Pair,      // both, without order
    OneToTwo,  // the first towards the second
    TwoToOne,  // … and back
};

// What a source is joined to: the tables of make_rows, each with a column `place`.
enum class Level {
    Rows,    // panel_rows
    States,  // panel_states, which the rows of a pair name twice: place_1, place_2
    Pairs,   // panel_pairs, without order; directed rows name them twice: pair
};

// The reasons of several cells in one whole number, four bits each.
struct PackedReason {
    std::string number;  // over the rows
    int shift = 0;

    [[nodiscard]] std::size_t reason_in(std::int64_t value) const noexcept;
};

// Two expressions over the rows: the value, and the Reason (as its number) if there is none.
struct Cell {
    std::string value;
    std::string reason;
    std::optional<PackedReason> packed = std::nullopt;  // where the reason is kept, if it is not computed for each row
};

class PanelQuery {
public:
    PanelQuery(const DataAtHand& data, const PanelFrame& frame) : data_(&data), frame_(&frame) {}

    [[nodiscard]] const DataAtHand& data() const noexcept { return *data_; }
    [[nodiscard]] const PanelFrame& frame() const noexcept { return *frame_; }

    [[nodiscard]] Cell cell(const SourceTable& source, const SourceColumn& column, Side side);
    [[nodiscard]] Cell cell(const StoredDataset& dataset, const std::string& variable, Side side);

    // Everything after SELECT …: prepares the sources as temporary tables, and functions of them.
    [[nodiscard]] std::string from_clause() const;

private:
    struct Joined {
        SourceTable source;
        KeyForm form;
        Level level;
        bool back;  // from the second of a pair to the first
        std::vector<SourceColumn> columns;
        std::vector<std::size_t> cells;  // of these columns, among those of the level
    };
    struct CellsOfLevel {
        std::vector<std::pair<std::size_t, std::size_t>> cells;  // source and column
        std::set<Side> sides;
    };

    using CellsByName = std::vector<std::pair<std::string, std::string>>;  // name and expression

    std::size_t joined_place(const SourceTable& source, Side side);
    [[nodiscard]] Cell resolved(const Joined& joined, const std::string& name, const SourceColumn& column) const;
    [[nodiscard]] std::vector<std::string> functions_of(const Joined& joined) const;
    [[nodiscard]] std::string looked_up(std::size_t source_place) const;
    [[nodiscard]] CellsByName cells_by_name(Level level, const CellsOfLevel& of_level) const;
    [[nodiscard]] std::string with_sources(Level level) const;
    [[nodiscard]] std::string looked_up(Level level, const CellsOfLevel& of_level) const;
    [[nodiscard]] std::string rows_with_their_cells() const;

    const DataAtHand* data_;
    const PanelFrame* frame_;
    std::vector<Joined> joined_;
    std::map<Level, CellsOfLevel> levels_;
};

// The sides from which a panel sees data of that unit; none if they do not fit together.
[[nodiscard]] std::vector<Side> sides_of(PanelUnit panel, datasets::Unit data);

// `_1` for First …, as columns of this panel are called.
[[nodiscard]] std::string suffix_of(Side side, PanelUnit panel);

[[nodiscard]] std::string reason_number(Reason reason);

// A value that is computed from two others: there if both are.
[[nodiscard]] Cell computed_from(const std::vector<Cell>& inputs, const std::string& value);

}  // namespace entente::panels
