// What a user asks for: one row for each unit and year, and the columns to join to them.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/missing.hpp"
#include "core/named_enum.hpp"
#include "datasets/descriptor.hpp"

namespace entente::panels {

enum class PanelUnit { StateYear, DyadYear, DirectedDyadYear, AllianceYear, MemberYear, LeaderYear };

using entente::Reason;

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
