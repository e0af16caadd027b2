// What verdicts chance would give: the same clusters, each new one turned or not by a fair coin.
#pragma once

#include <cstdint>
#include <optional>

#include "assessment/run.hpp"

namespace entente::assessment {

struct RandomCodings {
    int draws = 0;
    std::optional<double> as_extreme;  // share of draws that lean at least as far, either way; nothing: nothing new
    double weakened = 0;               // shares of verdicts
    double strengthened = 0;
};

// A cluster turns by its name, in every factor at once. The coin of the i-th new name, in order of first appearance
// factor by factor, is bit i mod 32 of word i / 32 of the draw.
[[nodiscard]] RandomCodings random_codings(const Run& run, const evidence::Protocol& protocol, std::uint64_t seed);

}  // namespace entente::assessment
