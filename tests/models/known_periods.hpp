// The invented histories, cut into periods of one unit of time, as discrete-time models want them. In R: p <-
// do.call(rbind, lapply(seq_len(nrow(d)), function(i) { t <- (d$entry[i] + 1):d$exit[i]; data.frame(group = d$group[i],
// t = t, x = d$x[i], z = d$z[i], end = c(rep(0, length(t) - 1), d$end[i])) })).
#pragma once

#include <cstdint>
#include <vector>

#include "models/known_histories.hpp"

namespace entente::models {

struct Periods {
    std::vector<float> x;
    std::vector<float> z;
    std::vector<double> duration;  // t
    std::vector<float> t;
    std::vector<std::uint8_t> endings;
    std::vector<std::uint16_t> groups;
};

inline Periods invented_periods() {
    const auto rows = invented_histories();
    Periods periods;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (double t = rows.entries[row] + 1; t <= rows.exits[row]; ++t) {
            periods.x.push_back(static_cast<float>(rows.columns[0][row]));
            periods.z.push_back(static_cast<float>(rows.columns[1][row]));
            periods.duration.push_back(t);
            periods.t.push_back(static_cast<float>(t));
            periods.endings.push_back(t < rows.exits[row] ? std::uint8_t{0} : rows.endings[row]);
            periods.groups.push_back(static_cast<std::uint16_t>(rows.clusters[row]));
        }
    }
    return periods;
}

}  // namespace entente::models
