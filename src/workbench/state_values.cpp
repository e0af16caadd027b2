#include "workbench/state_values.hpp"

#include <algorithm>

namespace entente::workbench {

StateValues state_values(const panels::DataAtHand& data, const std::vector<std::string>& columns, int from, int to) {
    StateValues read;
    panels::PanelRequest request;
    request.unit = panels::PanelUnit::StateYear;
    request.system = datasets::Numbering::Cow;
    request.from = from;
    request.to = to;
    for (const auto& column : columns) {
        const bool again = std::find(request.columns.begin(), request.columns.end(), column) != request.columns.end();
        if (!again) request.columns.push_back(column);
    }
    if (request.columns.empty()) return read;
    read.panel = panels::prepare_panel(request, data);
    std::vector<std::string> names;
    for (const auto& column : read.panel.columns) names.push_back(column.name);
    read.values = panels::read_panel_values(read.panel, data, {names, from, to});
    return read;
}

}  // namespace entente::workbench
