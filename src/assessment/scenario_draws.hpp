// A scenario on the ledger: what each factor and the verdict would be at both ends of the ranges that its author gives,
// and how often over draws from them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/supposed.hpp"
#include "core/random.hpp"

namespace entente::assessment {

// An effect as far as it is known: the direction may be left open.
struct RangedEffect {
    std::size_t factor = 0;
    std::optional<evidence::Direction> direction;
    double low = 0;  // decibels; 0 ≤ low ≤ high
    double high = 0;
};

// Shares of draws; they sum to one. Of a factor: found or leaning, either way; contested is mixed; not assessed is
// unchanged, since nothing moved it.
struct DirectionShares {
    double weakened = 0;
    double unchanged = 0;
    double strengthened = 0;
    double mixed = 0;
};

// The middle nine tenths of the draws and their mean.
struct DrawnShare {
    double mean = 0;
    double low = 0;
    double high = 0;
};

struct DrawnFactor {
    std::size_t factor = 0;
    DirectionShares moved;
    Probabilities posterior;  // mean
    double changed = 0;       // share of the draws with another finding than without the scenario
};

struct ScenarioDraws {
    int draws = 0;
    LedgerState low;  // every effect at the low end; open directions toward collapse
    LedgerState high;
    std::optional<LedgerState> low_otherwise;  // open directions toward endurance; nothing where none is open
    std::optional<LedgerState> high_otherwise;
    DirectionShares directions;  // of the verdict
    double flips = 0;            // share with another direction than without the scenario
    DrawnShare net_weakened;     // P(net < 0)
    DrawnShare net_strengthened;
    double net_unchanged = 0;          // mean
    std::vector<DrawnFactor> factors;  // that it touches, in the theory's order
};

// Decibels uniform between the ends, an open direction either way with equal chance, all independent. Effect e of draw
// d takes numbers 2e and 2e + 1 of the stream.
[[nodiscard]] ScenarioDraws draw_scenario(const LedgerState& unchanged, const std::vector<RangedEffect>& effects,
                                          const evidence::Protocol& protocol, int draws, const RandomStream& stream);

}  // namespace entente::assessment
