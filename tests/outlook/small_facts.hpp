// An alliance of two states, 1 and 2, from 1950, and facts about them and their neighbours: all of it made up.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "outlook/covariate_facts.hpp"
#include "outlook/covariate_values.hpp"
#include "outlook/pair_alliance.hpp"

namespace entente::outlook::tests {

// Holds what CovariateFacts refers to.
struct SmallFacts {
    std::set<StateYear> in_system;
    StateFacts capability{{1900, 1999}, {}};
    StateFacts polity{{1900, 1999}, {}};
    StateFacts support{{1900, 1999}, {}};
    StateFacts leader{{1900, 1999}, {}};
    RivalryFacts rivalries{{1900, 1999}, {}};
    PledgeFacts pledges{{1900, 1999}, {}};
    MembershipFacts members{{1900, 1999}, {}, {}};

    // States 1 to 9, in the system from 1940 to 1990.
    SmallFacts() {
        for (int state = 1; state <= 9; ++state) {
            for (int year = 1940; year <= 1990; ++year) in_system.insert({state, year});
        }
    }

    [[nodiscard]] CovariateFacts all() const {
        return {&in_system, &capability, &polity, &support, &leader, &rivalries, &pledges, &members};
    }

    void add_rivalry(int one, int other, int from, int to) {
        rivalries.spells[one].push_back({other, from, to});
        rivalries.spells[other].push_back({one, from, to});
    }
    void add_member(const std::string& alliance, int state, int from, int to) {
        members.of_state[state].push_back({alliance, from, to});
        members.of_alliance[alliance].push_back({state, {alliance, from, to}});
    }
};

inline PairAlliance small_alliance() {
    PairAlliance alliance;
    alliance.id = "7";
    alliance.begin_year = 1950;
    alliance.last_year = 1970;
    alliance.ending = Ending::Violation;
    AlliancePhase phase;
    phase.from_year = 1950;
    phase.to_year = 1970;
    phase.member_a = 1;
    phase.member_b = 2;
    alliance.phases = {phase};
    return alliance;
}

inline evidence::Covariate covariate(evidence::CovariateMeasure measure, double threshold = 0) {
    evidence::Covariate of;
    of.id = std::string(name_of(measure));
    of.measure = measure;
    of.threshold = threshold;
    return of;
}

}  // namespace entente::outlook::tests
