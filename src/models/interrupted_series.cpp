#include "models/interrupted_series.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "core/error.hpp"
#include "models/least_squares.hpp"
#include "models/segment_fits.hpp"

namespace entente::models {
namespace {

// Columns: 1, D; with a trend also t − T and (t − T) D.
std::vector<std::vector<double>> regressors(const TimeSeries& scaled, std::size_t first_after, double interruption,
                                            Shape shape) {
    std::vector<std::vector<double>> rows;
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        const double after = i < first_after ? 0 : 1;
        std::vector<double> row{1, after};
        if (shape == Shape::LevelAndTrend) {
            const double since = scaled[i].time - interruption;
            row.push_back(since);
            row.push_back(since * after);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

double error_of(const LeastSquares& fit, std::size_t which, Errors errors) {
    double variance = std::max(fit.covariance[which][which], 0.0);
    if (errors == Errors::Larger) variance = std::max(variance, fit.classical_covariance[which][which]);
    return std::sqrt(variance);
}

struct Precision {
    double freedom = 0;
    double level = 0;
    Errors errors = Errors::NeweyWest;
};

Estimate estimate_of(const LeastSquares& fit, std::size_t which, const Precision& precision, double unit) {
    const boost::math::students_t distribution(precision.freedom);
    Estimate estimate;
    const double error = error_of(fit, which, precision.errors);
    const double reach = quantile(complement(distribution, (1 - precision.level) / 2)) * error;
    estimate.value = fit.coefficients[which] * unit;
    estimate.standard_error = error * unit;
    estimate.low = (fit.coefficients[which] - reach) * unit;
    estimate.high = (fit.coefficients[which] + reach) * unit;
    if (error > 0) estimate.p = 2 * cdf(complement(distribution, std::abs(fit.coefficients[which]) / error));
    return estimate;
}

// Wald: b' V⁻¹ b / 2 for the two coefficients, against F with 2 and n − k degrees of freedom.
double p_of_both(const LeastSquares& fit, std::size_t first, std::size_t second, double freedom) {
    const double a = fit.covariance[first][first];
    const double b = fit.covariance[first][second];
    const double c = fit.covariance[second][second];
    const double determinant = a * c - b * b;
    if (determinant <= 0) return 1;
    const double x = fit.coefficients[first];
    const double y = fit.coefficients[second];
    const double wald = (c * x * x - 2 * b * x * y + a * y * y) / determinant / 2;
    return cdf(complement(boost::math::fisher_f(2, freedom), std::max(wald, 0.0)));
}

}  // namespace

InterruptedSeries interrupted_series(const TimeSeries& series, double interruption, Shape shape, Errors errors,
                                     double level) {
    ensure(level > 0 && level < 1, "the level of an interval is between 0 and 1");
    InterruptedSeries result;
    const auto at =
        std::find_if(series.begin(), series.end(), [&](const TimedValue& point) { return point.time >= interruption; });
    result.before = static_cast<std::size_t>(at - series.begin());
    result.after = series.size() - result.before;
    result.why_not = why_untestable(series, result.before, shape);
    if (!result.why_not.empty()) return result;

    const auto [scaled, value_scale, time_scale] = standardised(series);
    // Times were moved as well as scaled: where the interruption went follows from any point.
    const double moved = scaled.front().time + (interruption - series.front().time) / time_scale;
    std::vector<double> values;
    for (const auto& point : scaled) values.push_back(point.value);
    const auto fit = least_squares(regressors(scaled, result.before, moved, shape), values);
    result.why_not = fit.why_not;
    if (!result.why_not.empty()) return result;
    if (is_rounding(fit.residual_sum_of_squares, scaled)) {
        result.why_not = "no variation around the two parts: chance has nothing to be measured by";
        return result;
    }
    const auto freedom = static_cast<double>(series.size() - fit.coefficients.size());
    const Precision precision{freedom, level, errors};
    result.lag = fit.lag;
    result.residual_deviation = std::sqrt(fit.residual_sum_of_squares / freedom) * value_scale;
    result.autocorrelation = neighbour_correlation(fit.residuals);
    result.level_change = estimate_of(fit, 1, precision, value_scale);
    result.p = result.level_change->p;
    if (shape == Shape::LevelAndTrend) {
        result.slope_change = estimate_of(fit, 3, precision, value_scale / time_scale);
        result.p = p_of_both(fit, 1, 3, freedom);
    } else {
        const double line = SegmentFits(scaled, Shape::LevelAndTrend).residuals(0, scaled.size());
        result.line_fits_better = line < fit.residual_sum_of_squares;  // as many coefficients as two levels
    }
    return result;
}

}  // namespace entente::models
