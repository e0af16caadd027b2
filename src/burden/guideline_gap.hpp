// How far a member is from what was asked or promised, judged on unrounded numbers.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/date.hpp"
#include "core/missing.hpp"
#include "core/named_enum.hpp"

namespace entente::burden {

enum class Compliance { Meets, Below, CannotJudge };

struct GuidelineGap {
    Compliance compliance = Compliance::CannotJudge;
    double difference = 0;  // value − guideline, in the measure's unit; below 0: short of it
    // What closes the gap in a year: −difference × base ÷ scale. None where there is no gap, or no base known.
    std::optional<double> money;
    bool rounding_would_pass = false;  // below it, and at or above it as printed
};

// Compliance is judged on the value as it is known, never on what is printed; a part in 10¹² is rounding of the
// machine. `base`: what the measure is a share of, in money (output), or missing; `scale`: 100 for a measure in
// percent.
[[nodiscard]] GuidelineGap guideline_gap(Reading value, double at_least, Reading base, double scale, int decimals);

// Progress toward a promise made at one day for another: whether the value lies on or above the straight line from the
// value of the year it was made to the target at the deadline.
struct Progress {
    bool known = false;        // both values, and the promise was made by then; else only `met` and `met_already` say
                               // something
    double share_of_way = 0;   // (now − then) ÷ (target − then); over 1: more than promised. If it was met already, 1
                               // while it still is, else 0
    double share_of_time = 0;  // 1 after the deadline; 0 without one
    std::optional<bool> on_line;  // none where there is no deadline
    bool met = false;             // now
    bool met_already = false;     // when it was made
};
[[nodiscard]] Progress progress(Reading then, Reading now, double target, Day made, std::optional<Day> deadline,
                                Day today);

}  // namespace entente::burden

template <>
struct entente::NamesOf<entente::burden::Compliance> {
    static constexpr std::array<std::string_view, 3> names{"meets", "below", "cannot-judge"};
};
