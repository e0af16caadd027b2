#include "indices/great_circle.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente::indices {
namespace {

// False for NaN too.
bool is_on_the_globe(const Place& place) {
    return std::abs(place.latitude_degrees) <= 90 && place.longitude_degrees >= -180 && place.longitude_degrees <= 360;
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

double squared_sine_of_half(double angle) {
    const double sine = std::sin(angle / 2);
    return sine * sine;
}

}  // namespace

std::optional<double> great_circle_km(const Place& from, const Place& to) {
    if (!is_on_the_globe(from) || !is_on_the_globe(to)) return std::nullopt;
    const double from_latitude = radians(from.latitude_degrees);
    const double to_latitude = radians(to.latitude_degrees);
    const double longitudes = radians(to.longitude_degrees - from.longitude_degrees);

    const double haversine = squared_sine_of_half(to_latitude - from_latitude) +
                             std::cos(from_latitude) * std::cos(to_latitude) * squared_sine_of_half(longitudes);
    // Rounding can push the haversine of antipodes above one, where the arc sine ends.
    return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::clamp(haversine, 0.0, 1.0)));
}

}  // namespace entente::indices
