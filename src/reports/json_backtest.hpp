// The backtest as an object of JSON. Included by .cpp files of JSON only.
#pragma once

#include "reports/json_parts.hpp"
#include "workbench/backtest.hpp"

namespace entente::reports {

[[nodiscard]] Json backtest_object(const workbench::BacktestResult& result);

}  // namespace entente::reports
