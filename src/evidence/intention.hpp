// What one coder reads into an item about one state's intentions towards another: a hostile act or word, a step towards
// it, or that its officials name the first as a threat. For theories of threat; a coding (coding.hpp) is for factors.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/item.hpp"

namespace entente::evidence {

enum class Stance {
    Hostile,       // `of` threatens, shows or uses force against `toward`
    Conciliatory,  // `of` takes a step towards `toward`: a summit, an accord, a concession
    Named,         // an official of `toward` names `of` as a threat; a perception, not an act of `of`
};

// The scale of the dispute data (Jones, Bremer and Singer 1996, 171–173), in its order from 1.
enum class HostilityLevel { None, Threat, Display, Force, War };

struct Intention {
    std::string coder;
    std::string item;
    std::string theory;
    Actor of;
    Actor toward;
    Stance stance = Stance::Hostile;
    std::optional<HostilityLevel> level;  // of what is hostile; never None
    bool readable = true;                 // false: its stance or level could not be read; nothing follows from them
    std::string note;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Stance> {
    static constexpr std::array<std::string_view, 3> names{"hostile", "conciliatory", "named"};
};
template <>
struct entente::NamesOf<entente::evidence::HostilityLevel> {
    static constexpr std::array<std::string_view, 5> names{"none", "threat", "display", "force", "war"};
};
