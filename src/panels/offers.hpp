// What the store offers for a kind of panel: the variables of its data sets, and the measures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panels/data_at_hand.hpp"
#include "panels/panel_request.hpp"

namespace entente::panels {

struct OfferedVariable {
    std::string dataset;
    std::string version;
    std::string name;
    std::string label;
    std::string unit;
    datasets::YearSpan years;
    std::int64_t present = 0;
    std::int64_t missing = 0;
    bool main = false;
};

struct OfferedMeasure {
    std::string name;
    std::string about;
    std::string formula;
    std::string needs;
};

struct Offers {
    std::optional<PanelUnit> unit;  // none: for any
    std::vector<OfferedVariable> variables;
    std::vector<OfferedMeasure> measures;
    std::vector<std::string> without_descriptor;  // data sets of the store that no descriptor describes
};

[[nodiscard]] Offers offers_of(const DataAtHand& data, const std::optional<PanelUnit>& unit);

}  // namespace entente::panels
