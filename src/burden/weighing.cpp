#include "burden/weighing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "indices/weightings.hpp"

namespace entente::burden {
namespace {

constexpr double kMostWeightings = 200'000;

}  // namespace

std::vector<double> weights_of(const evidence::BurdenTheory& theory, const FairShareOptions& options) {
    ensure(options.weights.empty() || options.weights.size() == theory.measures.size(),
           "weights are one for each measure of the theory");
    std::vector<double> weights;
    for (std::size_t place = 0; place < theory.measures.size(); ++place) {
        const auto& measure = theory.measures[place];
        const double weight = options.weights.empty() ? measure.weight : options.weights[place];
        weights.push_back(measure.sense == evidence::BurdenSense::Neither ? 0 : std::max(weight, 0.0));
    }
    return weights;
}

std::vector<double> adding_to_1(const std::vector<double>& weights, const std::vector<std::size_t>& places) {
    double sum = 0;
    for (const auto place : places) sum += weights[place];
    std::vector<double> shares;
    for (const auto place : places) shares.push_back(weights[place] / sum);
    return shares;
}

std::string why_no_grid(std::size_t measures, double step) {
    ensure(step > 0 && step <= 1, "the step of a grid of weightings is above 0 and at most 1");
    const double number = indices::number_of_weightings(measures, step);
    if (number <= kMostWeightings) return {};
    return fmt::format("{} measures in steps of {:g} make more than {:.0f} weightings: take a larger step", measures,
                       step, kMostWeightings);
}

}  // namespace entente::burden
