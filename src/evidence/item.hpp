// An item of evidence: what happened, was said or was measured. No judgement is in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

enum class Kind {
    Words,       // a statement, a pledge, a threat
    Opinion,     // a poll (with n), or the stated position of an ally's officials or elites
    Act,         // something done: a deployment, a vote, a purchase
    Structural,  // a treaty, a law, an institution, a force posture
    Absence,     // something looked for and not found; counts as words where `searched` says where one looked
};

struct Quote {
    std::string text;
    std::string language;
    std::string translation;
};

// An actor as written and as resolved. The doer stands first in an item.
struct Actor {
    std::string written;
    std::string code;    // a state's code, or the id of an actor that the case defines
    std::string member;  // the state it belongs to: a state itself, or the state of a case's own actor; may be empty
    Position where;
};

struct Item {
    std::string id;
    Date date;
    std::vector<std::string> periods;  // set where the date alone would put it elsewhere (a candidate's pledge)
    Kind kind = Kind::Words;
    std::vector<std::string> issues;
    std::vector<Actor> actors;
    std::string text;
    std::optional<Quote> quote;
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    std::vector<std::string> figures;         // figures that this item rests on
    std::optional<Grade> grade;               // decides over the first source's
    std::optional<OutletClass> outlet_class;  // decides over the first source's
    std::string searched;                     // absence: where one looked
    bool dated = true;                        // false: its date could not be read; nothing follows from `date`
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Kind> {
    static constexpr std::array<std::string_view, 5> names{"words", "opinion", "act", "structural", "absence"};
};
