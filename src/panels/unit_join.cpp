#include "panels/unit_join.hpp"

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::panels {

using datasets::Unit;

std::vector<Side> sides_of(PanelUnit panel, Unit data) {
    const bool of_state = data == Unit::StateYear || data == Unit::StateSpell || data == Unit::LeaderSpell;
    switch (panel) {
        case PanelUnit::StateYear:
            if (of_state) return {Side::Only};
            return {};
        case PanelUnit::DyadYear:
        case PanelUnit::DirectedDyadYear:
            if (of_state) return {Side::First, Side::Second};
            if (data == Unit::DyadYear || data == Unit::DyadSpell) return {Side::Pair};
            if (data != Unit::DirectedDyadYear) return {};
            if (panel == PanelUnit::DirectedDyadYear) return {Side::OneToTwo};
            return {Side::OneToTwo, Side::TwoToOne};
        case PanelUnit::AllianceYear:
            if (data == Unit::Alliance || data == Unit::AlliancePhase) return {Side::Only};
            return {};
        case PanelUnit::MemberYear:
            if (of_state || data == Unit::Alliance || data == Unit::AlliancePhase || data == Unit::MemberSpell) {
                return {Side::Only};
            }
            return {};
        case PanelUnit::LeaderYear:
            if (of_state || data == Unit::Leader) return {Side::Only};
            return {};
    }
    return {};
}

std::string suffix_of(Side side, PanelUnit panel) {
    switch (side) {
        case Side::Only:
        case Side::Pair:
            return "";
        case Side::First:
            return "_1";
        case Side::Second:
            return "_2";
        case Side::OneToTwo:
            return panel == PanelUnit::DirectedDyadYear ? "" : "_12";
        case Side::TwoToOne:
            return "_21";
    }
    return "";
}

KeyForm form_of(Unit unit, PanelUnit panel) {
    switch (unit) {
        case Unit::StateYear:
        case Unit::StateSpell:
            return KeyForm::State;
        case Unit::DyadYear:
        case Unit::DyadSpell:
            return KeyForm::Pair;
        case Unit::DirectedDyadYear:
            return KeyForm::Directed;
        case Unit::Alliance:
            return KeyForm::Alliance;
        case Unit::AlliancePhase:
            return KeyForm::AlliancePhase;
        case Unit::MemberSpell:
            return KeyForm::Member;
        case Unit::LeaderSpell:
            return panel == PanelUnit::LeaderYear ? KeyForm::Leader : KeyForm::State;
        case Unit::Leader:
            return KeyForm::Leader;
        case Unit::Event:
        case Unit::Other:
            break;
    }
    throw Error(ErrorKind::Fault, fmt::format("no source of a {} panel has this unit", name_of(panel)));
}

Level level_of(PanelUnit panel, Side side) {
    if (side == Side::First || side == Side::Second) return Level::States;
    return side == Side::Pair && panel == PanelUnit::DirectedDyadYear ? Level::Pairs : Level::Rows;
}

std::string units_of(Level level) {
    return level == Level::States ? "panel_states" : level == Level::Pairs ? "panel_pairs" : "panel_rows";
}

UnitJoin unit_join(KeyForm form, Level level, bool back) {
    const auto on = [&](const std::string& table, const std::string& condition) {
        return UnitJoin{fmt::format("JOIN {} AS u ON {}", table, condition)};
    };
    switch (form) {
        case KeyForm::State:
            return on(units_of(level),
                      fmt::format("u.{} = s.state AND u.year = s.year", level == Level::States ? "number" : "state"));
        case KeyForm::Pair:
        case KeyForm::Directed: {
            auto unit = on(units_of(level) + "_spans", fmt::format("u.state_1 = s.state_{} AND u.state_2 = s.state_{} "
                                                                   "AND s.year BETWEEN u.first AND u.last",
                                                                   back ? 2 : 1, back ? 1 : 2));
            unit.place = "u.place + s.year";
            return unit;
        }
        case KeyForm::Alliance:
            return on(units_of(level), "u.alliance = s.alliance");
        case KeyForm::AlliancePhase:
            return on(units_of(level), "u.alliance = s.alliance AND u.phase = s.phase");
        case KeyForm::Member:
            return on(units_of(level),
                      "u.alliance = s.alliance AND u.own = s.state AND u.phase = s.phase AND u.year = s.year");
        case KeyForm::Leader:
            return on(units_of(level), "u.leader = s.leader");
    }
    return {};
}

std::string place_of(PanelUnit panel, Side side) {
    switch (level_of(panel, side)) {
        case Level::States:
            return side == Side::First ? "r.place_1" : "r.place_2";
        case Level::Pairs:
            return "r.pair";
        case Level::Rows:
            break;
    }
    return "r.place";
}

}  // namespace entente::panels
