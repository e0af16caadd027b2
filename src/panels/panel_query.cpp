#include "panels/panel_query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::panels {
namespace {

using datasets::Unit;

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
        case Unit::Event:
        case Unit::Other:
            break;
    }
    throw Error(ErrorKind::Fault, fmt::format("no source of a {} panel has this unit", name_of(panel)));
}

std::string alias_of(std::size_t place, Side side) {
    return fmt::format("s{}_{}", place, static_cast<int>(side));
}

// States and years as one number: a join over one whole number costs much less than one over three.
std::string state_key(const std::string& state, const std::string& year) {
    return fmt::format("CAST({} AS BIGINT) * 10000 + {}", state, year);
}

std::string pair_key(const std::string& first, const std::string& second, const std::string& year) {
    return fmt::format("(CAST({} AS BIGINT) * 10000 + {}) * 10000 + {}", first, second, year);
}

// The key of a prepared source, where it is one number.
std::string source_key(KeyForm form) {
    if (form == KeyForm::State) return state_key("state", "year");
    if (form == KeyForm::Pair || form == KeyForm::Directed) return pair_key("state_1", "state_2", "year");
    return "0";
}

std::string join_condition(KeyForm form, Side side, const std::string& alias) {
    const auto equal = [&](const char* column, const std::string& of_row) {
        return fmt::format("{}.{} = {}", alias, column, of_row);
    };
    switch (form) {
        case KeyForm::State: {
            const char* state = side == Side::First ? "r.state_1" : side == Side::Second ? "r.state_2" : "r.state";
            return equal("key", state_key(state, "r.year"));
        }
        case KeyForm::Pair:
            return equal("key", pair_key("least(r.state_1, r.state_2)", "greatest(r.state_1, r.state_2)", "r.year"));
        case KeyForm::Directed: {
            const bool back = side == Side::TwoToOne;
            return equal("key", back ? pair_key("r.state_2", "r.state_1", "r.year")
                                     : pair_key("r.state_1", "r.state_2", "r.year"));
        }
        case KeyForm::Alliance:
            return equal("alliance", "r.alliance");
        case KeyForm::AlliancePhase:
            return equal("alliance", "r.alliance") + " AND " + equal("phase", "r.phase");
        case KeyForm::Member:
            return equal("alliance", "r.alliance") + " AND " + equal("state", "r.own") + " AND " +
                   equal("phase", "r.phase") + " AND " + equal("year", "r.year");
        case KeyForm::Leader:
            return equal("leader", "r.leader");
    }
    return "false";
}

// Over the rows: does the other list divide the state (or one of the two) differently in that year?
std::string ambiguous_condition(Side side) {
    if (side == Side::Only) return "r.ambiguous";
    if (side == Side::First) return "r.ambiguous_1";
    if (side == Side::Second) return "r.ambiguous_2";
    return "(r.ambiguous_1 OR r.ambiguous_2)";
}

std::string listed_condition(Side side) {
    if (side == Side::Only) return "r.listed";
    if (side == Side::First) return "r.listed_1";
    if (side == Side::Second) return "r.listed_2";
    return "(r.listed_1 AND r.listed_2)";
}

struct Conditions {
    std::string outside;    // empty: never
    std::string ambiguous;  // empty: never
    std::string listed;     // empty: always
};

Conditions conditions_of(const SourceTable& source, const SourceColumn& column, KeyForm form, Side side,
                         const PanelFrame& frame) {
    Conditions conditions;
    const auto& years = column.years;
    if (years.last != 0 && (years.first > frame.from || years.last < frame.to)) {
        conditions.outside = fmt::format("r.year NOT BETWEEN {} AND {}", years.first, years.last);
    }
    const bool by_states = form == KeyForm::State || form == KeyForm::Pair || form == KeyForm::Directed;
    if (by_states && source.numbering != frame.system) {
        conditions.ambiguous = ambiguous_condition(side);
        conditions.listed = listed_condition(side);
    }
    if (form == KeyForm::State && side == Side::Only && frame.unit != PanelUnit::StateYear) {
        conditions.ambiguous += (conditions.ambiguous.empty() ? "" : " OR ") + std::string("r.unplaced");
    }
    return conditions;
}

std::string number_text(double value) {
    return fmt::format("{}", value);
}

void check_source(const datasets::Database& database, const std::string& table, std::size_t columns) {
    std::string wrong = "false";
    for (std::size_t i = 0; i < columns; ++i) wrong += fmt::format(" OR (v{0} IS NULL) <> (r{0} <> 0)", i);
    const auto found = database.query(fmt::format("SELECT count(*) AS rows FROM {} WHERE {}", table, wrong));
    ensure(*found.integer(0, "rows") == 0, "a source has a value or a reason, never both");
}

}  // namespace

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
            if (of_state) return {Side::Only};
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

