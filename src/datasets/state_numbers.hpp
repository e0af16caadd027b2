// Names and letters in a file → the numbers of the states they mean in that year. What the table of states does not
// know, or cannot decide, stays without a number and is listed; nothing is guessed.
#pragma once

#include <string>
#include <vector>

#include "core/states.hpp"
#include "datasets/database.hpp"
#include "datasets/import_file.hpp"
#include "datasets/import_plan.hpp"
#include "datasets/spell_years.hpp"

namespace entente::datasets {

// What the final statement has to add for one column of states: a join, and two columns.
struct StateNumbers {
    std::string first_step;  // `…, "s1" …`: text and years, over the text relation
    std::string join;
    std::vector<std::string> names;  // `cow`, `gw`, or `cow_1`, `gw_1`
    std::string columns;             // `…, s1.cow AS "cow"`
};

// One for each column of states that holds names or letters. Fills a temporary table with every distinct text and span
// of years and the state it means; what means none is added to `unresolved`. Nothing if the file cannot be read.
[[nodiscard]] std::optional<std::vector<StateNumbers>> number_states(Database& database, const ImportPlan& plan,
                                                                     const std::string& relation,
                                                                     const YearExpressions& years,
                                                                     const StateTable& states,
                                                                     std::vector<UnresolvedName>& unresolved);

}  // namespace entente::datasets
