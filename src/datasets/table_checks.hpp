// The checks of one table, of two tables against each other, and of two versions of one data set. Each gives its
// alarms; none changes the data. Rules, with their numbers and reasons: docs/alarms.md.
#pragma once

#include <string>
#include <vector>

#include "core/states.hpp"
#include "datasets/alarms.hpp"
#include "datasets/checked_table.hpp"
#include "datasets/comparisons.hpp"
#include "datasets/database.hpp"

namespace entente::datasets {

// What the checks work on. Makes temporary tables, which never reach a file.
class CheckGround {
public:
    CheckGround(Database& database, const StateTable& states);

    [[nodiscard]] Database& database() const noexcept { return *database_; }
    [[nodiscard]] const StateTable& states() const noexcept { return *states_; }

private:
    Database* database_;
    const StateTable* states_;
};

// Temporary tables of CheckGround: (list, number, year) and (cow, gw, year).
inline constexpr const char* kListTable = "entente_check_list";
inline constexpr const char* kCrosswalkTable = "entente_check_crosswalk";
// The years that the lists of states are trusted for: their last official year.
inline constexpr int kFirstListYear = 1816;
inline constexpr int kLastListYear = 2016;

// Another number of rows than the version is known to have.
[[nodiscard]] std::vector<Alarm> check_rows(const CheckGround& ground, const CheckedTable& table);

// Values outside what the descriptor allows; the only negative values of a column, if they are usual codes for missing.
[[nodiscard]] std::vector<Alarm> check_values(const CheckGround& ground, const CheckedTable& table);

// Rows of one unit, states that were not on the list, ends before begins, states paired with themselves, relations that
// run one way.
[[nodiscard]] std::vector<Alarm> check_keys(const CheckGround& ground, const CheckedTable& table);

// Years in which a column is zero for everyone though it is not in the years around.
[[nodiscard]] std::vector<Alarm> check_zeros(const CheckGround& ground, const CheckedTable& table);

// Values of one state that at least double or halve for one year, and come back: one alarm for a table.
[[nodiscard]] std::vector<Alarm> check_spikes(const CheckGround& ground, const CheckedTable& table);

// Changes of definition inside the years that the table has.
[[nodiscard]] std::vector<Alarm> check_breaks(const CheckGround& ground, const CheckedTable& table,
                                              const std::vector<DeclaredBreak>& declared);

// Two columns that state one quantity. Empty if there is nothing to say; `why_not` is set if they cannot be compared.
struct ComparisonOutcome {
    std::vector<Alarm> alarms;
    std::string why_not;
};
[[nodiscard]] ComparisonOutcome compare_columns(const CheckGround& ground, const Comparison& comparison,
                                                const CheckedTable& left, const CheckedTable& right);

// What a newer version of a data set changed.
[[nodiscard]] std::vector<Alarm> check_versions(const CheckGround& ground, const CheckedTable& older,
                                                const CheckedTable& newer);

// The years of a table, by its unit; {0, 0} if it has none.
[[nodiscard]] YearSpan years_in(const CheckGround& ground, const CheckedTable& table);

// The ten worst of a query's rows as an alarm lists them; the query has the key's columns and `one`, `two`, `more`, and
// of a spike `three`.
[[nodiscard]] std::vector<AlarmUnit> units_of(const CheckGround& ground, const UnitKey& key, Numbering list,
                                              const std::string& query);

}  // namespace entente::datasets
