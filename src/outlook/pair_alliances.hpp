// The alliances of two states out of the ATOP rows: what models of endings are fitted to.
#pragma once

#include <vector>

#include "outlook/alliance_rows.hpp"
#include "outlook/pair_alliance.hpp"

namespace entente::outlook {

// One for each bilateral alliance, its phases joined as those of members are (alliance_histories.hpp): a treaty that
// was left and renewed after more than 31 days is two (`2340`, `2340.2`), one that goes on in two branches has the
// second beside it (`4070.3`), which begins with the treaty and has years from its own phase on. It ends as the phase
// file's TERM says; with 0, by the loss of independence if a member's TERMMODE is not 0 too, else it is lost sight of.
// Years in which not exactly two members are recorded have no phase. By number, then phase.
[[nodiscard]] std::vector<PairAlliance> pair_alliances(const AllianceRows& rows);

}  // namespace entente::outlook
