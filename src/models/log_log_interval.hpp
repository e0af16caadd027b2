// An interval for a probability that stays between 0 and 1.
#pragma once

#include <optional>

namespace entente::models {

struct ProbabilityInterval {
    double low = 0;
    double high = 0;
};

// How many standard errors hold the middle `level` of a normal distribution on either side: 1.96 for .95.
[[nodiscard]] double normal_width(double level);

// Kalbfleisch and Prentice (1980), section 1.3: the probability's ln(−ln p) is taken for normal, with standard error
// √variance / (p |ln p|). Nothing for a probability of 0 or 1, about which its variance says nothing.
[[nodiscard]] std::optional<ProbabilityInterval> log_log_interval(double probability, double variance, double level);

}  // namespace entente::models
