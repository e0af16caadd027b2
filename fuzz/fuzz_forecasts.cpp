// Any bytes as a file of forecasts: reading never crashes, every problem has a place, and what was read without an
// error can be scored.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "casefile/forecast_file.hpp"
#include "outlook/forecast_scores.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto file =
        casefile::forecasts_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    std::vector<outlook::SettledForecast> settled;
    for (const auto& one : file.forecasts) {
        const auto& forecast = one.forecast;
        const bool came_true = forecast.outcome.resolution == evidence::Resolution::CameTrue;
        const bool failed = forecast.outcome.resolution == evidence::Resolution::Failed;
        if ((came_true || failed) && forecast.outcome.settled_by.empty()) std::abort();
        if (!forecast.probability) continue;
        const auto& [low, high] = *forecast.probability;
        if (!(low >= 0 && low <= high && high <= 1)) std::abort();
        if (came_true || failed) settled.push_back({*forecast.probability, came_true});
    }
    const auto scores = outlook::score(settled);
    if (scores.has_value() == settled.empty()) std::abort();
    if (!scores) return 0;
    const auto& parts = scores->parts;
    if (std::fabs(scores->brier - (parts.reliability - parts.resolution + parts.uncertainty)) > 1e-9) std::abort();
    return 0;
}
