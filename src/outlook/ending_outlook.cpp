#include "outlook/ending_outlook.hpp"

#include <cmath>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "models/clustered_scores.hpp"
#include "models/discrete_incidence.hpp"

namespace entente::outlook {
namespace {

constexpr std::size_t kEnoughAlliances = 30;
constexpr double kNearestAges = 2;

std::vector<std::vector<double>> values_by_year(const EndingsFit& fit, std::span<const double> values, double age,
                                                int years) {
    std::vector<std::vector<double>> by_year;
    for (int ahead = 0; ahead < years; ++ahead) by_year.push_back(scaled_values(fit.scale, values, age + ahead));
    return by_year;
}

models::IncidencePath path_of(const Coefficients& coefficients, const std::vector<std::vector<double>>& by_year) {
    std::vector<std::vector<double>> hazards;
    for (const auto& values : by_year) hazards.push_back(models::mode_probabilities(coefficients, values));
    return models::incidences_of(hazards);
}

// From modes of the regression to all modes.
std::vector<Chance> all_modes(const EndingsFit& fit, const std::vector<Chance>& fitted) {
    std::vector<Chance> modes;
    for (const auto& mode : fit.modes) modes.push_back(mode.form == ModeForm::Never ? Chance{} : fitted[mode.place]);
    return modes;
}

ForeseenPath without(const EndingsFit& fit) {
    return {{}, fit.why_not};
}

// The interval is what that of any end leaves: on the scale of each way of ending, so that whole and parts agree.
Chance survival_of(const models::PeriodOutlook& period, double level) {
    const auto any_end = models::log_log_interval(1 - period.survival, period.survival_variance, level);
    if (!any_end) return {period.survival, {}};
    return {period.survival, models::ProbabilityInterval{1 - any_end->high, 1 - any_end->low}};
}

// What draws say about one number of the path.
std::optional<models::ProbabilityInterval> middle_of(std::vector<double> drawn, double level) {
    const auto interval = models::percentile_interval(std::move(drawn), level);
    if (!interval) return std::nullopt;
    return models::ProbabilityInterval{interval->low, interval->high};
}

}  // namespace

ForeseenPath foresee(const EndingsFit& fit, std::span<const double> values, double age, int years, double level) {
    if (!fit.converged()) return without(fit);
    const auto outlook = models::predicted_incidences(fit.regression, values_by_year(fit, values, age, years),
                                                      models::OutlookErrors::Clustered, level);
    ForeseenPath path;
    path.why_not = outlook.why_not;
    for (const auto& period : outlook.periods) {
        ForeseenYear year;
        year.years_ahead = static_cast<int>(path.years.size()) + 1;
        year.survival = survival_of(period, level);
        std::vector<Chance> fitted;
        for (const auto& incidence : period.incidences) fitted.push_back({incidence.share, incidence.interval});
        year.modes = all_modes(fit, fitted);
        path.years.push_back(std::move(year));
    }
    return path;
}

ForeseenPath foresee_by_draws(const EndingsFit& fit, const std::vector<Coefficients>& draws,
                              std::span<const double> values, double age, int years, double level) {
    if (!fit.converged()) return without(fit);
    const auto by_year = values_by_year(fit, values, age, years);
    const auto centre = path_of(fit.regression.coefficients, by_year);
    if (!centre.why_not.empty()) return {{}, centre.why_not};
    std::vector<models::IncidencePath> drawn;
    for (const auto& coefficients : draws) {
        if (auto path = path_of(coefficients, by_year); path.why_not.empty()) drawn.push_back(std::move(path));
    }
    if (drawn.empty()) return {{}, "no draw has a fit"};
    ForeseenPath path;
    for (std::size_t place = 0; place < centre.periods.size(); ++place) {
        ForeseenYear year;
        year.years_ahead = static_cast<int>(place) + 1;
        const auto interval = [&](const auto& read) {
            std::vector<double> found;
            found.reserve(drawn.size());
            for (const auto& one : drawn) found.push_back(read(one.periods[place]));
            return middle_of(std::move(found), level);
        };
        year.survival = {centre.periods[place].survival,
                         interval([](const models::PeriodShares& shares) { return shares.survival; })};
        std::vector<Chance> fitted;
        for (std::size_t mode = 0; mode < centre.periods[place].shares.size(); ++mode) {
            fitted.push_back({centre.periods[place].shares[mode],
                              interval([mode](const models::PeriodShares& shares) { return shares.shares[mode]; })});
        }
        year.modes = all_modes(fit, fitted);
        path.years.push_back(std::move(year));
    }
    return path;
}

std::vector<std::vector<double>> shares_by_year(const EndingsFit& fit, std::span<const double> values, double age,
                                                int years) {
    std::vector<std::vector<double>> shares;
    if (!fit.converged()) return shares;
    const auto path = path_of(fit.regression.coefficients, values_by_year(fit, values, age, years));
    for (const auto& period : path.periods) {
        std::vector<double> modes;
        for (const auto& mode : fit.modes) {
            modes.push_back(mode.form == ModeForm::Never ? 0 : period.shares[mode.place]);
        }
        shares.push_back(std::move(modes));
    }
    return shares;
}

Reference reference_at(const RiskYears& rows, const EndingsFit& fit, double age) {
    ensure(!fit.rows.empty(), "a fit has rows");
    double oldest = 0;
    for (const auto row : fit.rows) oldest = std::max(oldest, rows.age[row]);
    Reference reference;
    std::vector<std::size_t> near;
    double apart = kNearestAges / 2;
    while (near.empty() || (reference.alliances < kEnoughAlliances && apart <= std::max(age, oldest))) {
        apart *= 2;
        near.clear();
        std::set<std::uint32_t> alliances;
        for (const auto row : fit.rows) {
            if (std::abs(rows.age[row] - age) > apart) continue;
            near.push_back(row);
            alliances.insert(rows.alliance[row]);
        }
        reference.years_apart = apart;
        reference.alliances = alliances.size();
    }
    for (const auto& covariate : fit.scale.covariates) {
        const auto& column = rows.columns[column_of(rows, covariate)];
        double sum = 0;
        for (const auto row : near) sum += *column[row];
        reference.values.push_back(sum / static_cast<double>(near.size()));
    }
    return reference;
}

}  // namespace entente::outlook
