// Forecasts as JSON. Included by the .cpp files of JSON only.
#pragma once

#include <optional>

#include "evidence/forecast.hpp"
#include "reports/json_parts.hpp"
#include "workbench/forecast.hpp"
#include "workbench/scenario.hpp"

namespace entente::reports {

// `{low, high}`, or null.
[[nodiscard]] Json range_json(const std::optional<evidence::ProbabilityRange>& range);
[[nodiscard]] Json date_or_null(const std::optional<Date>& date);

// resolution, resolved, why, settled_by.
void add_settlement(Json& json, const evidence::Settlement& outcome);

[[nodiscard]] Json forecast_object(const workbench::ForecastResult& result);
[[nodiscard]] Json scenario_object(const workbench::ScenarioResult& result);

}  // namespace entente::reports
