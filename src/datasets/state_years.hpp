// The table of states as years: which states a list (Correlates of War, Gleditsch and Ward) has in a year, and which
// number of the one is which of the other. A year counts if the state was on the list on any of its days.
#pragma once

#include <string>
#include <vector>

#include "core/states.hpp"
#include "datasets/database.hpp"
#include "datasets/descriptor.hpp"

namespace entente::datasets {

struct StateYear {
    int number = 0;  // on the list asked for
    int year = 0;
    std::string code;  // USA
    std::string name;  // in that year; the later one if it changed
};

// By year, then number. `list` is Cow or Gw.
[[nodiscard]] std::vector<StateYear> state_years(const StateTable& states, Numbering list, int from, int to);

// The last year that the official list states; a state that was on it then is taken to be on it in later years.
[[nodiscard]] constexpr int last_listed_year(Numbering list) noexcept {
    return list == Numbering::Gw ? 2017 : 2016;
}

// Makes the temporary table `name` (cow, gw, year): every pair of numbers that were one state on a day of that year. A
// number with two partners in a year has two rows.
void create_crosswalk(Database& database, const std::string& name, const StateTable& states, int from, int to);

}  // namespace entente::datasets
