#include "panels/panel_query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/unit_join.hpp"

namespace entente::panels {
namespace {

// Over the units.
struct Conditions {
    std::string outside;    // empty: never
    std::string ambiguous;  // empty: never
    std::string listed;     // empty: always
};

Conditions conditions_of(const SourceTable& source, const SourceColumn& column, KeyForm form, const PanelFrame& frame) {
    Conditions conditions;
    const auto& years = column.years;
    if (years.last != 0 && (years.first > frame.from || years.last < frame.to)) {
        conditions.outside = fmt::format("u.year NOT BETWEEN {} AND {}", years.first, years.last);
    }
    const bool by_states = form == KeyForm::State || form == KeyForm::Pair || form == KeyForm::Directed;
    if (by_states && source.numbering != frame.system) {
        conditions.ambiguous = "u.ambiguous";
        conditions.listed = "u.listed";
    }
    if (form == KeyForm::State && (frame.unit == PanelUnit::MemberYear || frame.unit == PanelUnit::LeaderYear)) {
        conditions.ambiguous += (conditions.ambiguous.empty() ? "" : " OR ") + std::string("u.unplaced");
    }
    return conditions;
}

// That the pair is one of which no row says nothing; empty: there is none.
std::string left_out_condition(const SourceColumn& column) {
    std::string any;
    for (const auto& one : column.left_out) {
        std::string states;
        for (const int state : one.states) states += (states.empty() ? "" : ", ") + std::to_string(state);
        any += (any.empty() ? "" : " OR ") +
               fmt::format("(u.year BETWEEN {} AND {} AND (u.state_1 IN ({}) OR u.state_2 IN ({})))", one.years.first,
                           one.years.last, states, states);
    }
    return any;
}

std::string number_text(double value) {
    return fmt::format("{}", value);
}

// Reasons are kept as one whole number for several cells: a row's cells are counted by few of them.
constexpr std::size_t kReasonBits = 4;
constexpr std::size_t kReasonsInOne = 15;
static_assert(kReasons <= 1U << kReasonBits);

// As many whole numbers as it takes.
std::vector<std::string> packed(const std::vector<std::string>& reasons) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (i % kReasonsInOne == 0) numbers.emplace_back("CAST(0 AS BIGINT)");
        numbers.back() += fmt::format(" | (CAST({} AS BIGINT) << {})", reasons[i], kReasonBits * (i % kReasonsInOne));
    }
    return numbers;
}

int shift_of(std::size_t cell) {
    return static_cast<int>(kReasonBits * (cell % kReasonsInOne));
}

std::string unpacked(const std::string& number, int shift) {
    return fmt::format("(({} >> {}) & {})", number, shift, (1U << kReasonBits) - 1);
}

}  // namespace

std::string reason_number(Reason reason) {
    return std::to_string(static_cast<int>(reason));
}

Cell computed_from(const std::vector<Cell>& inputs, const std::string& value) {
    std::string all_there;
    for (const auto& input : inputs) {
        all_there += (all_there.empty() ? "" : " AND ") + fmt::format("({}) = 0", input.reason);
    }
    return {fmt::format("CASE WHEN {} THEN {} END", all_there, value),
            fmt::format("CASE WHEN {} THEN CASE WHEN ({}) IS NULL THEN {} ELSE 0 END ELSE {} END", all_there, value,
                        reason_number(Reason::Undefined), reason_number(Reason::Input))};
}

std::size_t PanelQuery::joined_place(const SourceTable& source, Side side) {
    Joined wanted{source, form_of(source.unit, frame_->unit), level_of(frame_->unit, side), side == Side::TwoToOne, {},
                  {}};
    const auto same = [&](const Joined& one) {
        return one.source.table == source.table && one.form == wanted.form && one.level == wanted.level &&
               one.back == wanted.back && one.source.key.state == source.key.state &&
               one.source.key.state_1 == source.key.state_1;
    };
    const auto found = std::find_if(joined_.begin(), joined_.end(), same);
    const auto place = static_cast<std::size_t>(found - joined_.begin());
    if (found == joined_.end()) joined_.push_back(std::move(wanted));
    return place;
}

