// What is known of each member of a group in one year: one number for each measure, with the year it is really of.
#pragma once

#include <cstddef>
#include <vector>

#include "core/missing.hpp"

namespace entente::burden {

struct BurdenReading {
    Reading value;
    int of_year = 0;  // the year of the number: earlier than the one asked for where the record ends before
    int from = 0;     // which of the measure's data gave it: a place in the theory's list

    [[nodiscard]] bool stale(int asked) const noexcept { return value.known() && of_year < asked; }
};

struct MemberFacts {
    int state = 0;                        // Correlates of War number
    Reading size;                         // by which members are large or small
    std::vector<BurdenReading> measures;  // one for each measure of the theory, in its order
};

// The members of one group in one year, ordered by number.
struct GroupFacts {
    int year = 0;
    std::vector<MemberFacts> members;
};

}  // namespace entente::burden
