// The verdict for each period against its baseline, with a fair warning where periods are not equally documented.
#pragma once

#include <string>
#include <vector>

#include "assessment/assessment.hpp"

namespace entente::assessment {

struct TrajectoryPoint {
    std::string period;
    std::string baseline;
    Outcome outcome;
    int items = 0;
    int clusters = 0;
    int sources = 0;
    int thinned_to = 0;      // items of the poorest period; 0 if this is it
    double survives = 1;     // share of thinned reruns with the same direction
    bool comparable = true;  // survives at least the protocol's share
};

// One point per period that names a baseline, in the order of the case.
[[nodiscard]] std::vector<TrajectoryPoint> trajectory(const evidence::Case& which, const evidence::Theory& theory,
                                                      const evidence::Protocol& protocol,
                                                      const std::vector<std::string>& coders, std::uint64_t seed);

struct ContinuityMatrix {
    std::vector<std::string> periods;
    std::vector<std::vector<IssueContinuity>> rows;  // one per issue, one cell per period
};

// Issue × period over every period that names a baseline. Of the protocol only its reading matters: which items do not
// count.
[[nodiscard]] ContinuityMatrix continuity(const evidence::Case& which, const evidence::Theory& theory,
                                          const evidence::Protocol& protocol, const std::vector<std::string>& coders);

}  // namespace entente::assessment
