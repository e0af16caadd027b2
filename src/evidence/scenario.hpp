// A scenario: a trigger, a horizon, a range of probability, and what it would do to each factor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "evidence/coding.hpp"
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
    std::string resolution;
    std::vector<ScenarioEffect> effects;
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    Position where;
};

}  // namespace entente::evidence
