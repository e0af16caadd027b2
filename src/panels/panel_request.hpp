// What a user asks for: one row for each unit and year, and the columns to join to them; and why a cell of the panel
// may be empty.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "datasets/descriptor.hpp"

namespace entente::panels {

enum class PanelUnit { StateYear, DyadYear, DirectedDyadYear, AllianceYear, MemberYear, LeaderYear };

// Missing, not applicable and zero are three things; what is missing is so for one of these reasons.
enum class Reason {
    Present,          // not missing
    OutsideCoverage,  // the version, or the column, does not cover that year
    NoRow,            // the data set says nothing of that unit in that year
    MissingInSource,  // the data set has the unit, and no value
    NotApplicable,    // the data set says that there is nothing to know
    Several,          // the data set has several values that differ
    AmbiguousState,   // the two lists of states divide that state differently in that year
    Input,            // a computed value of which an input is missing
    Undefined,        // a computed value that its formula does not define for these inputs
};

inline constexpr std::size_t kReasons = 9;

struct PanelRequest {
    PanelUnit unit = PanelUnit::StateYear;
    std::optional<datasets::Numbering> system;  // Cow or Gw; default: Cow, or that of the data set the rows come from
    int from = 0;
    int to = 0;
    std::vector<std::string> states;              // codes, numbers, names or the word `majors`; none: all
    std::vector<std::string> columns;             // `nmc`, `nmc@6.0.milex`, `capital-distance`
    std::string rows;                             // data set of the rows, for alliances and leaders: `atop-phase@5.0`
    std::map<std::string, std::string> versions;  // data set → version that counts where a column names none
};

}  // namespace entente::panels

template <>
struct entente::NamesOf<entente::panels::PanelUnit> {
    static constexpr std::array<std::string_view, 6> names{"state-year",    "dyad-year",   "directed-dyad-year",
                                                           "alliance-year", "member-year", "leader-year"};
};
template <>
struct entente::NamesOf<entente::panels::Reason> {
    static constexpr std::array<std::string_view, 9> names{"present",           "outside coverage",  "no row",
                                                           "missing in source", "not applicable",    "several",
                                                           "ambiguous state",   "one of its inputs", "undefined"};
};