Cell PanelQuery::cell(const SourceTable& source, const SourceColumn& column, Side side) {
    const auto source_place = joined_place(source, side);
    auto& joined = joined_[source_place];
    auto& level = levels_[joined.level];
    const auto known = std::find_if(joined.columns.begin(), joined.columns.end(), [&](const SourceColumn& one) {
        return one.value == column.value && one.combine == column.combine && one.within == column.within;
    });
    const auto number = static_cast<std::size_t>(known - joined.columns.begin());
    if (known == joined.columns.end()) {
        joined.columns.push_back(column);
        joined.cells.push_back(level.cells.size());
        level.cells.emplace_back(source_place, number);
    }
    level.sides.insert(side);
    const auto cell = joined.cells[number];
    const auto of_side = static_cast<int>(side);
    const PackedReason reason{fmt::format("r.p{}_{}_{}", static_cast<int>(joined.level), cell / kReasonsInOne, of_side),
                              shift_of(cell)};
    return {fmt::format("r.v{}_{}_{}", source_place, number, of_side), unpacked(reason.number, reason.shift), reason};
}

Cell PanelQuery::cell(const StoredDataset& dataset, const std::string& variable, Side side) {
    return cell(source_of(dataset, frame_->system), source_column(dataset, variable), side);
}

std::size_t PackedReason::reason_in(std::int64_t value) const noexcept {
    constexpr std::uint64_t kMask = (1U << kReasonBits) - 1;
    return static_cast<std::size_t>((static_cast<std::uint64_t>(value) >> shift) & kMask);
}

// The value and the reason of a cell, over the units and what the source says of them.
Cell PanelQuery::resolved(const Joined& joined, const std::string& name, const SourceColumn& column) const {
    const auto conditions = conditions_of(joined.source, column, joined.form, *frame_);
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
    if (column.within) {
        const auto special =
            fmt::format("u.v{} NOT BETWEEN {} AND {}", name, column.within->least, column.within->most);
        value += fmt::format("WHEN {} THEN NULL ", special);
        reason += fmt::format("WHEN {} THEN {} ", special, reason_number(Reason::MissingInSource));
    }
    value += fmt::format("WHEN u.r{0} IS NOT NULL THEN u.v{0} ", name);
    reason += fmt::format("WHEN u.r{0} IS NOT NULL THEN u.r{0} ", name);
    if (column.absent) {
        auto listed = conditions.listed.empty() ? std::string("true") : conditions.listed;
        if (const auto left_out = left_out_condition(column); !left_out.empty()) {
            listed = fmt::format("({}) AND NOT ({})", listed, left_out);
        }
        value += fmt::format("WHEN {} THEN {} ", listed, number_text(*column.absent));
        reason += fmt::format("WHEN {} THEN 0 ", listed);
    }
    return {"CASE " + value + "END", "CASE " + reason + "ELSE " + reason_number(Reason::NoRow) + " END"};
}

// The functions of a source by the places of its units: a value for each column, then the reasons. A source mostly has
// one row for each key, and grouping rows to see it takes longer than all else.
std::vector<std::string> PanelQuery::functions_of(const Joined& joined) const {
    auto& database = data_->database();
    const auto unit = unit_join(joined.form, joined.level, joined.back);
    std::string select;
    std::string wrong = "false";
    std::vector<std::string> reasons;
    for (std::size_t number = 0; number < joined.columns.size(); ++number) {
        select += fmt::format(", s.v{}", number);
        wrong += fmt::format(" OR (v{0} IS NULL) <> (r{0} <> 0)", number);
        reasons.push_back(fmt::format("s.r{}", number));
    }
    for (const auto& number : packed(reasons)) select += ", " + number;
    const auto places = number_of_rows(database, units_of(joined.level));
    const auto functions = [&](const std::string& source) {
        return database.try_make_lookup(
            fmt::format("SELECT {}{} FROM {} AS s {}", unit.place, select, source, unit.join), places);
    };
    const auto prepared = [&](Rows rows) {
        return prepared_query(joined.source, joined.columns, joined.form, frame_->system, frame_->from, frame_->to,
                              rows);
    };
    const bool sums = std::any_of(joined.columns.begin(), joined.columns.end(),
                                  [](const auto& column) { return column.combine == datasets::Combine::Sum; });
    if (!sums) {
        if (auto found = functions("(" + prepared(Rows::OneForEachKey) + ")")) return std::move(*found);
    }
    database.run("CREATE OR REPLACE TEMPORARY TABLE panel_source AS " + prepared(Rows::Several));
    const auto found = database.query("SELECT count(*) AS rows FROM panel_source WHERE " + wrong);
    ensure(*found.integer(0, "rows") == 0, "a source has a value or a reason, never both");
    auto of_groups = functions("panel_source");
    ensure(of_groups.has_value(), "several rows of a source became one");
    return std::move(*of_groups);
}

