// How surely the date of a break is known.
#pragma once

#include <cstddef>
#include <optional>

#include "models/bai_perron.hpp"

namespace entente::models {

struct DatedBreak {
    std::size_t before = 0;      // points before the break
    double jump = 0;             // of the level
    double variance_before = 0;  // around the level
    double variance_after = 0;
};

// Bai (1997), p. 563: the distribution of the place of the largest value of W(s) − |s| / 2 before 0 and of
// √φ W(s) − ξ s / 2 after it, W being a Brownian motion to both sides; `drift` is ξ, `variance` is φ. 1 and 1 where
// both sides are alike.
[[nodiscard]] double break_date_distribution(double x, double drift, double variance);

// Bai and Perron (2003), equation 15: from k − [c_high / L] − 1 to k − [c_low / L] + 1 with L = jump² / variance and
// quantiles c of the distribution above; [ ] is the whole part. Nothing where a segment has no variation, or no jump.
[[nodiscard]] std::optional<BreakInterval> break_interval(const DatedBreak& dated, double level);

}  // namespace entente::models
