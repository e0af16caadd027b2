// An alliance of two states as models of endings see it: from when to when, how it ended, and what it promised when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indices/institutionalisation.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

// What holds from one change of the treaty to the next. The members stand here because they change: a state that took
// another's place goes on with its treaty.
struct AlliancePhase {
    int from_year = 0;
    int to_year = 0;   // or the last year of the data
    int member_a = 0;  // Correlates of War numbers, the smaller first
    int member_b = 0;
    indices::AllianceProvisions provisions;
    std::optional<int> non_military_cooperation;  // 1 if it is promised
};

struct PairAlliance {
    std::string id;  // `3375`; of a treaty that was renewed after a gap or goes on in branches also `2340.2`
    int begin_year = 0;
    int last_year = 0;  // at risk: in which it ended, or the last year of the data
    Ending ending = Ending::GoesOn;
    std::vector<AlliancePhase> phases;  // by year; one chain: where a treaty goes on in two branches, one of them
};

}  // namespace entente::outlook
