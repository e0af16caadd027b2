// Who was a member of an alliance, and when, as a stored data set of members has it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "panels/data_at_hand.hpp"

namespace entente::panels {

// A member in one phase of the alliance. Who stays from one phase to the next has a spell in each.
struct MemberSpell {
    int state = 0;       // Correlates of War number
    int first_year = 0;  // of entry, by the data set's date
    int last_year = 0;   // of exit, or of the end of the phase …
    bool ended = false;  // … or, where it is a member still, the last year of the data set
};

// By first year, then by number. Rows of which the state or the year of entry is unknown are left out. The data set
// must have a row for each member's spell, numbered as the Correlates of War do.
[[nodiscard]] std::vector<MemberSpell> read_member_spells(const DataAtHand& data, const StoredDataset& dataset,
                                                          std::string_view alliance);

}  // namespace entente::panels
