// The distance between two places on the globe, as the crow flies.
#pragma once

#include <optional>

namespace entente::indices {

// The mean radius of the Earth, (2a + b) / 3 of the GRS 80 ellipsoid: Moritz (2000), "Geodetic Reference System 1980".
inline constexpr double kEarthRadiusKm = 6371.0088;

inline constexpr double kKmPerMile = 1.609344;  // the international mile

struct Place {
    double latitude_degrees = 0;   // −90 … 90, north is positive
    double longitude_degrees = 0;  // −180 … 360, east is positive
};

// The haversine formula on a sphere, Sinnott (1984), "Virtues of the Haversine": exact for near places too; the Earth
// is no sphere, which makes an error of up to about half a percent. Nothing if a coordinate is out of its range.
[[nodiscard]] std::optional<double> great_circle_km(const Place& from, const Place& to);

}  // namespace entente::indices
