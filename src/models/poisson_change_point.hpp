// When did the rate of events change? The exact posterior of one change of a count's rate.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::models {

// What is thought of both rates beforehand: Gamma(shape, rate).
struct GammaPrior {
    double shape = 1;
    double rate = 1;
};

struct PoissonChangePoint {
    // [i]: the chance that the first rate holds for the first i + 1 counts, given that there is one change; empty if it
    // cannot be computed.
    std::vector<double> probability;
    std::size_t most_likely = 0;  // counts before the change, and so below
    double mean = 0;
    std::size_t low = 0;  // the central 95 % of the posterior
    std::size_t high = 0;
    double rate_before = 0;  // expected, in events per count
    double rate_after = 0;
    double log_bayes_factor = 0;  // ln of the evidence for one change against none
    std::string why_not;          // set if there is no posterior
};

// Raftery and Akman (1986), with the rates integrated out: p(k|y) ∝ Γ(a+S_k) / (b+k)^(a+S_k) · Γ(a+S_n−S_k) /
// (b+n−k)^(a+S_n−S_k), every k from 1 to n − 1 as likely beforehand. Counts of equal stretches of time, in order; the
// chance of a change within a gap falls on the neighbours of the gap.
[[nodiscard]] PoissonChangePoint poisson_change_point(const std::vector<double>& counts, const GammaPrior& prior = {});

}  // namespace entente::models
