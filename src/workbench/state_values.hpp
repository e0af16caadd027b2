// Columns of the states of the system, year by year, in memory: what the facts of threat ask the store for. For use
// inside the module.
#pragma once

#include <string>
#include <vector>

#include "panels/data_at_hand.hpp"
#include "panels/panel.hpp"
#include "panels/panel_values.hpp"

namespace entente::workbench {

struct StateValues {
    panels::Panel panel;
    panels::PanelValues values;  // of all its columns, in their order, by year and state
};

// Each is asked for once, however often it is named; of none nothing is read. Leaves a panel of its own in the
// database.
[[nodiscard]] StateValues state_values(const panels::DataAtHand& data, const std::vector<std::string>& columns,
                                       int from, int to);

}  // namespace entente::workbench
