// What the rows of a panel repeat: which units a source speaks of, from which side a panel sees them, and how the rows
// of a source find the places of their units.
#pragma once

#include <string>

#include "panels/panel_query.hpp"

namespace entente::panels {

[[nodiscard]] KeyForm form_of(datasets::Unit unit, PanelUnit panel);
[[nodiscard]] Level level_of(PanelUnit panel, Side side);
// The table of a level.
[[nodiscard]] std::string units_of(Level level);

// The unit of a row of a source `s`: what to join to it, and its place.
struct UnitJoin {
    std::string join;
    std::string place = "u.place";
};

[[nodiscard]] UnitJoin unit_join(KeyForm form, Level level, bool back);

// Over the rows: the place of what the side means.
[[nodiscard]] std::string place_of(PanelUnit panel, Side side);

}  // namespace entente::panels
