#include "indices/ideal_point_distance.hpp"

#include <cmath>

namespace entente::indices {

std::optional<double> ideal_point_distance(std::optional<double> first, std::optional<double> second) {
    if (!first || !second) return std::nullopt;
    const double distance = std::abs(*first - *second);
    if (!std::isfinite(distance)) return std::nullopt;
    return distance;
}

}  // namespace entente::indices
