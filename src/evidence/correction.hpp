// What a source says, what is right, and on what basis. The original is never overwritten.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

enum class Basis {
    Read,      // another source was read
    Computed,  // follows from numbers at hand
    Internal,  // the source contradicts itself
};

struct Correction {
    std::string id;
    Citation corrects;  // the source and the place in it
    std::string stated;
    std::string corrected;
    Basis basis = Basis::Read;
    std::string reason;
    std::vector<Citation> sources;
    std::string by;
    std::optional<Day> date;
    std::vector<std::string> rows;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Basis> {
    static constexpr std::array<std::string_view, 3> names{"read", "computed", "internal"};
};
