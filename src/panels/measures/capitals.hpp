// Where the capitals of two states are, for the measures that need the distance between them.
#pragma once

#include "panels/measures.hpp"

namespace entente::panels {

// The cells hold numbers of places; the table `measure_distances` has place_1, place_2 and km for all pairs of them.
struct CapitalPlaces {
    Cell first;
    Cell second;
};

[[nodiscard]] CapitalPlaces capital_places(PanelQuery& query, MeasureInputs& inputs);

}  // namespace entente::panels
