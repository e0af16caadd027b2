#include "panels/source_table.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::panels {
namespace {

using datasets::Combine;
using datasets::identifier;
using datasets::Numbering;
using datasets::Unit;

int number_of(Reason reason) {
    return static_cast<int>(reason);
}

bool has_spells(const SourceTable& source) {
    return source.key.year.empty() && !source.key.begin.empty();
}

std::string whole(const std::string& column) {
    return fmt::format("TRY_CAST({} AS INTEGER)", identifier(column));
}

// A spell counts in every year that it touches.
std::string year_of(const SourceTable& source, int from, int to) {
    if (!has_spells(source)) return whole(source.key.year);
    return fmt::format(
        "unnest(range(greatest(TRY_CAST({0} AS BIGINT), {2}), least(coalesce(TRY_CAST({1} AS BIGINT), {4}), {3}) + 1))",
        identifier(source.key.begin.front()), identifier(source.key.end.front()), from, to, source.last_year);
}

struct KeyPart {
    std::string name;
    std::string expression;
};

std::vector<KeyPart> key_parts(const SourceTable& source, KeyForm form, int from, int to) {
    const auto& key = source.key;
    const auto year = [&] { return KeyPart{"year", year_of(source, from, to)}; };
    switch (form) {
        case KeyForm::State:
            return {{"state", whole(key.state)}, year()};
        case KeyForm::Pair:
        case KeyForm::Directed:
            return {{"state_1", whole(key.state_1)}, {"state_2", whole(key.state_2)}, year()};
        case KeyForm::Alliance:
            return {{"alliance", identifier(key.alliance)}};
        case KeyForm::AlliancePhase:
            return {{"alliance", identifier(key.alliance)}, {"phase", whole(key.phase)}};
        case KeyForm::Member:
            return {{"alliance", identifier(key.alliance)},
                    {"state", whole(key.state)},
                    {"phase", key.phase.empty() ? "0" : whole(key.phase)},
                    year()};
        case KeyForm::Leader:
            return {{"leader", identifier(key.leader)}};
    }
    return {};
}

std::string raw_query(const SourceTable& source, const std::vector<SourceColumn>& columns,
                      const std::vector<KeyPart>& parts) {
    std::string select;
    for (const auto& part : parts) select += fmt::format("{} AS {}, ", part.expression, part.name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        select += fmt::format("{} AS c{}, ", identifier(column.value), i);
        if (!column.reason.empty()) {
            select += fmt::format("{} AS q{}, ", identifier(column.reason), i);
        } else if (!column.not_applicable.empty()) {
            select += fmt::format("coalesce({}, false) AS n{}, ", identifier(column.not_applicable), i);
        }
    }
    std::string order;
    for (const auto& column : source.order) order += identifier(column) + ", ";
    const auto place = order.empty() ? std::string("rowid") : "row_number() OVER (ORDER BY " + order + "rowid)";
    return fmt::format("SELECT {}{} AS place FROM {}", select, place, identifier(source.table));
}

// The numbers of the data set's list as those of the panel's, where the two divide the states alike.
std::string renumbered(const std::string& raw, KeyForm form) {
    if (form == KeyForm::State) {
        return fmt::format(
            "SELECT raw.* REPLACE (p.number AS state) FROM ({}) AS raw JOIN panel_partners AS p ON p.other = raw.state "
            "AND p.year = raw.year AND NOT p.ambiguous",
            raw);
    }
    return fmt::format(
        "SELECT raw.* REPLACE (p.number AS state_1, q.number AS state_2) FROM ({}) AS raw JOIN panel_partners AS p ON "
        "p.other = raw.state_1 AND p.year = raw.year AND NOT p.ambiguous JOIN panel_partners AS q ON q.other = "
        "raw.state_2 AND q.year = raw.year AND NOT q.ambiguous",
        raw);
}

// Why several rows gave no value, where the known ones do not contradict each other.
std::string reason_of_none(const SourceColumn& column, std::size_t place) {
    if (!column.reason.empty()) {
        return fmt::format("coalesce(max(q{}), {})", place, number_of(Reason::MissingInSource));
    }
    if (column.not_applicable.empty()) return std::to_string(number_of(Reason::MissingInSource));
    // One row that is missing says that there is a value: Russia's, beside the Soviet Union's that there is none of.
    return fmt::format("CASE WHEN bool_and(n{}) THEN {} ELSE {} END", place, number_of(Reason::NotApplicable),
                       number_of(Reason::MissingInSource));
}

// What is missing is no value, so it contradicts none; but a sum without all its parts would be too small.
std::string value_of(const SourceColumn& column, std::size_t place) {
    switch (column.combine) {
        case Combine::Same:
            return fmt::format("CASE WHEN min(c{0}) = max(c{0}) THEN min(c{0}) END", place);
        case Combine::First:
            return fmt::format("first(c{} ORDER BY place)", place);
        case Combine::Last:
            return fmt::format("last(c{} ORDER BY place)", place);
        case Combine::Minimum:
            return fmt::format("min(c{})", place);
        case Combine::Maximum:
            return fmt::format("max(c{})", place);
        case Combine::Sum:
            // In one order, since sums of fractions depend on it.
            return fmt::format("CASE WHEN count(c{0}) = count(*) THEN list_sum(list_sort(list(c{0}))) END", place);
        case Combine::Count:
            return fmt::format("count(c{})", place);
    }
    return "NULL";
}

std::string reason_for(const SourceColumn& column, std::size_t place) {
    const auto none = reason_of_none(column, place);
    if (column.combine == Combine::Same) {
        return fmt::format("CASE WHEN min(c{0}) = max(c{0}) THEN 0 WHEN count(c{0}) > 0 THEN {1} ELSE {2} END", place,
                           number_of(Reason::Several), none);
    }
    return fmt::format("CASE WHEN ({}) IS NOT NULL THEN 0 ELSE {} END", value_of(column, place), none);
}

// A table that has one row for each key needs no rule for several.
std::string as_it_is(const SourceTable& source, const std::vector<SourceColumn>& columns, KeyForm form) {
    std::string select = joined(key_columns(form), ", ");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto value = identifier(columns[i].value);
        const auto none = columns[i].reason.empty() ? std::to_string(number_of(Reason::MissingInSource))
                                                    : identifier(columns[i].reason);
        select += fmt::format(", {0} AS v{1}, CAST(CASE WHEN {0} IS NOT NULL THEN 0 ELSE {2} END AS UTINYINT) AS r{1}",
                              value, i, none);
    }
    return fmt::format("SELECT {} FROM {}", select, identifier(source.table));
}