// What the source says: gives `, FUNCTION(u.place) AS v0_1, FUNCTION(u.place) AS r0_1 …` for the columns of source 0.
std::string PanelQuery::looked_up(std::size_t source_place) const {
    const auto& joined = joined_[source_place];
    std::string columns;
    if (!joined.source.by_place.empty()) {
        for (std::size_t number = 0; number < joined.columns.size(); ++number) {
            const auto& column = joined.columns[number];
            columns += fmt::format(
                ", {0}(u.place) AS v{2}_{3}, CASE WHEN {0}(u.place) IS NOT NULL THEN 0 ELSE "
                "{1}(u.place) END AS r{2}_{3}",
                joined.source.by_place.at(column.value), joined.source.by_place.at(column.reason), source_place,
                number);
        }
        return columns;
    }
    const auto functions = functions_of(joined);
    for (std::size_t number = 0; number < joined.columns.size(); ++number) {
        const auto& of_reasons = functions[joined.columns.size() + number / kReasonsInOne];
        columns += fmt::format(", {}(u.place) AS v{}_{}, {} AS r{}_{}", functions[number], source_place, number,
                               unpacked(of_reasons + "(u.place)", shift_of(number)), source_place, number);
    }
    return columns;
}

// The cells of a level over its units and what the sources say of them: their values, then their reasons.
PanelQuery::CellsByName PanelQuery::cells_by_name(Level level, const CellsOfLevel& of_level) const {
    CellsByName cells;
    std::vector<std::string> reasons;
    for (const auto& [source_place, number] : of_level.cells) {
        const auto& joined = joined_[source_place];
        const auto name = fmt::format("{}_{}", source_place, number);
        auto cell = resolved(joined, name, joined.columns[number]);
        cells.emplace_back("v" + name, std::move(cell.value));
        reasons.push_back(std::move(cell.reason));
    }
    const auto numbers = packed(reasons);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        cells.emplace_back(fmt::format("p{}_{}", static_cast<int>(level), i), numbers[i]);
    }
    return cells;
}

// The units of a level with what the sources say of them.
std::string PanelQuery::with_sources(Level level) const {
    std::string sources;
    for (std::size_t place = 0; place < joined_.size(); ++place) {
        if (joined_[place].level == level) sources += looked_up(place);
    }
    return fmt::format("(SELECT u.*{} FROM {} AS u) AS u", sources, units_of(level));
}

// All cells of a level, by the places of its units: gives `, FUNCTION(PLACE) AS v0_1_2 …` over the rows.
std::string PanelQuery::looked_up(Level level, const CellsOfLevel& of_level) const {
    const auto cells = cells_by_name(level, of_level);
    std::string select;
    for (const auto& [name, expression] : cells) select += ", " + expression;
    const auto functions =
        data_->database().make_lookup(fmt::format("SELECT u.place{} FROM {}", select, with_sources(level)),
                                      number_of_rows(data_->database(), units_of(level)));
    std::string columns;
    for (const auto side : of_level.sides) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            columns += fmt::format(", {}({}) AS {}_{}", functions[i], place_of(frame_->unit, side), cells[i].first,
                                   static_cast<int>(side));
        }
    }
    return columns;
}

// A cell of a row's own is said for each row: there is none that repeats it.
std::string PanelQuery::rows_with_their_cells() const {
    const auto of_rows = levels_.find(Level::Rows);
    if (of_rows == levels_.end()) return "panel_rows AS r";
    std::string select;
    for (const auto& [name, expression] : cells_by_name(Level::Rows, of_rows->second)) {
        for (const auto side : of_rows->second.sides) {
            select += fmt::format(", {} AS {}_{}", expression, name, static_cast<int>(side));
        }
    }
    return fmt::format("(SELECT u.*{} FROM {}) AS r", select, with_sources(Level::Rows));
}

std::string PanelQuery::from_clause() const {
    std::string select = "r.*";
    for (const auto& [level, cells] : levels_) {
        if (level != Level::Rows) select += looked_up(level, cells);
    }
    return fmt::format("FROM (SELECT {} FROM {}) AS r", select, rows_with_their_cells());
}

}  // namespace entente::panels
