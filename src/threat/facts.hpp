// What official data, and a case, say of one state as a danger to another in one year. Nothing of the alliance data
// stands here: a threat must not be inferred from the alliance that it is to explain.
#pragma once

#include "core/missing.hpp"

namespace entente::threat {

struct DyadFacts {
    int state = 0;  // the one that may be threatened; Correlates of War number
    int other = 0;  // the one that may threaten it
    int year = 0;
    Reading capability;           // the other's share of the system's capabilities, 0 … 1
    Reading own_capability;       // the state's
    Reading spending_share;       // the other's share of the system's military expenditure, 0 … 1
    Reading personnel_share;      // the other's share of the system's military personnel, 0 … 1
    Reading distance_km;          // between the capitals
    Reading contiguity;           // Correlates of War type: 1 by land … 5 within 400 miles of water; 0 none
    Reading hostility;            // H: the other's decayed hostility in disputes that its side began; see hostility.hpp
    int hostility_known_to = 0;   // the last year of the record behind `hostility`; 0: none
    Reading rivalry;              // 1 or 0
    Reading territorial_rivalry;  // 1 or 0
    Reading policy_distance;      // of the ideal points, ÷ the largest of any pair in that year, 0 … 1
    Reading coded_hostility;      // H of a case's coded acts and words, below 0 where conciliation outweighs; missing
                                  // where no case codes them
    Reading capability_at_distance;  // the other's capability at the state's capital; shown beside, in no component
    bool inflated = false;           // the formula of that made the other stronger than at home
};

}  // namespace entente::threat
