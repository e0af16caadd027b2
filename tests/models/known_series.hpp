// Published series whose answers are known, and series of seeded noise.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "core/random.hpp"
#include "models/time_series.hpp"

namespace entente::models::testing {

inline TimeSeries yearly(int first_year, const std::vector<double>& values) {
    TimeSeries series;
    for (const double value : values) series.push_back({first_year + static_cast<double>(series.size()), value});
    return series;
}

// Cobb (1978), table 1: annual flow of the Nile at Aswan, 1871–1970, in 10⁸ m³; R: datasets::Nile.
inline TimeSeries nile() {
    return yearly(1871,
                  {1120, 1160, 963,  1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994, 1020, 960,  1180,
                   799,  958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,  874, 694,  940,  833,
                   701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,  1120, 1100, 832, 764,  821,  768,
                   845,  864,  862,  698,  845,  744,  796,  1040, 759,  781,  865,  845,  944,  984, 897,  822,  1010,
                   771,  676,  649,  846,  812,  742,  801,  1040, 860,  874,  848,  890,  744,  749, 838,  1050, 918,
                   986,  797,  923,  975,  815,  1020, 906,  901,  1170, 912,  746,  919,  718,  714, 740});
}

constexpr std::size_t kNileBreak = 28;  // points up to 1898, the year before the first dam

// Jarrett (1979), table 1: explosions in British coal mines with ten or more dead, by year, 1851–1962. R:
// table(factor(floor(boot::coal$date), levels = 1851:1962)).
inline std::vector<double> coal_mining_disasters() {
    return {4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5,
            3, 4, 2, 5, 2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1,
            0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1,
            2, 1, 1, 1, 1, 2, 3, 3, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1};
}

// Independent normal errors of variance 1 (Box and Muller 1958): the same numbers in every run.
inline TimeSeries noise(std::size_t points, std::uint64_t draw) {
    const RandomStream stream(1851, "tests-of-models");
    TimeSeries series;
    for (std::size_t i = 0; i < points; ++i) {
        const double radius = std::sqrt(-2 * std::log(1 - stream.uniform(draw, 2 * i)));
        const double value = radius * std::cos(2 * std::numbers::pi * stream.uniform(draw, 2 * i + 1));
        series.push_back({2000 + static_cast<double>(i), value});
    }
    return series;
}

inline TimeSeries with_jump(TimeSeries series, std::size_t before, double jump) {
    for (std::size_t i = before; i < series.size(); ++i) series[i].value += jump;
    return series;
}

inline TimeSeries moved_and_scaled(TimeSeries series, double by, double factor) {
    for (auto& point : series) point.value = point.value * factor + by;
    return series;
}

}  // namespace entente::models::testing
