// Which stretches of a treaty belong together: phases follow each other without an end, states come back after one, and
// a treaty can go on in two branches.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "outlook/alliance_rows.hpp"

namespace entente::outlook {

inline constexpr int kDaysBetweenPhases = 31;  // at most; what begins later is a new start

// Where the files do not know the day of the month.
enum class UnknownDay { First, Middle, Last };

// Nothing for a month that does not exist, or a day that its month does not have.
[[nodiscard]] std::optional<Day> day_of(const RecordedDay& recorded, UnknownDay unknown) noexcept;

// From `entry`, not at risk on that day itself, to `exit`.
struct Stretch {
    Day entry{};
    Day exit{};
    int phase = 0;
};

enum class ChainStart {
    First,
    Again,   // after a gap: a new clock
    Branch,  // beside another that goes on too: the clock of the treaty, observed late
};

struct Chain {
    ChainStart start = ChainStart::First;
    Day began{};                       // of its clock
    std::vector<std::size_t> members;  // places in the stretches, in order
};

// All stretches in chains, in the order of their first days. One that begins at most 31 days after a chain's last
// stretch ended goes on with it, whatever the files say of how that ended; one that begins while every chain goes on is
// a branch; any other begins again.
[[nodiscard]] std::vector<Chain> chains_of(std::span<const Stretch> stretches);

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::ChainStart> {
    static constexpr std::array<std::string_view, 3> names{"first", "again", "branch"};
};
