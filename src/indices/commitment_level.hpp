// One state's pledges to another as one ordered level, which the similarity of alliance portfolios needs.
#pragma once

#include <optional>

namespace entente::indices {

// What one state promised another in a year, over all their alliances; nothing where it is not known. No pledge at all
// is five times false.
struct Pledges {
    std::optional<bool> defence;
    std::optional<bool> offence;
    std::optional<bool> neutrality;
    std::optional<bool> non_aggression;
    std::optional<bool> consultation;
};

enum class CommitmentOrder {
    // Signorino and Ritter (1999), after the classes of the Correlates of War: 3 defence pact, 2 neutrality or
    // non-aggression pact, 1 entente (here: consultation), 0 none. These classes know no offence pledge; it counts with
    // defence, as the other one that promises active military support.
    CorrelatesOfWar,
    // The order used with the ATOP data: 3 defence or offence, 2 neutrality or consultation, 1 non-aggression, 0 none.
    Atop,
};

// The highest level that a pledge gives. Nothing if a pledge that would give a higher one is not known. That the levels
// are ordered at all is a convention, and disputed (Häge 2011).
[[nodiscard]] std::optional<int> commitment_level(const Pledges& pledges,
                                                  CommitmentOrder order = CommitmentOrder::CorrelatesOfWar);

}  // namespace entente::indices
