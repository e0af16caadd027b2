// Whether, and how far, both states of a pair are democracies.
#pragma once

#include <optional>

namespace entente::indices {

// Polity2 runs from −10 to 10. The special codes of its parent variable (−66, −77, −88) are no scores, and are treated
// as missing here.
inline constexpr int kLeastPolity2 = -10;
inline constexpr int kMostPolity2 = 10;

// The customary threshold; some work uses 5 or 7, so it is said beside every result.
inline constexpr int kDemocracyFrom = 6;

struct JointDemocracy {
    std::optional<bool> both;         // both at the threshold or above
    std::optional<int> weakest_link;  // the lower of the two scores
    std::optional<double> product;    // of the scores moved to 0 … 1
};

// Dixon (1994), "Democracy and the Peaceful Settlement of International Conflict", for the weakest link: the less
// democratic state decides. `both` is known, as false, where one score is below the threshold and the other is missing;
// the rest is missing where either score is. The product is taken after both scores are moved to 0 … 1, since a product
// of the raw scores is high for two autocracies.
[[nodiscard]] JointDemocracy joint_democracy(std::optional<int> first_polity2, std::optional<int> second_polity2,
                                             int democracy_from = kDemocracyFrom);

}  // namespace entente::indices
