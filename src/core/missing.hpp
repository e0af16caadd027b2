// A value that may be missing, and why it is: missing is never zero, and never without a reason.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/named_enum.hpp"

namespace entente {

// Missing, not applicable and zero are three things; what is missing is so for one of these reasons.
enum class Reason : std::uint8_t {
    Present,          // not missing
    OutsideCoverage,  // the version, or the column, does not cover that year
    NoRow,            // the data set says nothing of that unit in that year
    MissingInSource,  // the data set has the unit, and no value
    NotApplicable,    // the data set says that there is nothing to know
    Several,          // the data set has several values that differ
    AmbiguousState,   // the two lists of states divide that state differently in that year
    Input,            // a computed value of which an input is missing
    Undefined,        // a computed value that its formula does not define for these inputs
    NoDataset,        // no data set that would know it is at hand
    NotInCase,        // not among the single figures that a case ships
};

inline constexpr std::size_t kReasons = 11;

// A number, or why there is none.
struct Reading {
    double value = 0;  // means nothing unless `known`
    Reason reason = Reason::NoDataset;

    [[nodiscard]] static constexpr Reading of(double known_value) noexcept { return {known_value, Reason::Present}; }
    [[nodiscard]] static constexpr Reading missing(Reason why) noexcept { return {0, why}; }
    [[nodiscard]] constexpr bool known() const noexcept { return reason == Reason::Present; }
};

}  // namespace entente

template <>
struct entente::NamesOf<entente::Reason> {
    static constexpr std::array<std::string_view, entente::kReasons> names{"present",
                                                                           "outside coverage",
                                                                           "no row",
                                                                           "missing in source",
                                                                           "not applicable",
                                                                           "several",
                                                                           "ambiguous state",
                                                                           "one of its inputs",
                                                                           "undefined",
                                                                           "no data set",
                                                                           "not among the case's figures"};
};
