// Agreement between coders beyond chance, with known answers in tests/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::indices {

enum class Metric { Nominal, Ordinal, Interval, Ratio };

// units × coders; missing values are allowed. Values are category numbers for nominal data.
using Ratings = std::vector<std::vector<std::optional<double>>>;

struct Agreement {
    std::optional<double> value;  // nothing if undefined: too few pairs, or no variation at all
    std::string why_not;          // set if `value` is not
    int units = 0;                // units with at least two values
    int pairable_values = 0;
    std::optional<double> low;  // bootstrap interval over units
    std::optional<double> high;
    std::string why_no_interval;  // set if `value` is, an interval was asked for, and there is none
};

// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": alpha = 1 − D_o / D_e.
[[nodiscard]] Agreement krippendorff_alpha(const Ratings& ratings, Metric metric);

// Cohen (1960), two coders, nominal; units that either left out are dropped.
[[nodiscard]] Agreement cohen_kappa(const Ratings& ratings);

// Fleiss (1971), the same number (≥ 2) of ratings for each unit: the number that most units have; other units are
// dropped.
[[nodiscard]] Agreement fleiss_kappa(const Ratings& ratings);

// The percentile bootstrap over units (Efron 1979) for any of the above; `metric` is used by alpha alone. Draws in
// which the coefficient is undefined are left out, and there is no interval if they are more than one in twenty.
enum class Coefficient { Alpha, CohenKappa, FleissKappa };
[[nodiscard]] Agreement with_interval(const Ratings& ratings, Coefficient coefficient, Metric metric, int draws,
                                      std::uint64_t seed, double level = 0.95);

// The same for several coefficients of the same ratings. Where they use the same units, one set of draws serves all of
// them: the numbers are those that each would have alone.
struct WantedCoefficient {
    Coefficient coefficient = Coefficient::Alpha;
    Metric metric = Metric::Nominal;
};
[[nodiscard]] std::vector<Agreement> with_intervals(const Ratings& ratings,
                                                    const std::vector<WantedCoefficient>& wanted, int draws,
                                                    std::uint64_t seed, double level = 0.95);

}  // namespace entente::indices