// The value and the reason of a column of several rows, and of one.
struct Prepared {
    std::string value;
    std::string reason;
};

Prepared of_several(const SourceColumn& column, std::size_t place) {
    return {value_of(column, place), reason_for(column, place)};
}

Prepared of_one(const SourceColumn& column, std::size_t place) {
    if (column.combine == Combine::Count) return {fmt::format("CAST(c{} IS NOT NULL AS BIGINT)", place), "0"};
    auto none = std::to_string(number_of(Reason::MissingInSource));
    if (!column.reason.empty()) {
        none = fmt::format("coalesce(q{}, {})", place, none);
    } else if (!column.not_applicable.empty()) {
        none = fmt::format("CASE WHEN n{} THEN {} ELSE {} END", place, number_of(Reason::NotApplicable), none);
    }
    return {fmt::format("c{}", place), fmt::format("CASE WHEN c{} IS NOT NULL THEN 0 ELSE {} END", place, none)};
}

std::string begin_or_end(const StoredDataset& dataset, const char* added, const std::vector<std::string>& declared) {
    if (dataset.has(added)) return added;
    return declared.size() == 1 ? declared.front() : std::string{};
}

}  // namespace

std::vector<std::string> key_columns(KeyForm form) {
    switch (form) {
        case KeyForm::State:
            return {"state", "year"};
        case KeyForm::Pair:
        case KeyForm::Directed:
            return {"state_1", "state_2", "year"};
        case KeyForm::Alliance:
            return {"alliance"};
        case KeyForm::AlliancePhase:
            return {"alliance", "phase"};
        case KeyForm::Member:
            return {"alliance", "state", "phase", "year"};
        case KeyForm::Leader:
            return {"leader"};
    }
    return {};
}

