// Forecasts and what came of them, in words.
#pragma once

#include <string>

#include "evidence/forecast.hpp"

namespace entente::reports {

// `.80`, `.80–.95`; empty without one.
[[nodiscard]] std::string range_in_words(const std::optional<evidence::ProbabilityRange>& range);

// `.80–.95 (‘very likely’ by ICD 203)`; empty without one.
[[nodiscard]] std::string probability_in_words(const evidence::Forecast& forecast);

// `failed 2020-08-09: no test of that kind`
[[nodiscard]] std::string settlement_in_words(const evidence::Settlement& outcome);

}  // namespace entente::reports
