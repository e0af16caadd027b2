// The value of a covariate for an alliance of two states at the end of a year, from facts of that year and of the one
// before the alliance began: never from a later one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/named_enum.hpp"
#include "evidence/covariate.hpp"
#include "outlook/covariate_facts.hpp"
#include "outlook/pair_alliance.hpp"

namespace entente::outlook {

// Why a covariate has no value.
enum class Lack : std::uint8_t {
    None,             // it has one
    NoDataset,        // no data set at hand knows
    OutsideCoverage,  // the data set does not cover the year, or follows the alliance no further
    NotInSystem,      // a member was not in the system of states
    NoValue,          // the data set has no value for a member, for a rival, or for a provision
    Undefined,        // the formula divides by a capability of zero
};
inline constexpr std::size_t kLacks = 6;

struct CovariateValue {
    double value = 0;  // means nothing unless `lack` is None
    Lack lack = Lack::NoDataset;

    [[nodiscard]] static constexpr CovariateValue of(double known) noexcept { return {known, Lack::None}; }
    [[nodiscard]] static constexpr CovariateValue none(Lack why) noexcept { return {0, why}; }
    [[nodiscard]] constexpr bool known() const noexcept { return lack == Lack::None; }
};

// The phase in force at the end of `year`, the last of those that began by then. Before the first, or in a gap, the
// next one, if it begins the year after: what a treaty promises is known from its signature. Null where there is none.
[[nodiscard]] const AlliancePhase* phase_at_end_of(const PairAlliance& alliance, int year) noexcept;

// At the end of `year`. Where one member is unknown, 'either' is 1 if the other decides it, and 'both' is 0; else the
// value is missing.
[[nodiscard]] CovariateValue covariate_value(const evidence::Covariate& covariate, const PairAlliance& alliance,
                                             int year, const CovariateFacts& facts);

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::Lack> {
    static constexpr std::array<std::string_view, entente::outlook::kLacks> names{
        "known", "no data set", "outside coverage", "not in the system", "no value", "undefined"};
};
