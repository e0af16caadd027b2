// What a contest holds out one part after the other, and what may be learnt from meanwhile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "contest/test_result.hpp"

namespace entente::contest {

[[nodiscard]] int decade_of(int year) noexcept;

// Of rows that are only learnt from.
inline constexpr std::uint16_t kNoPart = std::numeric_limits<std::uint16_t>::max();

struct Parting {
    HoldOut held_out = HoldOut::Decades;
    std::vector<std::uint16_t> part_of_row;  // by which it is foreseen
    std::size_t parts = 0;

    // Rows that are always left out together, whichever part is held out, are one stretch of one part.
    std::vector<std::uint16_t> stretch_of_row;
    std::vector<std::uint16_t> part_of_stretch;
    std::vector<std::vector<bool>> left_out;  // by part and stretch: not to learn from while the part is held out

    // Of the past alone: the last year of each stretch, and the year whose outcomes were the last known of each part.
    std::vector<int> last_year_of_stretch;
    std::vector<int> known_to;

    [[nodiscard]] std::size_t stretches() const noexcept { return part_of_stretch.size(); }
};

// Around a decade the years whose outcomes reach into it, or that its own reach into, are left out too, `window` on
// either side: otherwise one event would stand on both sides.
[[nodiscard]] Parting by_decades(const TestRows& rows, int window);

// States in an order that the seed and the number of the deal shuffle, dealt out in turn, so that folds have equally
// many.
[[nodiscard]] Parting by_states(const TestRows& rows, const TestChoices& choices, std::size_t deal = 0);

// Tashman (2000), "Out-of-sample tests of forecasting accuracy", section 3: a rolling origin with a growing record.
// Each decade from `first_origin` on is foreseen from the rows whose outcomes were known when it began, and so are the
// years that follow in it: nothing is learnt within a decade. Earlier rows are only learnt from, and so are decades
// that began before `least_events` events were known.
[[nodiscard]] Parting from_the_past(const TestRows& rows, const TestChoices& choices);

// Folds of states as by_states(). A part is the rows of two folds, or of one whose states are paired with each other:
// it is foreseen from the rows that have no state of either fold, so that neither of a row's states is known to the
// fit.
[[nodiscard]] Parting by_pair_states(const TestRows& rows, const TestChoices& choices, std::size_t deal = 0);

// How often rows are parted anew: the deals of states; once for decades, which nobody shuffles.
[[nodiscard]] std::size_t deals_of(HoldOut held_out, const TestChoices& choices) noexcept;
[[nodiscard]] Parting parted(HoldOut held_out, const TestRows& rows, const TestChoices& choices, std::size_t deal);

// Rows that the bootstrap draws together: those of the rows' own clusters, or else whole decades or states. A piece is
// what of a cluster lies in one part; the pieces are ordered by cluster, then part.
struct Pieces {
    std::vector<std::uint16_t> piece_of_row;  // kNoPart where the row is not foreseen
    std::vector<std::uint16_t> cluster_of_piece;
    std::vector<std::uint16_t> part_of_piece;
    std::size_t clusters = 0;
};
[[nodiscard]] Pieces pieces_of(const TestRows& rows, const Parting& parting);

}  // namespace entente::contest
