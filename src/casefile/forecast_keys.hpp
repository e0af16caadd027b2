// The keys of a forecast, which are the same in a claim of a case and in a file of forecasts. For use inside the
// module.
#pragma once

#include <optional>

#include "casefile/read_parts.hpp"
#include "core/date.hpp"
#include "evidence/forecast.hpp"

namespace entente::casefile {

// `made`: the day of the judgement, if it is known.
[[nodiscard]] evidence::Forecast read_forecast_keys(EntryReader& reader, const std::optional<Date>& made);

// resolution, resolved, why, sources. Whoever says that something came true or failed says where that can be read.
[[nodiscard]] evidence::Settlement read_outcome_keys(EntryReader& reader);

}  // namespace entente::casefile
