// What can be said of the probability that several things happen, where only ranges of each are known.
#pragma once

#include <optional>
#include <span>

#include "evidence/forecast.hpp"

namespace entente::outlook {

using evidence::ProbabilityRange;

// All of them happening. Fréchet (1935): between max(0, Σp − (n − 1)) and min p, whatever they have to do with each
// other; here the first at the low ends and the second at the high ends.
struct Conjunction {
    double least = 0;
    double most = 0;
    ProbabilityRange independent;  // the products of the ends: an assumption
};
[[nodiscard]] Conjunction conjunction(std::span<const ProbabilityRange> parts);

// One of several alternatives that exclude each other.
struct Alternative {
    ProbabilityRange probability;
    double value = 0;  // of what is asked about, if it happens
};

// The least and the greatest Σ p·value + (1 − Σ p)·otherwise over all p within their ranges that add up to one at most.
// Nothing if the low ends add up to more than one.
[[nodiscard]] std::optional<ProbabilityRange> mixture(std::span<const Alternative> alternatives, double otherwise);

}  // namespace entente::outlook
