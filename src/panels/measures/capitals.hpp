// Where the capitals of two states are, for the measures that need the distance between them.
#pragma once

#include <cstdint>
#include <string>

#include "panels/measures.hpp"

namespace entente::panels {

// The cells hold numbers of places from 0; `measure_distances` has km for all pairs of them, numbered from 0 as `pair`.
struct CapitalPlaces {
    Cell first;
    Cell second;
    std::string pair;  // over the rows: the number of their pair of places
    std::int64_t pairs = 0;
};

[[nodiscard]] CapitalPlaces capital_places(PanelQuery& query, MeasureInputs& inputs);

}  // namespace entente::panels
