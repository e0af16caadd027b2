// The fitted outlook in words: the same in every document and in JSON.
#pragma once

#include <string>
#include <vector>

#include "workbench/outlook.hpp"

namespace entente::reports {

// `2.1% (0.8–5.0)`; without an interval `0.0%`
[[nodiscard]] std::string chance_words(const outlook::Chance& chance);

// By the end of so many years; the last where the path is shorter.
[[nodiscard]] const outlook::ForeseenYear& year_at(const outlook::ForeseenPath& path, int years);
// Of any end: 1 − survival.
[[nodiscard]] outlook::Chance any_end_of(const outlook::Chance& survival);

// `+1.2 dB (−0.3 to +2.7)`
[[nodiscard]] std::string decibel_words(const outlook::Spread& decibels);

// The number as the covariate counts: `1`, `0.42`, `−0.0221`.
[[nodiscard]] std::string covariate_number(double value);

// Which single changes have a risk whose interval does not overlap that of the risk now, or that none has; empty
// without changes or intervals.
[[nodiscard]] std::string told_apart_words(const workbench::FittedOutlook& fitted);

// What the answer is, what drives it, what goes against the theory, what would change it.
[[nodiscard]] std::vector<std::string> outlook_findings(const workbench::OutlookResult& result);

// What stands beside the base rate in `assess`: one line.
[[nodiscard]] std::string fitted_beside_words(const workbench::OutlookResult& result);

// What the shares of leader and structure cannot say.
[[nodiscard]] std::string leader_caution();

}  // namespace entente::reports
