// The rows of a data set by names or letters that the import gave no number, because what it calls Germany was two
// states in that year, or its figures are of another territory than the state's. A panel lacks them and says so.
#pragma once

#include <string>

#include "panels/data_at_hand.hpp"

namespace entente::panels {

// `122 rows of the source left out, since the name means several states of the year …: DEU 1955–1989, …`; empty if
// there is none with a value in these years.
[[nodiscard]] std::string left_out_states(const DataAtHand& data, const StoredDataset& dataset,
                                          const std::string& variable, int from, int to);

}  // namespace entente::panels
