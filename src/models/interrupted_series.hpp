// By how much did a series change at a date that was named in advance, and how surely?
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "models/time_series.hpp"

namespace entente::models {

// What an interval is made from. Newey and West's errors are too small in short series, however independent the errors
// are (docs/series.md has how often): the larger of theirs and the classical ones repairs that (Angrist and Pischke
// 2009, section 8.1).
enum class Errors { NeweyWest, Larger };

struct Estimate {
    double value = 0;
    double standard_error = 0;
    double low = 0;  // the interval of the asked level
    double high = 0;
    double p = 1;  // of no change, two-sided
};

struct InterruptedSeries {
    std::optional<Estimate> level_change;  // at the interruption; nothing if it cannot be estimated
    std::optional<Estimate> slope_change;  // for one unit of time; for a shape with a trend
    double p = 1;                          // of no change at all: of the level alone, or of level and slope together
    double residual_deviation = 0;         // √(RSS / (n − k))
    double autocorrelation = 0;            // of neighbouring residuals
    int lag = 0;                           // of the standard errors
    std::size_t before = 0;
    std::size_t after = 0;
    // For a level alone: one straight line through all points, without a break, would fit better. The change may then
    // be no more than a trend.
    bool line_fits_better = false;
    std::string why_not;  // set if there is no estimate
};

// Wagner et al. (2002), equation 1, and Bernal et al. (2017): y = β0 + β1 t + β2 D + β3 (t − T) D, where D is 1 from
// the interruption T on; a level alone leaves out β1 and β3. Standard errors of Newey and West (least_squares.hpp),
// quantiles of Student's t and of F with n − k degrees of freedom. Points at T itself count as after. Gaps lie between
// points as far apart as they are in time, but in the standard errors neighbours in the list count as neighbours.
[[nodiscard]] InterruptedSeries interrupted_series(const TimeSeries& series, double interruption, Shape shape,
                                                   Errors errors = Errors::NeweyWest, double level = 0.95);

}  // namespace entente::models
