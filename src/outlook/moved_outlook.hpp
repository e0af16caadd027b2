// A fitted outlook where covariates change by ranges: the chance of a violation at the ends of the ranges, and over
// draws from them, beside what it is now.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "evidence/covariate.hpp"
#include "outlook/ending_outlook.hpp"

namespace entente::outlook {

// That many ranges have two to that power of corners; more are refused.
inline constexpr std::size_t kMostRanges = 10;

// By how much a covariate changes. The ranges of the same one add up.
struct RangedChange {
    std::size_t covariate = 0;  // place among those of the fit
    double low = 0;
    double high = 0;
};

struct MovedValue {
    std::size_t covariate = 0;
    double now = 0;
    double low = 0;  // what it becomes
    double high = 0;
    double seen_low = 0;  // in the rows of the fit
    double seen_high = 0;

    // That the model's line is drawn out beyond what it was fitted to.
    [[nodiscard]] bool beyond_seen() const noexcept;
};

// Of a violation by the end of that many years.
struct MovedRisk {
    int years = 0;
    Chance now;
    Chance least;     // of all corners of the ranges
    Chance greatest;  // likewise
    double mean = 0;  // of the draws
    double low = 0;   // the middle nine tenths of them
    double high = 0;
    bool draws_go_beyond = false;  // a draw lies outside the corners
};

struct MovedOutlook {
    std::string why_not;             // set unless there are numbers
    std::vector<MovedValue> values;  // of each covariate that changes, in the order of the fit
    std::vector<MovedRisk> horizons;
};

struct MoveRequest {
    const EndingsFit* fit = nullptr;
    const std::vector<evidence::Covariate>* covariates = nullptr;  // those of the fit, in its order
    std::span<const double> values;                                // now
    double age = 0;                                                // in the first year foreseen
    std::vector<int> horizons;                                     // years
    int draws = 0;
};

// Changes are uniform between their ends and independent; of a covariate that is a whole number every whole number
// between them has the same chance. Covariate c of draw d takes number c of the stream, so that the order of the
// changes does not matter. A value that the covariate cannot have is a reason, never cut to one that it can.
[[nodiscard]] MovedOutlook move_outlook(const MoveRequest& request, const std::vector<RangedChange>& changes,
                                        const RandomStream& stream);

}  // namespace entente::outlook
