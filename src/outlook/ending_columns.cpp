#include "outlook/ending_columns.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "models/duration_basis.hpp"

namespace entente::outlook {
namespace {

// Harrell (2001), table 2.3: four knots for fewer than some hundreds of events.
constexpr std::size_t kKnots = 4;

std::vector<std::vector<float>> duration_columns(const ColumnScale& scale, std::span<const double> ages) {
    switch (scale.duration) {
        case evidence::DurationShape::Constant:
            return {};
        case evidence::DurationShape::Cubic:
            return models::cubic_columns(ages);
        case evidence::DurationShape::Spline:
            return models::spline_columns(ages, scale.knots);
    }
    return {};
}

std::vector<double> ages_of(const RiskYears& rows, const std::vector<std::size_t>& which) {
    std::vector<double> ages;
    ages.reserve(which.size());
    for (const auto row : which) ages.push_back(rows.age[row]);
    return ages;
}

std::vector<double> known_values(const RiskYears& rows, const std::vector<std::size_t>& which,
                                 const std::string& covariate) {
    const auto& column = rows.columns[column_of(rows, covariate)];
    std::vector<double> values;
    values.reserve(which.size());
    for (const auto row : which) {
        ensure(column[row].has_value(), "a row that is fitted has all covariates");
        values.push_back(*column[row]);
    }
    return values;
}

template <typename Number>
void learn(ColumnScale& scale, const std::vector<Number>& values) {
    double mean = 0;
    for (const auto value : values) mean += static_cast<double>(value);
    mean /= std::max(static_cast<double>(values.size()), 1.0);
    double squares = 0;
    for (const auto value : values)
        squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
    const double deviation = std::sqrt(squares / std::max(static_cast<double>(values.size()), 1.0));
    scale.means.push_back(mean);
    // What rounding leaves of a column that never varies is not a deviation.
    scale.deviations.push_back(deviation > 1e-9 * std::max(std::abs(mean), 1.0) ? deviation : 0);
}

double scaled(const ColumnScale& scale, std::size_t column, double value) {
    return scale.deviations[column] > 0 ? (value - scale.means[column]) / scale.deviations[column] : 0;
}

}  // namespace

std::size_t column_of(const RiskYears& rows, const std::string& covariate) {
    const auto found = std::find(rows.covariates.begin(), rows.covariates.end(), covariate);
    ensure(found != rows.covariates.end(), "the rows have every covariate of the model");
    return static_cast<std::size_t>(found - rows.covariates.begin());
}

ColumnScale scale_of(const RiskYears& rows, const std::vector<std::size_t>& which,
                     const std::vector<std::string>& covariates, evidence::DurationShape duration) {
    ColumnScale scale;
    scale.covariates = covariates;
    scale.duration = duration;
    const auto ages = ages_of(rows, which);
    if (duration == evidence::DurationShape::Spline) {
        if (auto knots = models::harrell_knots(ages, kKnots)) {
            scale.knots = std::move(*knots);
        } else {
            scale.duration = evidence::DurationShape::Cubic;
        }
    }
    for (const auto& covariate : covariates) {
        const auto values = known_values(rows, which, covariate);
        learn(scale, values);
        const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
        scale.lowest.push_back(values.empty() ? 0 : *lowest);
        scale.highest.push_back(values.empty() ? 0 : *highest);
    }
    for (const auto& column : duration_columns(scale, ages)) learn(scale, column);
    return scale;
}

std::vector<std::vector<float>> scaled_columns(const RiskYears& rows, const std::vector<std::size_t>& which,
                                               const ColumnScale& scale) {
    std::vector<std::vector<float>> columns;
    const auto add = [&](const auto& values) {
        std::vector<float> column;
        column.reserve(values.size());
        const auto place = columns.size();
        for (const auto value : values) {
            column.push_back(static_cast<float>(scaled(scale, place, static_cast<double>(value))));
        }
        columns.push_back(std::move(column));
    };
    for (const auto& covariate : scale.covariates) add(known_values(rows, which, covariate));
    for (const auto& column : duration_columns(scale, ages_of(rows, which))) add(column);
    return columns;
}

std::vector<double> scaled_values(const ColumnScale& scale, std::span<const double> values, double age) {
    ensure(values.size() == scale.covariates.size(), "one value for each covariate");
    std::vector<double> found;
    for (std::size_t place = 0; place < values.size(); ++place) found.push_back(scaled(scale, place, values[place]));
    for (const auto& column : duration_columns(scale, std::vector<double>{age})) {
        found.push_back(scaled(scale, found.size(), static_cast<double>(column.front())));
    }
    return found;
}

}  // namespace entente::outlook
