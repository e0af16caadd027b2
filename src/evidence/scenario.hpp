// A scenario: a trigger, a horizon, a range of probability, and what it would do to each factor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "evidence/coding.hpp"
#include "evidence/forecast.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

struct ScenarioEffect {
    std::string factor;
    std::optional<Direction> direction;  // missing: the author leaves it open
    double decibels_low = 0;
    double decibels_high = 0;
    std::string note;
    Position where;
};

// What it would do to a number: an indicator or a covariate of the theory. It moves no finding.
struct ScenarioIndicatorEffect {
    std::string indicator;
    double change_low = 0;  // as the indicator measures a change; of a covariate, in its unit
    double change_high = 0;
    std::string note;
    Position where;
};

// A hazard ratio of the protocol that it would meet: `a new outside alliance`.
struct ScenarioCondition {
    std::string name;
    Position where;
};

struct Scenario {
    std::string id;
    std::string name;
    std::string author;
    std::string theory;
    std::string trigger;
    std::string horizon;
    std::optional<double> probability_low;  // missing where the author gives none
    std::optional<double> probability_high;
    std::string probability_basis;
    Position probability_where;
    std::string resolution;
    std::string alternatives;  // scenarios with the same word exclude each other; empty: none is excluded
    std::vector<ScenarioCondition> conditions;
    std::vector<ScenarioEffect> effects;
    std::vector<ScenarioIndicatorEffect> indicator_effects;
    std::optional<Settlement> outcome;  // what came of it, where somebody looked
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    Position where;
};

}  // namespace entente::evidence
