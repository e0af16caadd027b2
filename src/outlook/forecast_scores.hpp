// How good forecasts were that somebody made and that history has settled.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "evidence/forecast.hpp"
#include "models/scores.hpp"

namespace entente::outlook {

struct SettledForecast {
    evidence::ProbabilityRange probability;
    bool came_true = false;
};

// Of those that came true, in a group of forecasts: Wilson's interval (1927) at 95%.
struct ForecastGroup {
    double forecast = 0;  // mean
    double happened = 0;  // share
    double low = 0;
    double high = 0;
    std::size_t size = 0;
};

// A range counts by its middle; `brier_best` and `brier_worst` take of each range the end that would have been better
// and the one that would have been worse.
struct ForecastScores {
    std::size_t forecasts = 0;
    double brier = 0;
    models::BrierParts parts;
    double brier_best = 0;
    double brier_worst = 0;
    std::optional<double> skill;             // 1 − Brier ÷ uncertainty; nothing where all came true or none did
    std::optional<double> log;               // mean of ln p; nothing where one gave probability 0 to what happened
    std::vector<ForecastGroup> calibration;  // by the probability that was given, where these are few; else ten groups
};

// Nothing without forecasts.
[[nodiscard]] std::optional<ForecastScores> score(std::span<const SettledForecast> forecasts);

}  // namespace entente::outlook
