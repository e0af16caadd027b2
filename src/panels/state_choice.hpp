// Which states a panel is about.
#pragma once

#include <set>
#include <string>

#include "panels/data_at_hand.hpp"
#include "panels/panel_request.hpp"

namespace entente::panels {

struct StateChoice {
    bool all = true;
    bool majors = false;          // then also those of the data set of major powers, in their years
    std::set<std::string> codes;  // or:
    std::set<int> numbers;
};

// A word is a number on the panel's list, a code or name that means exactly one state in the panel's years, `all` or
// `majors`. Throws NotFound for a word that means none and BadRequest, with the candidates, for one that means several.
[[nodiscard]] StateChoice read_state_choice(const PanelRequest& request, datasets::Numbering system,
                                            const DataAtHand& data);

}  // namespace entente::panels
