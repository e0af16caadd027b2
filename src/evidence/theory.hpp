// A theory as data: factors in two ledgers, each with its definition and its rules for coding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/coding.hpp"
#include "evidence/covariate.hpp"

namespace entente::evidence {

enum class Ledger { Collapse, Endurance };

struct Aspect {
    std::string id;
    std::string name;
};

struct Factor {
    std::string id;
    std::string name;
    Ledger ledger = Ledger::Collapse;
    std::string definition;
    std::vector<std::string> counts;  // what counts as evidence for it
    std::vector<std::string> does_not_count;
    std::vector<std::string> examples;
    std::vector<std::string> mirrors;  // factors that invite counting one item twice
    std::vector<Aspect> aspects;
    std::vector<std::string> citations;
    Position where;
};

// How a change of an indicator is measured.
enum class ChangeOf {
    Ratio,       // focal ÷ baseline − 1
    Difference,  // focal − baseline, in the indicator's unit
};

// A number that bears on a factor. It crosses the coded evidence and moves no verdict.
struct Indicator {
    std::string id;
    std::string factor;
    std::string name;
    Direction rise = Direction::Endurance;  // which way a rise of the number pushes
    ChangeOf change_of = ChangeOf::Ratio;
    double least = 0;               // a smaller change counts as none
    std::string reason;             // for `least`, with its source
    std::vector<std::string> data;  // variables of official data sets that measure it: `nmc.cinc`
    std::string caution;
    Position where;
};

struct Theory {
    std::string id;
    std::string name;
    std::string summary;
    std::string citation;
    std::vector<std::string> decision_rules;
    std::vector<std::string> cautions;
    std::vector<Factor> factors;  // in the order in which they are printed
    std::vector<Indicator> indicators;
    std::vector<Covariate> covariates;         // of every alliance and year
    std::vector<UnmeasuredFactor> unmeasured;  // by any covariate
    std::string sha256;                        // of the file's bytes
    std::optional<Position> lost_at;  // set if errors in its file lost factors or its id: where the first of them is
    Position where;
};

[[nodiscard]] const Factor* find_factor(const Theory& theory, std::string_view id) noexcept;
[[nodiscard]] const Indicator* find_indicator(const Theory& theory, std::string_view id) noexcept;

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Ledger> {
    static constexpr std::array<std::string_view, 2> names{"collapse", "endurance"};
};
template <>
struct entente::NamesOf<entente::evidence::ChangeOf> {
    static constexpr std::array<std::string_view, 2> names{"ratio", "difference"};
};
