// Collects what a panel joins to its rows, and makes one statement of it: each source is prepared once, whoever asks
// for it, and all are joined in one pass.
#pragma once

#include <string>
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

// Two expressions over the joined tables: the value, and the Reason (as its number) if there is none.
struct Cell {
    std::string value;
    std::string reason;
};

class PanelQuery {
public:
    PanelQuery(const DataAtHand& data, const PanelFrame& frame) : data_(&data), frame_(&frame) {}

    [[nodiscard]] const DataAtHand& data() const noexcept { return *data_; }
    [[nodiscard]] const PanelFrame& frame() const noexcept { return *frame_; }

    [[nodiscard]] Cell cell(const SourceTable& source, const SourceColumn& column, Side side);
    [[nodiscard]] Cell cell(const StoredDataset& dataset, const std::string& variable, Side side);

    // `LEFT JOIN … ON …` with an alias of its own, over cells of this query: for a value that depends on two cells.
    void lookup(std::string join);

    // Everything after SELECT …: prepares the sources as temporary tables.
    [[nodiscard]] std::string from_clause();

private:
    struct Joined {
        SourceTable source;
        KeyForm form;
        std::vector<SourceColumn> columns;
        std::vector<Side> sides;
    };

    std::size_t joined_place(const SourceTable& source, KeyForm form, Side side);

    const DataAtHand* data_;
    const PanelFrame* frame_;
    std::vector<Joined> joined_;
    std::vector<std::string> lookups_;
};

// The sides from which a panel sees data of that unit; none if they do not fit together.
[[nodiscard]] std::vector<Side> sides_of(PanelUnit panel, datasets::Unit data);

// `_1` for First …, as columns of this panel are called.
[[nodiscard]] std::string suffix_of(Side side, PanelUnit panel);

[[nodiscard]] std::string reason_number(Reason reason);

// A value that is computed from two others: there if both are.
[[nodiscard]] Cell computed_from(const std::vector<Cell>& inputs, const std::string& value);

}  // namespace entente::panels
