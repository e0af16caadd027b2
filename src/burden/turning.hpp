// Did behaviour turn before or after the demand? Breaks of a yearly series, and where a date named in advance stands to
// them. Times are calendar years (2014, or 2014.5 for its middle), one point for each year that is known.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "models/persistent_errors.hpp"
#include "models/time_series.hpp"

namespace entente::burden {

inline constexpr std::size_t kLeastForTurning = 12;    // points of a series
inline constexpr std::size_t kShortestStretch = 5;     // points before, between and after turns
inline constexpr std::size_t kPointsForEachTurn = 10;  // at most one turn for so many
inline constexpr double kTurningLevel = 0.05;
inline constexpr int kYearsBeforeDate = 10;  // a turn longer before a date has nothing to do with it

// Where the nearest upward turn that the search found stands to the year of a date. The new stretch begins …
enum class Order {
    TurnedBefore,  // in an earlier year, by every date that the turn may have, and within the ten years before it
    TurnedAfter,   // in a later one, likewise
    SameYear,      // in that year: which was first, yearly numbers cannot tell
    NoTurn,        // nowhere: the search finds none upwards since, or none even if errors did not persist
    CannotSay,  // what looks like a turn may be drift; or the turn may have been in that year, or before or after it;
                // or no turn was found, and fewer than five years are known before the date or after it, so that none
                // could be seen there; or the series cannot be searched
};

struct Turn {
    int last_before = 0;  // years
    int first_after = 0;
    // Years in which the new stretch may begin: about 95 % of the likelihood, wider where years are missing. Nearer
    // than five points to an end no turn is looked for, so that it may lie anywhere there if it may lie next to it.
    int earliest = 0;
    int latest = 0;
    double slope_before = 0;  // a year
    double slope_after = 0;
    double level_change = 0;  // at the year first_after
    // How far the stretch after lies above the line of the stretch before, continued: its mean over its years.
    double above_old_line = 0;
    [[nodiscard]] bool up() const noexcept { return above_old_line > 0; }
};

struct Turning {
    std::vector<Turn> turns;   // by the BIC, which alone finds too many in a short series
    bool borne_out = false;    // sup-F agrees at 5 %, with errors as persistent as the series'
    double p = 1;              // of sup-F among such errors
    double p_independent = 1;  // of sup-F if each year's error were independent of the last: mostly too small
    double persistence = 0;    // what each error leaves to the next, 0 … .95
    std::string why_not;       // set if the series cannot be searched
};

// Bai and Perron (2003) with a level and a trend in each stretch of at least five points and at most one
// turn for ten, since the BIC is too easily content with a short series; borne out by sup-F (Andrews
// 1993). Yearly spending drifts around its trend, and a drift looks like a turn: so p is among draws whose errors
// persist as the series' do (models/persistent_errors.hpp). Errors that hardly return (.85 a year) still make about one
// false turn in five where 5 % are meant; independent draws would make two in three.
//
// The years of a turn: those k with n ln(RSS_k / RSS) at most 7.35, the 95 % point of P(x) = (1 − e^(−x/2))² (Eo and
// Morley 2015, inverted likelihood ratio), the other turns where they are. For independent errors in long series: of
// simulated short ones that persist they hold the true year in 75 to 94 of a hundred.
//
// One search serves many series: what was drawn for the times of one is used for all at the same times. The same seed
// gives the same answers in any order.
class TurnSearch {
public:
    explicit TurnSearch(std::uint64_t seed) : seed_(seed) {}
    [[nodiscard]] Turning operator()(const models::TimeSeries& series);

private:
    std::uint64_t seed_;
    std::map<std::vector<double>, models::PersistentErrors> drawn_;  // by the times
};

[[nodiscard]] Turning turning(const models::TimeSeries& series, std::uint64_t seed);

struct AgainstDate {
    Order order = Order::CannotSay;
    std::string cannot_say;    // why, where it cannot be said
    std::optional<Turn> turn;  // the nearest upward one that rises on, if it is borne out
    // The low point from which every yearly change was upward, to the last year before the date's: two changes at
    // least, of years that are all known. A description: noise alone makes such a row now and then.
    std::optional<int> rising_since;
    std::optional<double> change_before;  // yearly change in the five years up to the date …
    std::optional<double> change_after;   // … and in those after it
    std::optional<double> chow_p;         // of a change of level or trend after the date's year, errors independent
};
[[nodiscard]] AgainstDate against_date(const models::TimeSeries& series, const Turning& turning, double date);

}  // namespace entente::burden

template <>
struct entente::NamesOf<entente::burden::Order> {
    static constexpr std::array<std::string_view, 5> names{"turned-before", "turned-after", "same-year", "no-turn",
                                                           "cannot-say"};
};
