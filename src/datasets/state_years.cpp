#include "datasets/state_years.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/error.hpp"

namespace entente::datasets {
namespace {

int number_on(const StateRow& row, Numbering list) {
    return list == Numbering::Cow ? row.cow_number : row.gw_number;
}

// The years of from…to in which the row has a day.
YearSpan years_of(const StateRow& row, int from, int to) {
    return {std::max(from, year_of(row.begin)), std::min(to, year_of(row.end))};
}

}  // namespace

std::vector<StateYear> state_years(const StateTable& states, Numbering list, int from, int to) {
    ensure(list == Numbering::Cow || list == Numbering::Gw, "only two lists say which states there are");
    std::map<std::pair<int, int>, const StateRow*> found;  // by year and number
    for (const StateRow& row : states.rows()) {
        if (number_on(row, list) == 0) continue;
        const YearSpan years = years_of(row, from, to);
        for (int year = years.first; year <= years.last; ++year) {
            const StateRow*& here = found[{year, number_on(row, list)}];
            if (here == nullptr || here->begin < row.begin) here = &row;
        }
    }
    std::vector<StateYear> all;
    all.reserve(found.size());
    for (const auto& [key, row] : found) all.push_back({key.second, key.first, row->code, row->name});
    return all;
}

void create_crosswalk(Database& database, const std::string& name, const StateTable& states, int from, int to) {
    std::set<std::tuple<int, int, int>> pairs;  // year, cow, gw
    for (const StateRow& row : states.rows()) {
        if (row.cow_number == 0 || row.gw_number == 0) continue;
        const YearSpan years = years_of(row, from, to);
        for (int year = years.first; year <= years.last; ++year) pairs.emplace(year, row.cow_number, row.gw_number);
    }
    Column::Integers cow;
    Column::Integers gw;
    Column::Integers years;
    for (const auto& [year, cow_number, gw_number] : pairs) {
        years.push_back(year);
        cow.push_back(cow_number);
        gw.push_back(gw_number);
    }
    const std::vector<std::uint8_t> present(pairs.size(), 1);
    database.create_table(
        name, {{"cow", std::move(cow), present}, {"gw", std::move(gw), present}, {"year", std::move(years), present}},
        true);
}

}  // namespace entente::datasets
