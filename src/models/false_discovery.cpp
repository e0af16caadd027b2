#include "models/false_discovery.hpp"

#include <algorithm>
#include <numeric>

namespace entente::models {

std::vector<double> false_discovery_adjusted(const std::vector<double>& p_values) {
    std::vector<std::size_t> largest_first(p_values.size());
    std::iota(largest_first.begin(), largest_first.end(), std::size_t{0});
    std::sort(largest_first.begin(), largest_first.end(),
              [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
    std::vector<double> adjusted(p_values.size(), 1.0);
    const auto tests = static_cast<double>(p_values.size());
    double smallest = 1;
    for (std::size_t i = 0; i < largest_first.size(); ++i) {
        const auto rank = tests - static_cast<double>(i);
        smallest = std::min(smallest, p_values[largest_first[i]] * tests / rank);
        adjusted[largest_first[i]] = smallest;
    }
    return adjusted;
}

}  // namespace entente::models
