// Which alliance an outlook is about, found in the alliance data by its number or by its two members. For use inside
// the module.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/states.hpp"
#include "outlook/covariate_values.hpp"
#include "outlook/pair_alliance.hpp"
#include "workbench/alliance_records.hpp"
#include "workbench/system_years.hpp"

namespace entente::workbench {

// What the words of a request name.
struct OutlookTarget {
    std::string folder;                // of a case
    std::string alliance;              // its number: `3375`
    std::optional<std::string> first;  // two states, as written
    std::optional<std::string> second;
};

// `atop:3375` is an alliance; what is a folder or has a slash is a case; `A–B`, with either dash, is two states where
// both are known. All else is a case that is not there.
[[nodiscard]] OutlookTarget outlook_target(const std::string& written, const StateTable& states);

// The alliance of two states of that number in that year: of several that bear it (renewed after a gap, or gone on in
// branches) the one in force then, else the first. Null where the data have none.
[[nodiscard]] const outlook::PairAlliance* find_pair(const std::vector<outlook::PairAlliance>& alliances,
                                                     std::string_view number, int year);

// The only alliance of these two in force in that year; in none: the last year of the data. Throws BadRequest if they
// have several then, or none, with all that they ever had.
[[nodiscard]] const outlook::PairAlliance& alliance_between(const std::vector<outlook::PairAlliance>& alliances,
                                                            const SystemYears& system, const OutlookTarget& target,
                                                            std::optional<int> year, int last_year);

// Why it cannot end in that year; empty: it can. `last_year` is that of the data, after which one in force may be
// foreseen for `beyond` years.
[[nodiscard]] std::string why_not_in_force(const outlook::PairAlliance& alliance, int year, int last_year, int beyond);

// Of the phase that holds as the year begins, else the next.
[[nodiscard]] std::vector<NamedState> members_in(const outlook::PairAlliance& alliance, int year,
                                                 const SystemYears& system);

// `Japan–United States of America, 1960`
[[nodiscard]] std::string alliance_words(const outlook::PairAlliance& alliance, int year, const SystemYears& system);

// The alliance of that number among all; null where the data have none.
[[nodiscard]] const outlook::AllianceRow* find_alliance(const AllianceRecords& records, std::string_view number);
[[nodiscard]] std::vector<NamedState> members_in(const AllianceRecords& records, int alliance, int year,
                                                 const SystemYears& system);

}  // namespace entente::workbench
