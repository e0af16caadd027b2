#include "indices/weightings.hpp"

#include <cmath>

namespace entente::indices {
namespace {

// The weights, in steps, of the things from `thing` on, of which `left` steps are still to be given.
void give_out(std::size_t thing, int left, int steps, std::vector<double>& weights,
              std::vector<std::vector<double>>& all) {
    if (thing + 1 == weights.size()) {
        weights[thing] = static_cast<double>(left) / steps;
        all.push_back(weights);
        return;
    }
    for (int given = 0; given <= left; ++given) {
        weights[thing] = static_cast<double>(given) / steps;
        give_out(thing + 1, left - given, steps, weights, all);
    }
}

}  // namespace

std::vector<std::vector<double>> weightings(std::size_t count, double step) {
    std::vector<std::vector<double>> all;
    if (count == 0) return all;
    std::vector<double> weights(count);
    const int steps = static_cast<int>(std::lround(1 / step));
    give_out(0, steps, steps, weights, all);
    return all;
}

double number_of_weightings(std::size_t count, double step) {
    if (count == 0) return 0;
    const double steps = std::round(1 / step);
    double number = 1;
    for (std::size_t thing = 1; thing < count; ++thing) {
        const auto place = static_cast<double>(thing);
        number = std::round(number * (steps + place) / place);  // each is C(steps + thing, thing)
    }
    return number;
}

}  // namespace entente::indices
