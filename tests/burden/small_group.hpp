// Small invented groups of states for tests of this module.
#pragma once

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "burden/facts.hpp"
#include "evidence/burden_theory.hpp"

namespace entente::burden::testing {

using Row = std::vector<std::optional<double>>;  // a number for each measure, or none

inline evidence::BurdenTheory theory_of(const std::vector<double>& weights) {
    evidence::BurdenTheory theory;
    theory.known_share = 0.8;
    theory.step = 0.1;
    for (const double weight : weights) {
        evidence::BurdenMeasure measure;
        measure.id = "measure-" + std::to_string(theory.measures.size() + 1);
        measure.weight = weight;
        theory.measures.push_back(measure);
    }
    return theory;
}

// States 1, 2, 3 …, in the order of the rows.
inline GroupFacts group_of(const std::vector<Row>& rows) {
    GroupFacts group;
    group.year = 2017;
    for (const auto& row : rows) {
        MemberFacts member;
        member.state = static_cast<int>(group.members.size()) + 1;
        for (const auto& value : row) {
            BurdenReading reading;
            reading.value = value ? Reading::of(*value) : Reading::missing(Reason::NoRow);
            reading.of_year = group.year;
            member.measures.push_back(reading);
        }
        group.members.push_back(member);
    }
    return group;
}

// Every third number is a small whole one, so that there are ties.
inline std::vector<Row> some_rows(unsigned seed, std::size_t members, std::size_t measures) {
    std::mt19937 draw{seed};
    std::uniform_real_distribution<double> value{0, 100};
    std::vector<Row> rows(members, Row(measures));
    for (auto& row : rows) {
        for (auto& cell : row) cell = draw() % 3 == 0 ? static_cast<double>(draw() % 4) : value(draw);
    }
    return rows;
}

}  // namespace entente::burden::testing
