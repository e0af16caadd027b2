// A file of forecasts that belong to no case (docs/forecasts.md).
#pragma once

#include <filesystem>
#include <string>

#include "core/problem.hpp"
#include "evidence/forecast.hpp"

namespace entente::casefile {

[[nodiscard]] evidence::ForecastFile read_forecast_file(const std::filesystem::path& path, Problems& problems);

// From bytes already in memory.
[[nodiscard]] evidence::ForecastFile forecasts_from(std::string bytes, const std::string& shown_as, Problems& problems);

}  // namespace entente::casefile
