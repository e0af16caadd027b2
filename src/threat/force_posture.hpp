// Forces that one state keeps in others, as far as a data set counts them: shown beside the components of threat and in
// none of them, so that no rank knows of them.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "core/missing.hpp"
#include "threat/facts.hpp"

namespace entente::threat {

// Of one sender in one year.
struct StationedForces {
    std::map<int, Reading> by_host;
    Reason of_others = Reason::NoRow;  // why nothing is known of a host that is not among these
};

// Of one state as a danger to another. Of the sender itself what it keeps near the other, of everybody else what the
// sender keeps in it; the rest is not applicable.
struct ForcePosture {
    Reading in_it;
    Reading in_state;              // in the state that may be threatened
    Reading in_neighbours;         // in all neighbours of that state together; missing as soon as one of them is
    std::vector<int> neighbours;   // of that state, the sender left out; of the sender only
    std::vector<Reading> in_each;  // of these
};

// `all` are the facts of threats to the same state in the same year: who among them is contiguous to it, by land or
// across water (Correlates of War type 1 … 5), is its neighbour. `sender` 0: it was
// no state then, and nothing applies.
[[nodiscard]] ForcePosture force_posture(int sender, const DyadFacts& facts, std::span<const DyadFacts> all,
                                         const StationedForces& stationed);

}  // namespace entente::threat
