// How good forecasts of yes or no were: the log score, Brier's score with its parts, and the area under the curve.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::models {

// ln of the probability that was given to what happened; 0 is best. Good (1952). Nothing where a forecast gave
// probability 0 to what happened, since no score mends that.
[[nodiscard]] std::optional<double> log_score(double probability, bool happened) noexcept;

// The mean over forecasts; nothing where one of them has none, or without forecasts.
[[nodiscard]] std::optional<double> mean_log_score(std::span<const float> probabilities,
                                                   std::span<const std::uint8_t> outcomes);

// Brier (1950): the mean of (p − o)², from 0, which is best, to 1.
[[nodiscard]] std::optional<double> brier_score(std::span<const float> probabilities,
                                                std::span<const std::uint8_t> outcomes);

// Murphy (1973), "A New Vector Partition of the Probability Score": Brier = reliability − resolution + uncertainty,
// exactly, where forecasts are grouped by their value.
struct BrierParts {
    double reliability = 0;  // how far the shares that happened lie from what was forecast; 0 is best
    double resolution = 0;   // how far they lie from the base rate; more is better
    double uncertainty = 0;  // of the outcome itself
};
[[nodiscard]] std::optional<BrierParts> brier_parts(std::span<const float> probabilities,
                                                    std::span<const std::uint8_t> outcomes);

// The chance that a case that happened had a higher forecast than one that did not, ties counting half: Mann and
// Whitney's U ÷ the number of pairs (Hanley and McNeil 1982). Nothing without both outcomes.
[[nodiscard]] std::optional<double> area_under_curve(std::span<const float> probabilities,
                                                     std::span<const std::uint8_t> outcomes);

// One stretch of the forecasts in their order of size.
struct CalibrationGroup {
    double forecast = 0;  // mean
    double happened = 0;  // share
    std::size_t size = 0;
};

// `groups` groups of about equal size, the lowest forecasts first; equal forecasts are never parted.
[[nodiscard]] std::vector<CalibrationGroup> calibration(std::span<const float> probabilities,
                                                        std::span<const std::uint8_t> outcomes, std::size_t groups);

// The place of each forecast's group among those of calibration().
[[nodiscard]] std::vector<std::uint16_t> calibration_groups(std::span<const float> probabilities, std::size_t groups);

}  // namespace entente::models