SourceTable computed_table(const std::string& table, Unit unit, Numbering numbering) {
    SourceTable source;
    source.table = table;
    source.unit = unit;
    source.numbering = numbering;
    source.one_row_each = true;
    if (unit == Unit::StateYear) {
        source.key.state = "state";
        source.key.year = "year";
    } else if (unit == Unit::DyadYear) {
        source.key.state_1 = "state_1";
        source.key.state_2 = "state_2";
        source.key.year = "year";
    } else {
        source.key.alliance = "alliance";
        source.key.phase = unit == Unit::AlliancePhase ? "phase" : "";
    }
    return source;
}

SourceTable source_of(const StoredDataset& dataset, Numbering system) {
    SourceTable source;
    source.table = dataset.table;
    source.unit = dataset.descriptor->unit;
    source.key = dataset.descriptor->key;
    source.last_year = dataset.years.last;
    const auto own = dataset.descriptor->key.numbering;
    source.numbering = own == Numbering::Gw || own == Numbering::Cow ? own : system;
    if (own != Numbering::Gw && own != Numbering::Cow) {
        const std::string list(name_of(system));
        if (!source.key.state.empty()) source.key.state = list;
        if (!source.key.state_1.empty()) source.key.state_1 = list + "_1";
        if (!source.key.state_2.empty()) source.key.state_2 = list + "_2";
    }
    if (source.key.year.empty()) {
        source.order = source.key.begin;
        const auto begin = begin_or_end(dataset, "begin_year", source.key.begin);
        const auto end = begin_or_end(dataset, "end_year", source.key.end);
        source.key.begin = begin.empty() || end.empty() ? std::vector<std::string>{} : std::vector{begin};
        source.key.end = begin.empty() || end.empty() ? std::vector<std::string>{} : std::vector{end};
    }
    return source;
}

SourceColumn source_column(const StoredDataset& dataset, const std::string& variable) {
    SourceColumn column;
    column.value = variable;
    if (dataset.has(variable + "_not_applicable")) column.not_applicable = variable + "_not_applicable";
    column.years = dataset.years_of(variable);
    if (const auto* rule = dataset.descriptor->find_column(variable); rule != nullptr) {
        column.combine = rule->combine;
        column.absent = rule->absent;
        column.left_out = rule->left_out;
    }
    return column;
}

std::string prepared_query(const SourceTable& source, const std::vector<SourceColumn>& columns, KeyForm form,
                           Numbering system, int from, int to, Rows several) {
    const bool same_list = form == KeyForm::Alliance || form == KeyForm::AlliancePhase || source.numbering == system;
    if (source.one_row_each && same_list) return as_it_is(source, columns, form);
    const auto parts = key_parts(source, form, from, to);
    auto rows = raw_query(source, columns, parts);
    const bool by_states = form == KeyForm::State || form == KeyForm::Pair || form == KeyForm::Directed;
    if (by_states && source.numbering != system) rows = renumbered(rows, form);
    if (form == KeyForm::Pair) {
        rows = fmt::format(
            "SELECT * REPLACE (least(state_1, state_2) AS state_1, greatest(state_1, state_2) AS state_2) FROM ({})",
            rows);
    }
    const auto keys = key_columns(form);
    std::string select = joined(keys, ", ");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto cell = several == Rows::Several ? of_several(columns[i], i) : of_one(columns[i], i);
        select += fmt::format(", {} AS v{}, CAST({} AS UTINYINT) AS r{}", cell.value, i, cell.reason, i);
    }
    std::string where;
    for (const auto& key : keys) where += (where.empty() ? "" : " AND ") + key + " IS NOT NULL";
    if (keys.back() == "year") where += fmt::format(" AND year BETWEEN {} AND {}", from, to);
    const auto groups = several == Rows::Several ? " GROUP BY " + joined(keys, ", ") : std::string{};
    return fmt::format("SELECT {} FROM ({}) WHERE {}{}", select, rows, where, groups);
}

}  // namespace entente::panels
