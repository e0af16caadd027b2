#include "models/detectable_change.hpp"

#include <cmath>
#include <vector>

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

namespace entente::models {
namespace {

// What each point adds to the level at `at` of the line, or the level, through `points` points at 0, 1, 2 …
std::vector<double> weights_of_fit(std::size_t points, double at, Shape shape) {
    const auto number = static_cast<double>(points);
    const double middle = (number - 1) / 2;
    const double spread = number * (number * number - 1) / 12;  // Σ (i − middle)²
    std::vector<double> weights;
    for (std::size_t i = 0; i < points; ++i) {
        const double tilt = shape == Shape::Level ? 0 : (at - middle) * (static_cast<double>(i) - middle) / spread;
        weights.push_back(1 / number + tilt);
    }
    return weights;
}

double variance_of_change(const DetectableChangeQuestion& question) {
    auto weights = weights_of_fit(question.before, static_cast<double>(question.before), question.shape);
    for (double& weight : weights) weight = -weight;
    const auto after = weights_of_fit(question.after, 0, question.shape);
    weights.insert(weights.end(), after.begin(), after.end());
    double variance = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        variance += weights[i] * weights[i];
        double correlation = 1;
        for (std::size_t j = i + 1; j < weights.size(); ++j) {
            correlation *= question.autocorrelation;
            variance += 2 * weights[i] * weights[j] * correlation;
        }
    }
    return variance;
}

// The noncentrality at which the test rejects, in the right direction, with the asked power; halving, since the
// power grows with it.
double needed_noncentrality(double freedom, double alpha, double power) {
    const double critical = quantile(complement(boost::math::students_t(freedom), alpha / 2));
    double low = 0;
    double high = 2 * critical + 10;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2;
        const double reached = cdf(complement(boost::math::non_central_t(freedom, middle), critical));
        (reached < power ? low : high) = middle;
    }
    return (low + high) / 2;
}

std::string why_not_computed(const DetectableChangeQuestion& question) {
    const auto needed = coefficients_of(question.shape);
    if (question.before < needed || question.after < needed || question.before + question.after < 2 * needed + 2) {
        return fmt::format("too short: {} before / {} after", question.before, question.after);
    }
    if (!std::isfinite(question.residual_deviation) || question.residual_deviation <= 0) {
        return "no variation around the two levels";
    }
    if (!(std::abs(question.autocorrelation) < 1)) return "an autocorrelation lies between −1 and 1";
    if (!(question.alpha > 0 && question.alpha < 1 && question.power > question.alpha && question.power < 1)) {
        return "alpha and power are between 0 and 1, and the power is above alpha";
    }
    return {};
}

}  // namespace

DetectableChange detectable_change(const DetectableChangeQuestion& question) {
    DetectableChange result;
    result.why_not = why_not_computed(question);
    if (!result.why_not.empty()) return result;
    const auto freedom = static_cast<double>(question.before + question.after - 2 * coefficients_of(question.shape));
    const double change = needed_noncentrality(freedom, question.alpha, question.power) * question.residual_deviation *
                          std::sqrt(variance_of_change(question));
    if (std::isfinite(change)) {
        result.change = change;
    } else {
        result.why_not = "a deviation too large to compute with";
    }
    return result;
}

}  // namespace entente::models
