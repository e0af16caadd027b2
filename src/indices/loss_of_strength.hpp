// How much of a state's capability is left at a distance from it: the loss-of-strength gradient.
#pragma once

#include <optional>
#include <string>

namespace entente::indices {

// How far armed forces moved in a day, in miles: Bueno de Mesquita (1981), "The War Trap", as secondary accounts quote
// it; not compared with the book's pages.
inline constexpr double kMilesPerDayTo1918 = 250;  // 1816–1918
inline constexpr double kMilesPerDayTo1945 = 375;  // 1919–1945
inline constexpr double kMilesPerDaySince1946 = 500;

// Nothing before 1816, for which no rate was given.
[[nodiscard]] std::optional<double> miles_per_day(int year);

struct StrengthAtDistance {
    std::optional<double> value;
    std::string why_not;             // set if `value` is not
    std::optional<double> exponent;  // what the capability share was raised to
    bool inflated = false;           // the formula made the state stronger than it is at home: an artefact, see below
};

// Boulding (1962), "Conflict and Defense", for the idea; Bueno de Mesquita (1981), "The War Trap", for the form:
// adjusted = c ^ log10(miles / miles per day + 10 − e), where c is a share of the system's capabilities, 0 … 1, and the
// distance is zero for neighbours by land. Below e days of travel the exponent is smaller than one, so that a share
// grows where it should shrink: such a value is marked `inflated`, never corrected silently.
[[nodiscard]] StrengthAtDistance strength_at_distance(double capability_share, double miles, double miles_per_day);

}  // namespace entente::indices
