#include "threat/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "indices/weightings.hpp"

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
    std::vector<double> largest;               // by component
};

bool is_complete(const ThreatReading& reading) {
    return std::all_of(reading.components.begin(), reading.components.end(),
                       [](const auto& component) { return component.value.known(); });
}

double divide_by_largest(std::vector<std::vector<double>>& values, std::size_t component) {
    double largest = 0;
    for (const auto& row : values) largest = std::max(largest, row[component]);
    if (!(largest > 0)) return 0;
    for (auto& row : values) row[component] /= largest;
    return largest;
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
        complete.largest.push_back(divide_by_largest(complete.values, component));
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

// Whether the composite behind a score is over 0.
bool is_something(double score, evidence::CompositeForm form) {
    return form == evidence::CompositeForm::Geometric ? std::isfinite(score) : score > 0;
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
    const auto all = indices::weightings(theory.components.size(), theory.step);
    std::vector<std::size_t> order(complete.states.size());
    std::vector<int> ranks(complete.states.size());
    std::vector<int> times_first(complete.states.size());
    for (const auto& weights : all) {
        const auto scores = scores_under(weights, complete);
        rank(scores, order, ranks);
        for (std::size_t place = 0; place < ranks.size(); ++place) {
            auto& result = results[complete.states[place]];
            result.best = std::min(result.best, ranks[place]);
            result.worst = std::max(result.worst, ranks[place]);
            if (ranks[place] == 1 && is_something(scores[place], theory.form)) ++times_first[place];
        }
    }
    for (std::size_t place = 0; place < complete.states.size(); ++place) {
        results[complete.states[place]].first_share = times_first[place] / static_cast<double>(all.size());
    }
}

// Every fact that a part may need, where it is missing, as what gives 0. What a case codes is no fact that is missing:
// where nobody codes anything it moves nothing.
DyadFacts at_least(DyadFacts facts) {
    constexpr double kFarthestKm = 20015;  // half of the Earth's circumference: closeness 0
    const auto fill = [](Reading& reading) {
        if (!reading.known()) reading = Reading::of(0);
    };
    if (!closeness(facts.distance_km, facts.contiguity).known()) {
        facts.contiguity = Reading::of(0);
        facts.distance_km = Reading::of(kFarthestKm);
    }
    for (auto* reading : {&facts.capability, &facts.spending_share, &facts.personnel_share, &facts.hostility,
                          &facts.rivalry, &facts.territorial_rivalry, &facts.policy_distance}) {
        fill(*reading);
    }
    return facts;
}

// Where a state that lacks a component would stand among those that have all, under the theory's weights, were every
// unknown part of what it lacks 0: a part can only be more than that, so it stands there or higher. Nothing if the
// composite would be 0 then, or if nobody has a rank.
class PlaceAtWorst {
public:
    PlaceAtWorst(const evidence::ThreatTheory& theory, const Complete& complete)
        : theory_(theory),
          complete_(complete),
          weights_(weights_of(theory)),
          scores_(scores_under(weights_, complete)) {}

    [[nodiscard]] std::optional<int> of(const ThreatReading& reading) const {
        if (complete_.states.empty()) return std::nullopt;
        const bool geometric = theory_.form == evidence::CompositeForm::Geometric;
        const auto least = at_least(reading.facts);
        std::vector<double> own;
        std::vector<double> shrinks;  // what is left of the others' values where its own is the largest
        for (std::size_t component = 0; component < weights_.size(); ++component) {
            const auto& known = reading.components[component].value;
            const auto value = known.known() ? known : component_value(theory_.components[component], least).value;
            if (!value.known()) return std::nullopt;
            const double largest = std::max(complete_.largest[component], value.value);
            own.push_back(addend(largest > 0 ? value.value / largest : 0));
            shrinks.push_back(largest > 0 ? complete_.largest[component] / largest : 1);
        }
        const double score = weighted_sum(own, weights_);
        if (!is_something(score, theory_.form)) return std::nullopt;
        return 1 + (geometric ? before_in_geometric(score, shrinks) : before_in_arithmetic(score, shrinks));
    }

private:
    [[nodiscard]] double addend(double value) const {
        if (theory_.form == evidence::CompositeForm::Arithmetic) return value;
        return value > 0 ? std::log(value) : -std::numeric_limits<double>::infinity();
    }

    // Of a product all others lose the same factor.
    [[nodiscard]] int before_in_geometric(double score, const std::vector<double>& shrinks) const {
        std::vector<double> lost;
        for (const double shrink : shrinks) lost.push_back(addend(shrink));
        const double loss = weighted_sum(lost, weights_);
        return static_cast<int>(
            std::count_if(scores_.begin(), scores_.end(), [&](double other) { return other + loss - score > kTie; }));
    }

    [[nodiscard]] int before_in_arithmetic(double score, const std::vector<double>& shrinks) const {
        std::vector<double> weights;
        for (std::size_t component = 0; component < weights_.size(); ++component) {
            weights.push_back(weights_[component] * shrinks[component]);
        }
        return static_cast<int>(
            std::count_if(complete_.addends.begin(), complete_.addends.end(),
                          [&](const auto& other) { return weighted_sum(other, weights) - score > kTie; }));
    }

    const evidence::ThreatTheory& theory_;
    const Complete& complete_;
    std::vector<double> weights_;
    std::vector<double> scores_;
};

}  // namespace

bool comes_first(const Ranked& standing) {
    return standing.rank == 1 && standing.composite.known() && standing.composite.value > 0;
}

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
    const PlaceAtWorst at_worst(theory, complete);
    for (std::size_t state = 0; state < readings.size(); ++state) {
        if (!results[state].rank) results[state].at_worst = at_worst.of(readings[state]);
    }
    return results;
}

Leading leading(const evidence::ThreatTheory& theory, std::span<const ThreatReading> readings,
                std::span<const std::size_t> states, const std::vector<bool>& counts) {
    const auto complete = complete_states(theory, readings);
    const auto all = indices::weightings(theory.components.size(), theory.step);
    Leading found{0, all.size()};
    std::vector<std::size_t> counted;  // places among the complete
    for (std::size_t place = 0; place < complete.states.size(); ++place) {
        if (counts.at(complete.states[place])) counted.push_back(place);
    }
    std::vector<std::size_t> places;  // among the counted
    for (const auto state : states) {
        const auto at = std::find_if(counted.begin(), counted.end(),
                                     [&](std::size_t place) { return complete.states[place] == state; });
        if (at == counted.end()) return found;
        places.push_back(static_cast<std::size_t>(at - counted.begin()));
    }
    for (const auto& weights : all) {
        const auto of_all = scores_under(weights, complete);
        std::vector<double> scores;
        for (const auto place : counted) scores.push_back(of_all[place]);
        const auto ranks = ranks_of(scores);
        const bool lead = std::all_of(places.begin(), places.end(), [&](std::size_t place) {
            return static_cast<std::size_t>(ranks[place]) <= places.size() && is_something(scores[place], theory.form);
        });
        if (lead) ++found.weightings;
    }
    return found;
}

}  // namespace entente::threat
