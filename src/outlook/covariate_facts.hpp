// What covariates are worked out from: facts about states, and about pairs of them, each with the years that its data
// set covers. A fact that is not here is not known; only where a data set lists all there is does silence mean none.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/missing.hpp"

namespace entente::outlook {

struct CoveredYears {
    int first = 0;
    int last = -1;

    [[nodiscard]] bool has(int year) const noexcept { return first <= year && year <= last; }
};

using StateYear = std::pair<int, int>;  // a Correlates of War number, and a year

// One variable of states: a capability share, a Polity score, whether a leader changed.
struct StateFacts {
    CoveredYears years;
    std::map<StateYear, double> values;  // only what is known
};

// A list of all strategic rivalries of the years covered.
struct RivalryFacts {
    struct Spell {
        int rival = 0;
        int first_year = 0;
        int last_year = 0;
    };
    CoveredYears years;
    std::map<int, std::vector<Spell>> spells;  // by state; a pair stands under both
};

// A list of all pledges of defence of the years covered: to whom a state has made one.
struct PledgeFacts {
    CoveredYears years;
    std::map<StateYear, std::vector<int>> pledged_to;
};

// A list of all memberships of alliances of the years covered.
struct MembershipFacts {
    struct Spell {
        std::string alliance;
        int first_year = 0;
        int last_year = 0;
    };
    CoveredYears years;
    std::map<int, std::vector<Spell>> of_state;
    std::map<std::string, std::vector<std::pair<int, Spell>>> of_alliance;  // state and spell
};

// Facts for one covariate: null where no data set at hand has them.
struct CovariateFacts {
    const std::set<StateYear>* in_system = nullptr;  // needed by all: what is not listed of a state may be so
    const StateFacts* capability = nullptr;
    const StateFacts* polity = nullptr;
    const StateFacts* support_change = nullptr;
    const StateFacts* leader_change = nullptr;
    const RivalryFacts* rivalries = nullptr;
    const PledgeFacts* pledges = nullptr;
    const MembershipFacts* members = nullptr;
};

}  // namespace entente::outlook
