#include "threat/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::threat {
namespace {

// Sums of products in another order differ in the last digits; values nearer than this are equal. Of a geometric mean
// the logarithm is compared, so that the tolerance is a share of the value.
constexpr double kTie = 1e-12;

// One row for each state that has all components; a column for each component, ÷ its largest value.
struct Complete {
    std::vector<std::size_t> states;           // positions among the readings
    std::vector<std::vector<double>> values;   // by state
    std::vector<std::vector<double>> addends;  // by state: of a geometric mean the logarithms, else the values
};

bool is_complete(const ThreatReading& reading) {
    return std::all_of(reading.components.begin(), reading.components.end(),
                       [](const auto& component) { return component.value.known(); });
}

void divide_by_largest(std::vector<std::vector<double>>& values, std::size_t component) {
    double largest = 0;
    for (const auto& row : values) largest = std::max(largest, row[component]);
    if (!(largest > 0)) return;
    for (auto& row : values) row[component] /= largest;
}

Complete complete_states(const evidence::ThreatTheory& theory, std::span<const ThreatReading> readings) {
    Complete complete;
    for (std::size_t state = 0; state < readings.size(); ++state) {
        if (!is_complete(readings[state])) continue;
        complete.states.push_back(state);
        auto& row = complete.values.emplace_back();
        for (const auto& component : readings[state].components) row.push_back(component.value.value);
    }
    for (std::size_t component = 0; component < theory.components.size(); ++component) {
        divide_by_largest(complete.values, component);
    }
    complete.addends = complete.values;
    if (theory.form == evidence::CompositeForm::Arithmetic) return complete;
    for (auto& row : complete.addends) {
        for (auto& value : row) value = value > 0 ? std::log(value) : -std::numeric_limits<double>::infinity();
    }
    return complete;
}

// A component without weight does not count, whatever its value: 0 · ln 0 is taken as 0.
double weighted_sum(const std::vector<double>& addends, const std::vector<double>& weights) {
    double sum = 0;
    for (std::size_t component = 0; component < weights.size(); ++component) {
        if (weights[component] > 0) sum += weights[component] * addends[component];
    }
    return sum;
}

// The rank of each score, the highest first; equals share the better rank. `order` is room to work in.
void rank(const std::vector<double>& scores, std::vector<std::size_t>& order, std::vector<int>& ranks) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&scores](auto left, auto right) { return scores[left] > scores[right]; });
    std::size_t first_equal = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const double best = scores[order[first_equal]];
        const double score = scores[order[place]];
        if (best != score && best - score > kTie) first_equal = place;
        ranks[order[place]] = static_cast<int>(first_equal) + 1;
    }
}

std::vector<int> ranks_of(const std::vector<double>& scores) {
    std::vector<std::size_t> order(scores.size());
    std::vector<int> ranks(scores.size());
    rank(scores, order, ranks);
    return ranks;
}

std::vector<double> weights_of(const evidence::ThreatTheory& theory) {
    std::vector<double> weights;
    double sum = 0;
    for (const auto& component : theory.components) {
        weights.push_back(component.weight);
        sum += component.weight;
    }
    for (auto& weight : weights) weight /= sum;
    return weights;
}

std::vector<double> scores_under(const std::vector<double>& weights, const Complete& complete) {
    std::vector<double> scores;
    scores.reserve(complete.addends.size());
    for (const auto& addends : complete.addends) scores.push_back(weighted_sum(addends, weights));
    return scores;
}

void rank_by_component(std::span<const ThreatReading> readings, std::size_t component, std::vector<Ranked>& results) {
    std::vector<std::size_t> states;
    std::vector<double> values;
    for (std::size_t state = 0; state < readings.size(); ++state) {
        const auto& reading = readings[state].components[component].value;
        if (!reading.known()) continue;
        states.push_back(state);
        values.push_back(reading.value);
    }
    const auto ranks = ranks_of(values);
    for (std::size_t place = 0; place < states.size(); ++place) {
        results[states[place]].by_component[component] = ranks[place];
    }
}

void rank_under_own_weights(const evidence::ThreatTheory& theory, const Complete& complete,
                            std::vector<Ranked>& results) {
    const auto scores = scores_under(weights_of(theory), complete);
    const auto ranks = ranks_of(scores);
    for (std::size_t place = 0; place < complete.states.size(); ++place) {
        auto& result = results[complete.states[place]];
        const bool geometric = theory.form == evidence::CompositeForm::Geometric;
        result.composite = Reading::of(geometric ? std::exp(scores[place]) : scores[place]);
        result.rank = result.best = result.worst = ranks[place];
    }
}

void rank_under_all_weightings(const evidence::ThreatTheory& theory, const Complete& complete,
                               std::vector<Ranked>& results) {
    const auto all = weightings(theory.components.size(), theory.step);
    std::vector<std::size_t> order(complete.states.size());
    std::vector<int> ranks(complete.states.size());
    std::vector<int> times_first(complete.states.size());
    for (const auto& weights : all) {
        rank(scores_under(weights, complete), order, ranks);
        for (std::size_t place = 0; place < ranks.size(); ++place) {
            auto& result = results[complete.states[place]];
            result.best = std::min(result.best, ranks[place]);
            result.worst = std::max(result.worst, ranks[place]);
            if (ranks[place] == 1) ++times_first[place];
        }
    }
    for (std::size_t place = 0; place < complete.states.size(); ++place) {
        results[complete.states[place]].first_share = times_first[place] / static_cast<double>(all.size());
    }
}

// The weights, in steps, of the components from `component` on, of which `left` steps are still to be given.
void give_out(std::size_t component, int left, int steps, std::vector<double>& weights,
              std::vector<std::vector<double>>& all) {
    if (component + 1 == weights.size()) {
        weights[component] = static_cast<double>(left) / steps;
        all.push_back(weights);
        return;
    }
    for (int given = 0; given <= left; ++given) {
        weights[component] = static_cast<double>(given) / steps;
        give_out(component + 1, left - given, steps, weights, all);
    }
}

}  // namespace

std::vector<Ranked> ranked(const evidence::ThreatTheory& theory, std::span<const ThreatReading> readings) {
    std::vector<Ranked> results(readings.size());
    for (std::size_t state = 0; state < readings.size(); ++state) {
        results[state].by_component.resize(theory.components.size());
        const auto& components = readings[state].components;
        const auto missing = std::find_if(components.begin(), components.end(),
                                          [](const auto& component) { return !component.value.known(); });
        if (missing != components.end()) results[state].composite = missing->value;
    }
    for (std::size_t component = 0; component < theory.components.size(); ++component) {
        rank_by_component(readings, component, results);
    }
    const auto complete = complete_states(theory, readings);
    rank_under_own_weights(theory, complete, results);
    rank_under_all_weightings(theory, complete, results);
    return results;
}

std::vector<std::vector<double>> weightings(std::size_t count, double step) {
    std::vector<std::vector<double>> all;
    if (count == 0) return all;
    std::vector<double> weights(count);
    const int steps = static_cast<int>(std::lround(1 / step));
    give_out(0, steps, steps, weights, all);
    return all;
}

}  // namespace entente::threat
