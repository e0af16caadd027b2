// From text to values, as expressions of a statement. A value is computed in two steps, so that nothing is computed
// twice: the text is read as what its column is, then codes become missing. A cell that cannot be read stops the
// statement; `unreadable` says which cells those are.
#pragma once

#include <cstddef>
#include <string>

#include "datasets/database.hpp"
#include "datasets/import_plan.hpp"

namespace entente::datasets {

// Temporary functions that the expressions below call: entente_date (any usual date → `1980-01-14`, or `1980-01` where
// the day is not known) and entente_year (of a date, a year, YYYYMM or YYYYMMDD). NULL for anything else.
void create_reading_functions(Database& database);

// First step, over the text relation: `"v3"` and, where words stand for `not applicable`, `"a3"`.
[[nodiscard]] std::string read_value(const PlannedColumn& column, std::size_t place);

// Second step, over the first one's columns: the stored column, and the one for `not applicable` if there is one.
[[nodiscard]] std::string stored_value(const PlannedColumn& column, std::size_t place);

// True for a text that is neither a code nor readable as the column's type.
[[nodiscard]] std::string unreadable(const PlannedColumn& column, const std::string& text);

// The text without blanks, and NULL where it is a code for missing or not applicable, in any notation.
[[nodiscard]] std::string text_without_codes(const PlannedColumn& column, const std::string& text);

// True if the text is one of the codes.
[[nodiscard]] std::string is_code(const Codes& codes, const std::string& text);

// Gives the undeclared columns of the plan the narrowest type that all their cells have: whole number, number, text.
// False if the file cannot be read.
[[nodiscard]] bool find_types(Database& database, ImportPlan& plan, const std::string& relation);

}  // namespace entente::datasets
