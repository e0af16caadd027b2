// Every way to weigh several things against each other, for results that must not hang on one choice of weights.
#pragma once

#include <cstddef>
#include <vector>

namespace entente::indices {

// Every weighting of `count` things in steps of `step` that adds to 1 (with 4 and .05: 1,771). The order is fixed.
[[nodiscard]] std::vector<std::vector<double>> weightings(std::size_t count, double step);

// How many those are, C(count − 1 + 1/step, count − 1): to be asked before they are made. No whole number beyond 2^53.
[[nodiscard]] double number_of_weightings(std::size_t count, double step);

}  // namespace entente::indices
