// How far two states stand apart in the votes of the United Nations General Assembly.
#pragma once

#include <optional>

namespace entente::indices {

// Bailey, Strezhnev and Voeten (2017), "Estimating Dynamic State Preferences from United Nations Voting Data":
// |θ_a − θ_b| of the states' ideal points in one session. Ideal points are on one scale across sessions, so distances
// of two years can be compared. Nothing where either point is missing.
[[nodiscard]] std::optional<double> ideal_point_distance(std::optional<double> first, std::optional<double> second);

}  // namespace entente::indices