std::string reason_number(Reason reason) {
    return std::to_string(static_cast<int>(reason));
}

Cell computed_from(const std::vector<Cell>& inputs, const std::string& value) {
    std::string all_there;
    for (const auto& input : inputs) {
        all_there += (all_there.empty() ? "" : " AND ") + fmt::format("({}) = 0", input.reason);
    }
    return {fmt::format("CASE WHEN {} THEN {} END", all_there, value),
            fmt::format("CASE WHEN NOT ({}) THEN {} WHEN ({}) IS NULL THEN {} ELSE 0 END", all_there,
                        reason_number(Reason::Input), value, reason_number(Reason::Undefined))};
}

std::size_t PanelQuery::joined_place(const SourceTable& source, KeyForm form, Side side) {
    const auto same = [&](const Joined& one) {
        return one.source.table == source.table && one.form == form && one.source.key.state == source.key.state &&
               one.source.key.state_1 == source.key.state_1;
    };
    auto found = std::find_if(joined_.begin(), joined_.end(), same);
    if (found == joined_.end()) found = joined_.insert(joined_.end(), Joined{source, form, {}, {}});
    if (std::find(found->sides.begin(), found->sides.end(), side) == found->sides.end()) found->sides.push_back(side);
    return static_cast<std::size_t>(found - joined_.begin());
}

Cell PanelQuery::cell(const SourceTable& source, const SourceColumn& column, Side side) {
    const auto form = form_of(source.unit, frame_->unit);
    const auto place = joined_place(source, form, side);
    auto& columns = joined_[place].columns;
    const auto known = std::find_if(columns.begin(), columns.end(), [&](const SourceColumn& one) {
        return one.value == column.value && one.combine == column.combine;
    });
    const auto number = known - columns.begin();
    if (known == columns.end()) columns.push_back(column);

    const auto alias = alias_of(place, side);
    const auto there = fmt::format("{}.key IS NOT NULL", alias);
    const auto conditions = conditions_of(source, column, form, side, *frame_);
    std::string value;
    std::string reason;
    if (!conditions.outside.empty()) {
        value += fmt::format("WHEN {} THEN NULL ", conditions.outside);
        reason += fmt::format("WHEN {} THEN {} ", conditions.outside, reason_number(Reason::OutsideCoverage));
    }
    if (!conditions.ambiguous.empty()) {
        value += fmt::format("WHEN {} THEN NULL ", conditions.ambiguous);
        reason += fmt::format("WHEN {} THEN {} ", conditions.ambiguous, reason_number(Reason::AmbiguousState));
    }
    value += fmt::format("WHEN {} THEN {}.v{} ", there, alias, number);
    reason += fmt::format("WHEN {} THEN {}.r{} ", there, alias, number);
    if (column.absent) {
        const auto listed = conditions.listed.empty() ? std::string("true") : conditions.listed;
        value += fmt::format("WHEN {} THEN {} ", listed, number_text(*column.absent));
        reason += fmt::format("WHEN {} THEN 0 ", listed);
    }
    return {"CASE " + value + "END", "CASE " + reason + "ELSE " + reason_number(Reason::NoRow) + " END"};
}

Cell PanelQuery::cell(const StoredDataset& dataset, const std::string& variable, Side side) {
    return cell(source_of(dataset, frame_->system), source_column(dataset, variable), side);
}

void PanelQuery::lookup(std::string join) {
    lookups_.push_back(std::move(join));
}

// A join splits what it is handed into rows with a partner and rows without, and those that follow work on the pieces:
// states, of which most rows have theirs, come last.
std::string PanelQuery::from_clause() {
    std::string of_pairs;
    std::string of_states;
    for (std::size_t place = 0; place < joined_.size(); ++place) {
        const auto& one = joined_[place];
        const auto table = fmt::format("panel_source_{}", place);
        data_->database().run(fmt::format(
            "CREATE OR REPLACE TEMPORARY TABLE {} AS SELECT {} AS key, * FROM ({})", table, source_key(one.form),
            prepared_query(one.source, one.columns, one.form, frame_->system, frame_->from, frame_->to)));
        check_source(data_->database(), table, one.columns.size());
        auto& joins = one.form == KeyForm::State ? of_states : of_pairs;
        for (const auto side : one.sides) {
            const auto alias = alias_of(place, side);
            joins += fmt::format(" LEFT JOIN {} AS {} ON {}", table, alias, join_condition(one.form, side, alias));
        }
    }
    std::string from = "FROM panel_rows AS r" + of_pairs + of_states;
    for (const auto& lookup : lookups_) from += ' ' + lookup;
    return from;
}

}  // namespace entente::panels
