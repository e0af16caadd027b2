#include "datasets/state_years.hpp"
#include "datasets/table_checks.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace entente::datasets {

CheckGround::CheckGround(Database& database, const StateTable& states) : database_(&database), states_(&states) {
    Column::Texts lists;
    Column::Integers numbers;
    Column::Integers years;
    for (const Numbering list : {Numbering::Cow, Numbering::Gw}) {
        for (const auto& each : state_years(states, list, kFirstListYear, kLastListYear)) {
            lists.emplace_back(name_of(list));
            numbers.push_back(each.number);
            years.push_back(each.year);
        }
    }
    const std::vector<std::uint8_t> present(numbers.size(), 1);
    database.create_table(kListTable,
                          {{"list", std::move(lists), present},
                           {"number", std::move(numbers), present},
                           {"year", std::move(years), present}},
                          true);
    create_crosswalk(database, kCrosswalkTable, states, kFirstListYear, kLastListYear);
}

YearSpan years_in(const CheckGround& ground, const CheckedTable& table) {
    const auto& key = table.descriptor->key;
    std::string first;
    std::string last;
    if (!key.year.empty()) {
        first = last = "TRY_CAST(" + identifier(key.year) + " AS INTEGER)";
    } else if (table.has("begin_year")) {
        first = "begin_year";
        last = "coalesce(end_year, begin_year)";
    } else {
        return {};
    }
    const auto found = ground.database().query("SELECT CAST(min(" + first + ") AS BIGINT) AS first, CAST(max(" + last +
                                               ") AS BIGINT) AS last FROM " + identifier(table.table));
    const auto from = found.integer(0, "first");
    const auto to = found.integer(0, "last");
    if (!from || !to) return {};
    return {static_cast<int>(*from), static_cast<int>(*to)};
}

std::vector<AlarmUnit> units_of(const CheckGround& ground, const UnitKey& key, Numbering list,
                                const std::string& query) {
    constexpr int kMostUnits = 10;
    const auto found = ground.database().query(query + " LIMIT " + std::to_string(kMostUnits));
    const UnitNames names(ground.states(), list);
    const bool has_three = std::any_of(found.columns().begin(), found.columns().end(),
                                       [](const Column& column) { return column.name == "three"; });
    std::vector<AlarmUnit> units;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        units.push_back({names.name(key, found, row), found.number(row, "one"), found.number(row, "two"),
                         found.integer(row, "more").value_or(0),
                         has_three ? found.number(row, "three") : std::nullopt});
    }
    return units;
}

}  // namespace entente::datasets
