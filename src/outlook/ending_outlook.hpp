// What a fit of endings says of one alliance: the chance of each way of ending, year by year, if its covariates stay
// as they are.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/log_log_interval.hpp"
#include "outlook/endings_fit.hpp"

namespace entente::outlook {

struct Chance {
    double p = 0;
    std::optional<models::ProbabilityInterval> interval;  // nothing where the fit cannot know: a mode that never came
};

// By the end of that year.
struct ForeseenYear {
    int years_ahead = 0;
    Chance survival;
    std::vector<Chance> modes;  // as kModes; with survival they add up to 1
};

struct ForeseenPath {
    std::vector<ForeseenYear> years;  // 1 year ahead, 2, …
    std::string why_not;              // set if there are none
};

// Of an alliance that is `age` years old in the first year foreseen. The intervals are of the coefficients'
// uncertainty, by the delta method with errors by alliances (models::predicted_incidences), all on the log-log scale of
// the chance of an end: of each way, and of any.
[[nodiscard]] ForeseenPath foresee(const EndingsFit& fit, std::span<const double> values, double age, int years,
                                   double level = 0.95);

// By mode of the regression, then column: what a refit found.
using Coefficients = std::vector<std::vector<double>>;

// The same with the middle `level` of what refits to drawn alliances say.
[[nodiscard]] ForeseenPath foresee_by_draws(const EndingsFit& fit, const std::vector<Coefficients>& draws,
                                            std::span<const double> values, double age, int years, double level = 0.95);

// The chance of each of kModes by the end of each year, without intervals; empty without a fit.
[[nodiscard]] std::vector<std::vector<double>> shares_by_year(const EndingsFit& fit, std::span<const double> values,
                                                              double age, int years);

// The alliances that one is compared with: those of about its age.
struct Reference {
    std::vector<double> values;  // the mean of each covariate over their years
    double years_apart = 0;      // at most, from its age
    std::size_t alliances = 0;
};

// Ages up to 2 years apart, then 4, 8 and so on, until there are thirty alliances, or no more.
[[nodiscard]] Reference reference_at(const RiskYears& rows, const EndingsFit& fit, double age);

}  // namespace entente::outlook
