// What drives an outlook: how far each covariate moves the odds of a violation from those of alliances of that age, and
// how far it would have to change for another answer.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "evidence/covariate.hpp"
#include "outlook/ending_outlook.hpp"

namespace entente::outlook {

// Of a coefficient's sign against what the theory says of a rise.
enum class SignFinding {
    AsExpected,    // the whole interval lies on the theory's side
    Opposite,      // on the other
    NotToldApart,  // from 0
};

struct Spread {
    double value = 0;
    double low = 0;
    double high = 0;
};

struct Driver {
    std::size_t covariate = 0;  // place among those of the fit
    double value = 0;
    double reference = 0;
    Spread log_odds;  // of a violation against going on, for each unit of the covariate
    Spread decibels;  // toward a violation: 10 log10(e) · β · (value − reference)
    SignFinding finding = SignFinding::NotToldApart;
};

// The strongest first. `covariates` are those of the fit, in its order. The intervals are of the coefficients, with
// errors by alliances. None without a fit, and none for a covariate that is the same in all rows.
[[nodiscard]] std::vector<Driver> drivers_of(const EndingsFit& fit, const std::vector<evidence::Covariate>& covariates,
                                             std::span<const double> values, const Reference& reference,
                                             double level = 0.95);

// One covariate at another value, all else as it is.
struct WouldChange {
    std::size_t covariate = 0;
    double from = 0;
    double to = 0;
    Chance risk;         // of a violation within the years
    bool apart = false;  // its interval and that of the risk now have nothing in common
    std::string word;    // of ICD 203, another than now
};

// For each covariate the nearest value that any alliance had and that brings the risk of a violation within `years`
// under another word: at most one that raises the risk and one that lowers it. Intervals are of `refits` to drawn
// alliances; without any, as foresee() has them.
[[nodiscard]] std::vector<WouldChange> what_would_change(const RiskYears& rows, const EndingsFit& fit,
                                                         const std::vector<Coefficients>& refits,
                                                         std::span<const double> values, double age, int years);

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::SignFinding> {
    static constexpr std::array<std::string_view, 3> names{"as-expected", "opposite", "not-told-apart"};
};
