// A coding: what one coder reads into one item under one theory. Kept apart from the evidence itself, so that
// several people can read the same evidence differently and be compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/intention.hpp"

namespace entente::evidence {

enum class Direction { Collapse, Endurance };

enum class Novelty {
    New,         // breaks with the baseline period, or goes beyond it
    Continuity,  // carries on what the baseline did or decided
};

// The factor of a coding that says: this is evidence, but the theory has no place for it.
inline constexpr std::string_view kOutside = "outside";

struct Coding {
    std::string coder;
    std::string item;
    std::string theory;
    std::string factor;  // without the aspect; kOutside if the theory cannot see it
    std::string aspect;  // `will` of `credibility/will`; may be empty
    Direction direction = Direction::Endurance;
    std::string baseline;  // the period the item is judged against
    Novelty novelty = Novelty::Continuity;
    std::string against;       // the item it continues or breaks; empty if `searched` is set
    std::string searched;      // where one looked for a comparator and found none
    bool compared = true;      // false: what it is compared with could not be read; nothing follows from its absence
    double specificity = 1.0;  // 0–1: how far the item is about this alliance
    std::string cluster;
    std::string note;
    Position where;
};

// A new item against an item is a reversal; a new item against a search is new; the rest continues.
enum class Continuity { Continued, Reversed, New };
[[nodiscard]] Continuity continuity_of(const Coding& coding) noexcept;

// One coder's file.
struct Coder {
    std::string id;
    std::string about;
    bool blind = false;             // coded without sight of anyone else's codings
    std::vector<std::string> read;  // items read, beyond those coded: no factor applies to them
    std::vector<Coding> codings;
    std::vector<Intention> intentions;  // of states, for theories of threat
    Position where;
};

// How many items the coder had before them: those coded, and those read to which no factor applies.
[[nodiscard]] int items_read(const Coder& coder);

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Direction> {
    static constexpr std::array<std::string_view, 2> names{"collapse", "endurance"};
};
template <>
struct entente::NamesOf<entente::evidence::Novelty> {
    static constexpr std::array<std::string_view, 2> names{"new", "continuity"};
};
template <>
struct entente::NamesOf<entente::evidence::Continuity> {
    static constexpr std::array<std::string_view, 3> names{"continued", "reversed", "new"};
};
