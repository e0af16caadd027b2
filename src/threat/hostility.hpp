// How much past hostility still weighs: acts lose half of their weight every so many years.
#pragma once

#include <span>

#include "core/missing.hpp"

namespace entente::threat {

struct HostileYear {
    int year = 0;
    double level = 0;  // highest hostility of the year ÷ 5, 0 … 1; negative: conciliation (coded evidence only)
};

// H = Σ level · 0.5^((year − y) / half_life) over the years y up to `year`. Years after `year` do not count.
[[nodiscard]] double remembered_hostility(std::span<const HostileYear> past, int year, double half_life);

// 1 − e^(−H), from 0 to 1: one act of war this year gives .63, many acts approach 1. Of conciliation that outweighs
// hostility, H < 0, the mirror image: −(1 − e^H), from 0 to −1.
[[nodiscard]] double intention_from(double hostility);

// A record from `first` to `last` (years) seen from `year`: known within, and up to `stale_after` years after its end,
// when what it knows is remembered; else outside coverage.
[[nodiscard]] Reading remembered(std::span<const HostileYear> past, int first, int last, int year, double half_life,
                                 int stale_after);

}  // namespace entente::threat
