// A table of the store as the checks see it: which columns hold numbers, what a unit is, and how a unit is called.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/states.hpp"
#include "datasets/database.hpp"
#include "datasets/descriptor.hpp"

namespace entente::datasets {

// What names a unit, as columns of SQL: `state`, `state_1`, `state_2`, `year`, `alliance`, or columns of the table.
struct UnitKey {
    std::vector<std::string> names;
    std::vector<std::string> expressions;  // of the same length
    bool has_states = false;               // one of the names is a state's number

    [[nodiscard]] bool has(std::string_view name) const noexcept;
    // `"state", "year"`, each preceded by `prefix`.
    [[nodiscard]] std::string list(std::string_view prefix = {}) const;
    // All but the year: what is one thing through time.
    [[nodiscard]] std::string list_without_year() const;
};

struct CheckedTable {
    const Descriptor* descriptor = nullptr;
    std::string version;
    std::string table;                 // in the database
    std::string source;                // the files it was made from
    std::vector<std::string> columns;  // all of them
    std::vector<std::string> numbers;  // those that hold numbers and name nothing

    [[nodiscard]] std::string id() const { return descriptor->id + '@' + version; }
    [[nodiscard]] bool has(std::string_view column) const noexcept;
    [[nodiscard]] bool holds_numbers(std::string_view column) const noexcept;
};

// Looks up the columns; nothing if the database has no such table.
[[nodiscard]] std::optional<CheckedTable> checked_table(const Database& database, const Descriptor& descriptor,
                                                        const std::string& version, const std::string& table,
                                                        const std::string& source);

// The list whose numbers a table can give by itself.
[[nodiscard]] Numbering own_list(const CheckedTable& table) noexcept;

// A unit by states and year, or by alliance; nothing if the table has neither. `list`: Cow or Gw.
[[nodiscard]] std::optional<UnitKey> unit_key(const CheckedTable& table, Numbering list);

// What no two rows should share: the descriptor's columns, else the unit.
[[nodiscard]] std::optional<UnitKey> row_key(const CheckedTable& table);

// `state-years`, `dyad-years` … : what the units are called in a sentence, in the singular.
// A column that a panel of the data set as a whole does not take; none, where the descriptor names no main columns.
[[nodiscard]] bool is_minor(const CheckedTable& table, std::string_view column) noexcept;

[[nodiscard]] std::string_view unit_word(const CheckedTable& table) noexcept;

// How a unit of a result is called: `ROK 2008`, `USA–JPN 1951`, `atopid 1350`.
class UnitNames {
public:
    UnitNames(const StateTable& states, Numbering list);
    // Reads the key's columns of that row.
    [[nodiscard]] std::string name(const UnitKey& key, const ResultTable& result, std::size_t row) const;
    [[nodiscard]] std::string state(std::int64_t number, std::optional<std::int64_t> year) const;

private:
    const StateTable* states_;
    Numbering list_;
};

}  // namespace entente::datasets
