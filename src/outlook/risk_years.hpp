// The years in which alliances of two states might have ended: one row for each alliance and year, with what was known
// the year before. What every model of endings is fitted to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"

namespace entente::outlook {

// How an alliance ends. The order is that of the modes of the models: 0 goes on.
enum class Ending : std::uint8_t {
    GoesOn,
    Violation,         // a member broke a main provision or left before the term
    NewRelationship,   // another treaty took its place
    Fulfilled,         // provisions fulfilled, or the term ran out
    IndependenceLost,  // of a member
    Defeat,            // the members' war was lost: of members only, never of an alliance as a whole
};
inline constexpr std::size_t kEndings = 5;  // without GoesOn

// As people who study alliances say it: `in force`, `violation`, `new relationship`, `provisions fulfilled`, `loss of
// independence`, `defeat`.
[[nodiscard]] std::string_view words_of(Ending ending) noexcept;

struct RiskYears {
    std::vector<std::string> covariates;                      // ids
    std::vector<std::vector<std::optional<double>>> columns;  // by covariate, one value for each row
    std::vector<std::string> alliances;                       // ids, each once: `3375`

    // One entry for each row; ordered by alliance, then year.
    std::vector<std::uint32_t> alliance;  // place in `alliances`
    std::vector<int> year;                // in which it may end
    std::vector<double> age;              // whole years since the year in which it began
    std::vector<Ending> ending;           // in this year; GoesOn too where it was still in force when the data end
    std::vector<int> member_a;            // Correlates of War numbers, the smaller first
    std::vector<int> member_b;

    [[nodiscard]] std::size_t size() const noexcept { return year.size(); }
};

// The rows of which all these covariates are known, in their order.
[[nodiscard]] std::vector<std::size_t> complete_rows(const RiskYears& rows, const std::vector<std::string>& covariates);

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::Ending> {
    static constexpr std::array<std::string_view, 6> names{"in-force",  "violation",         "new-relationship",
                                                           "fulfilled", "independence-lost", "defeat"};
};
