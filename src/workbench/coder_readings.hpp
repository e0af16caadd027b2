// What each coder had before them, and what they made of it: the ground on which coders are compared.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "evidence/coding.hpp"
#include "workbench/agreement.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

// Coders agree or differ about one item as judged against one baseline.
struct ReadingUnit {
    std::string item;
    std::string baseline;

    auto operator<=>(const ReadingUnit&) const = default;
};

// What one coder assigned to one unit. Nothing: the coder read it, and no factor applies.
struct Reading {
    const evidence::Coding* first = nullptr;
    std::map<std::string, const evidence::Coding*, std::less<>> by_factor;  // the first coding of each factor
};

struct CoderReadings {
    const evidence::Coder* coder = nullptr;
    std::map<ReadingUnit, Reading> units;  // units that are not here were not read

    [[nodiscard]] const Reading* of(const ReadingUnit& unit) const;
    // Null if the coder did not read the unit, or did not assign the factor.
    [[nodiscard]] const evidence::Coding* coding(const ReadingUnit& unit, const std::string& factor) const;
};

// One per chosen coder, in the order of the case. Items that became known after the cut-off, and those that the
// protocol sets aside, were read by nobody. Throws NotFound for an unknown coder or period.
[[nodiscard]] std::vector<CoderReadings> readings_of(const OpenCase& open, const AgreementRequest& request);

// How many units there are to read, whether anyone read them or not.
[[nodiscard]] int items_to_read(const OpenCase& open, const AgreementRequest& request);

// Sorted by item and baseline.
[[nodiscard]] std::vector<ReadingUnit> read_by_several(const std::vector<CoderReadings>& coders);

}  // namespace entente::workbench
