// What enters a fair share, and the grid of its weightings. For use inside the module.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "burden/fair_share.hpp"

namespace entente::burden {

// One weight for each measure of the theory: the user's or its own; 0 of a measure that says nothing about who carries
// more.
[[nodiscard]] std::vector<double> weights_of(const evidence::BurdenTheory& theory, const FairShareOptions& options);

// Those at these places, so that they add to 1.
[[nodiscard]] std::vector<double> adding_to_1(const std::vector<double>& weights,
                                              const std::vector<std::size_t>& places);

// Empty if the grid of so many measures can be tried; else why not.
[[nodiscard]] std::string why_no_grid(std::size_t measures, double step);

}  // namespace entente::burden
