// Did a series change at some date that nobody named? F statistics over all dates of the middle, and what follows from
// the largest and from their average.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/time_series.hpp"

namespace entente::models {

struct StructuralChangeOptions {
    double trimming = 0.15;  // share of the points at each end among which no break is looked for
    int draws = 9999;
    std::uint64_t seed = 1;
};

struct ScanTest {
    double statistic = 0;
    double p = 1;
    double standard_error = 0;  // of p, from the finite number of draws
};

struct StructuralChange {
    std::optional<ScanTest> largest;  // sup-F; nothing if it cannot be computed
    ScanTest average;                 // ave-F
    ScanTest exponential;             // exp-F
    std::vector<double> statistics;   // one for each break that was tried
    std::size_t first_tried = 0;      // the number of points before the first of them
    std::size_t before = 0;           // points before the break with the largest F
    std::string why_not;              // set if `largest` is not
};

// Andrews (1993): sup-F, the largest of F(λ) = (RSS_0 − RSS_λ) / (RSS_λ / (n − 2k)) over the breaks λ of the middle.
// Andrews and Ploberger (1994): ave-F, their mean; exp-F, ln of the mean of exp(F / 2).
//
// Each p value is that of a Monte Carlo test (Dufour 2006): p = (1 + number of draws at least as large) / (draws + 1),
// with draws of independent normal errors at the very times of the series. It is exact under that hypothesis for every
// length, where the limiting distribution (Hansen 1997) holds for long series only; it never falls below 1 / (draws +
// 1). Gaps: the breaks that are tried lie between neighbours in the list; trimming counts points, not years.
[[nodiscard]] StructuralChange structural_change(const TimeSeries& series, Shape shape,
                                                 const StructuralChangeOptions& options = {});

}  // namespace entente::models
