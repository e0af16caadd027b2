// Invented rows of a contest, whose outcomes have a known cause.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "contest/contest.hpp"
#include "core/random.hpp"

namespace entente::contest {

// Invented: thirty states over eighty years, with a power and a threat for each row, and outcomes whose log odds are
// −2 + power_slope · power + threat_slope · threat; threat is half made of power, as it is in the world.
inline TestRows invented(double power_slope, double threat_slope, std::uint64_t seed = 1, int states = 30,
                         int others = 2) {
    const RandomStream random(seed, "theory-test-test");
    TestRows rows;
    rows.names = {"power", "intentions"};
    rows.predictors.resize(2);
    std::uint64_t draw = 0;
    for (int state = 0; state < states; ++state) {
        for (int year = 1900; year < 1980; ++year) {
            for (int other = 0; other < others; ++other, ++draw) {
                const double power = random.uniform(0, draw) * 4 - 2;
                const double intentions = random.uniform(1, draw) * 4 - 2 + power / 2;
                const double odds = -2 + power_slope * power + threat_slope * intentions;
                rows.predictors[0].push_back(static_cast<float>(power));
                rows.predictors[1].push_back(static_cast<float>(intentions));
                rows.outcomes.push_back(random.uniform(2, draw) < models::logistic(odds) ? 1 : 0);
                rows.states.push_back(static_cast<std::uint16_t>(state));
                rows.years.push_back(static_cast<std::int16_t>(year));
            }
        }
    }
    return rows;
}

inline TestChoices few_draws() {
    TestChoices choices;
    choices.draws = 100;
    return choices;
}

inline void one_by_one(std::size_t tasks, const std::function<void(std::size_t)>& task) {
    for (std::size_t number = 0; number < tasks; ++number) task(number);
}

}  // namespace entente::contest
