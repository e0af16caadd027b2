// Which alliances a question is about. For use inside the module.
#pragma once

#include <set>

#include "outlook/alliance_histories.hpp"

namespace entente::outlook {

// The numbers of the alliances that are asked about.
[[nodiscard]] std::set<int> selected_alliances(const AllianceRows& rows, const HistorySelection& selection);

}  // namespace entente::outlook
