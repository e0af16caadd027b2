// Which state is meant by a code or a name on a given day. The table is a data file (datasets/states.csv);
// ambiguity is reported with its candidates and never guessed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/date.hpp"
#include "core/problem.hpp"

namespace entente {

// One state under one name for one span of days. A state that changed its name has several rows with one code.
struct StateRow {
    std::string code;    // COW abbreviation: USA, JPN, GMY
    int cow_number = 0;  // 0 where the Correlates of War list has none
    int gw_number = 0;   // Gleditsch and Ward; 0 where none
    std::string iso3;    // ISO 3166-1 alpha-3; empty where none
    std::string iso2;    // ISO 3166-1 alpha-2; empty where none
    // Codes that may mean the state too: a withdrawn one (BUR), or the one of the whole of which it was a part (DEU of
    // the German Democratic Republic), which is then ambiguous.
    std::vector<std::string> other_iso3;
    std::vector<std::string> other_iso2;
    std::string name;
    std::vector<std::string> other_names;
    Day begin{};
    Day end{};
};

struct StateMatch {
    std::optional<std::string> code;      // set if exactly one state is meant
    std::vector<std::string> candidates;  // `GMY Germany (1816-01-01…1945-05-08)`: all that were considered
    std::string why_not;                  // set if `code` is not: `unknown`, `ambiguous`, `did not exist`
    // Set if `written` is a bare code and also the ISO code of another state than `code`: that state's code. Nothing is
    // decided by it; whoever wrote the one may have meant the other.
    std::optional<std::string> by_iso_code;
    std::vector<std::size_t> rows;  // places in the table: of that state, the rows of these days that `written` fits
};

class StateTable {
public:
    // Reads the text of states.csv. Problems name `file`.
    static StateTable read(std::string_view csv, const std::string& file, Problems& problems);

    // `written` is a bare COW code (`USA`), a prefixed one (`cow:2`, `gw:2`, `iso:USA`, `iso2:US`) or a name, valid on
    // any day of `when`. Names compare as `folded_name` has them: without case, accents and stops.
    [[nodiscard]] StateMatch find(std::string_view written, const Date& when) const;

    [[nodiscard]] std::string name_of(std::string_view code, Day when) const;
    // The state's row on that day: its last one before, else its first, where it did not exist. Null for no code.
    [[nodiscard]] const StateRow* row_of(std::string_view code, Day when) const;
    [[nodiscard]] const std::vector<StateRow>& rows() const noexcept { return rows_; }

private:
    [[nodiscard]] StateMatch match_among(const std::vector<std::size_t>& places, const Date& when) const;
    [[nodiscard]] std::optional<std::string> state_by_iso_code(std::string_view written, const Date& when) const;

    std::vector<StateRow> rows_;  // of one code together, by date
    std::unordered_map<std::string, std::vector<std::size_t>> rows_by_key_;
};

}  // namespace entente
