// The numbers of several members in one measure, turned so that more is a larger burden and brought on one scale. For
// use inside the module.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "burden/fair_share.hpp"

namespace entente::burden {

inline constexpr std::array kScalings{Scaling::Ranks, Scaling::Range, Scaling::Deviations};

inline constexpr double kTie = 1e-12;  // of what the members differ by: nearer than that they are equal

// What the members at these places in the group, all of whom have the measure, carry in it; those that differ by
// rounding alone are made equal.
[[nodiscard]] std::vector<double> carried(const evidence::BurdenMeasure& measure, std::size_t place,
                                          const GroupFacts& group, std::span<const std::size_t> members);

// Whether they differ by more than rounding.
[[nodiscard]] bool differ(std::span<const double> carried);

// 1 for who carries most; equals share the better rank.
[[nodiscard]] std::vector<int> ranks_of(std::span<const double> carried);

// The values must differ. A standard deviation is that of a sample, with n − 1.
[[nodiscard]] std::vector<double> scaled(std::span<const double> carried, Scaling scaling);

}  // namespace entente::burden
