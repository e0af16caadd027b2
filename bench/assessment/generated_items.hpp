// Made-up evidence of any size, the same for one seed on every machine: about 1.6 items per cluster, eleven factors,
// one direction per cluster and factor, as the case format demands.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace entente::bench {

// Lines of a fixture table: id,factor,direction,novelty,level,grade,specificity,cluster,class.
inline std::vector<std::string> generated_items(std::size_t items, unsigned seed) {
    const std::vector<std::string> factors{"C1", "C2", "C3", "C4", "C5", "C6", "E1", "E2", "E3", "E4", "E5"};
    const std::vector<std::string> grades{"A1", "A2", "B2", "B3", "C3", "D4"};
    const std::vector<std::string> classes{"press", "official", "poll", "expert"};
    const std::vector<std::string> specificities{"0.1", "0.5", "1"};
    const std::string levels = "WWWOAAS";

    std::mt19937 random(seed);
    const auto pick = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
    const std::size_t clusters = items * 10 / 16 + 1;
    std::vector<std::string> lines;
    lines.reserve(items);
    for (std::size_t i = 0; i < items; ++i) {
        const std::size_t cluster = pick(clusters);
        // One item in twenty carries its cluster into another factor.
        const std::size_t factor = (cluster + (pick(20) == 0 ? 1 : 0)) % factors.size();
        lines.push_back("i" + std::to_string(i) + "," + factors[factor] + "," + (cluster % 2 == 0 ? "C" : "E") + "," +
                        (pick(2) == 0 ? "new" : "cont") + "," + levels[pick(levels.size())] + "," +
                        grades[pick(grades.size())] + "," + specificities[pick(specificities.size())] + ",k" +
                        std::to_string(cluster) + "," + classes[pick(classes.size())]);
    }
    return lines;
}

}  // namespace entente::bench
