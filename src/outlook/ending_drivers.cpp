#include "outlook/ending_drivers.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.hpp"
#include "outlook/base_rate.hpp"

namespace entente::outlook {
namespace {

// Decibels of a change of 1 in the log odds.
constexpr double kDecibels = 10 * std::numbers::log10e;

SignFinding sign_of(const Spread& log_odds, evidence::Direction rise) {
    if (log_odds.low <= 0 && log_odds.high >= 0) return SignFinding::NotToldApart;
    const bool worsens = log_odds.value > 0;
    return worsens == (rise == evidence::Direction::Collapse) ? SignFinding::AsExpected : SignFinding::Opposite;
}

Spread times(const Spread& spread, double factor) {
    Spread product{spread.value * factor, spread.low * factor, spread.high * factor};
    if (factor < 0) std::swap(product.low, product.high);
    return product;
}

std::vector<double> distinct_values(const RiskYears& rows, const EndingsFit& fit, std::size_t covariate) {
    const auto& column = rows.columns[column_of(rows, fit.scale.covariates[covariate])];
    std::vector<double> values;
    values.reserve(fit.rows.size());
    for (const auto row : fit.rows) values.push_back(*column[row]);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

double violation_within(const EndingsFit& fit, std::span<const double> values, double age, int years) {
    return shares_by_year(fit, values, age, years).back().front();
}

// With its interval, where there is one.
Chance risk_within(const EndingsFit& fit, const std::vector<Coefficients>& refits, std::span<const double> values,
                   double age, int years) {
    const auto path =
        refits.empty() ? foresee(fit, values, age, years) : foresee_by_draws(fit, refits, values, age, years);
    if (path.years.empty()) return {violation_within(fit, values, age, years), {}};
    return path.years.back().modes.front();
}

bool are_apart(const Chance& a, const Chance& b) {
    return a.interval && b.interval && (a.interval->low > b.interval->high || a.interval->high < b.interval->low);
}

}  // namespace

std::vector<Driver> drivers_of(const EndingsFit& fit, const std::vector<evidence::Covariate>& covariates,
                               std::span<const double> values, const Reference& reference, double level) {
    std::vector<Driver> drivers;
    if (!fit.converged() || fit.modes.front().form != ModeForm::Covariates) return drivers;
    ensure(covariates.size() == fit.scale.covariates.size() && values.size() == covariates.size(),
           "one value and one description for each covariate of the fit");
    const auto& regression = fit.regression;
    const auto& errors =
        regression.clustered_covariance.empty() ? regression.covariance : regression.clustered_covariance;
    const double width = models::normal_width(level);
    for (std::size_t place = 0; place < covariates.size(); ++place) {
        const double deviation = fit.scale.deviations[place];
        if (deviation <= 0) continue;
        // Violation is the first mode of the regression, and the intercept stands in front.
        const double coefficient = regression.coefficients.front()[place + 1] / deviation;
        const double error = std::sqrt(std::max(errors[place + 1][place + 1], 0.0)) / deviation;
        Driver driver;
        driver.covariate = place;
        driver.value = values[place];
        driver.reference = reference.values[place];
        driver.log_odds = {coefficient, coefficient - width * error, coefficient + width * error};
        driver.decibels = times(driver.log_odds, kDecibels * (driver.value - driver.reference));
        driver.finding = sign_of(driver.log_odds, covariates[place].rise);
        drivers.push_back(driver);
    }
    std::stable_sort(drivers.begin(), drivers.end(), [](const Driver& a, const Driver& b) {
        return std::abs(a.decibels.value) > std::abs(b.decibels.value);
    });
    return drivers;
}

std::vector<WouldChange> what_would_change(const RiskYears& rows, const EndingsFit& fit,
                                           const std::vector<Coefficients>& refits, std::span<const double> values,
                                           double age, int years) {
    std::vector<WouldChange> changes;
    if (!fit.converged() || fit.modes.front().form != ModeForm::Covariates || years < 1) return changes;
    const double now = violation_within(fit, values, age, years);
    const auto word = icd_203_word(now);
    const auto risk_now = risk_within(fit, refits, values, age, years);
    for (std::size_t place = 0; place < values.size(); ++place) {
        if (fit.scale.deviations[place] <= 0) continue;
        std::optional<WouldChange> raises;
        std::optional<WouldChange> lowers;
        std::vector<double> changed(values.begin(), values.end());
        for (const double value : distinct_values(rows, fit, place)) {
            changed[place] = value;
            const double p = violation_within(fit, changed, age, years);
            auto other = icd_203_word(p);
            if (other == word) continue;
            auto& nearest = p > now ? raises : lowers;
            if (nearest && std::abs(nearest->to - values[place]) <= std::abs(value - values[place])) continue;
            nearest = {place, values[place], value, {p, {}}, false, std::move(other)};
        }
        for (auto* change : {&raises, &lowers}) {
            if (!*change) continue;
            changed[place] = (*change)->to;
            (*change)->risk = risk_within(fit, refits, changed, age, years);
            (*change)->apart = are_apart((*change)->risk, risk_now);
            changes.push_back(std::move(**change));
        }
    }
    return changes;
}

}  // namespace entente::outlook
