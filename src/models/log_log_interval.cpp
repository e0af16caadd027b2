#include "models/log_log_interval.hpp"

#include <cmath>

#include <boost/math/distributions/normal.hpp>

#include "core/error.hpp"

namespace entente::models {

double normal_width(double level) {
    ensure(level > 0 && level < 1, "the level of an interval lies between 0 and 1");
    return boost::math::quantile(boost::math::normal(), (1 + level) / 2);
}

std::optional<ProbabilityInterval> log_log_interval(double probability, double variance, double level) {
    if (!(probability > 0) || !(probability < 1) || !(variance >= 0)) return std::nullopt;
    const double hazard = -std::log(probability);
    const double width = normal_width(level) * std::sqrt(variance) / (probability * hazard);
    if (!std::isfinite(width)) return std::nullopt;
    return ProbabilityInterval{std::exp(-hazard * std::exp(width)), std::exp(-hazard * std::exp(-width))};
}

}  // namespace entente::models
