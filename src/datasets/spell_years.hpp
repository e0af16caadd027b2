// The first and the last calendar year of a row, from however its file writes days. What has not ended has no last
// year; a spell whose end is not known has neither year, so that it counts nowhere rather than for ever.
#pragma once

#include <string>

#include "datasets/import_plan.hpp"

namespace entente::datasets {

// Expressions over the text relation; empty where the key has no such thing.
struct YearExpressions {
    std::string year;   // of a row about one year
    std::string begin;  // of a spell
    std::string end;
    std::string ended_unknown;  // true where there is an end that is not known
};

[[nodiscard]] YearExpressions years_of_rows(const ImportPlan& plan);

}  // namespace entente::datasets
