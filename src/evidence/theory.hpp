// A theory as data: factors in two ledgers, each with its definition and its rules for coding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"

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

struct Theory {
    std::string id;
    std::string name;
    std::string summary;
    std::string citation;
    std::vector<std::string> decision_rules;
    std::vector<std::string> cautions;
    std::vector<Factor> factors;      // in the order in which they are printed
    std::string sha256;               // of the file's bytes
    std::optional<Position> lost_at;  // set if errors in its file lost factors or its id: where the first of them is
    Position where;
};

[[nodiscard]] const Factor* find_factor(const Theory& theory, std::string_view id) noexcept;

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Ledger> {
    static constexpr std::array<std::string_view, 2> names{"collapse", "endurance"};
};
