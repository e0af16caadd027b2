#include "datasets/checked_table.hpp"

#include <algorithm>
#include <cstdint>

#include "datasets/alarms.hpp"

namespace entente::datasets {
namespace {

bool contains(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_number_type(const std::string& type) {
    return type.starts_with("DECIMAL") || contains({"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT",
                                                    "USMALLINT", "UINTEGER", "UBIGINT", "FLOAT", "DOUBLE"},
                                                   type);
}

// Columns that name a row, and those that the store adds to them.
std::vector<std::string> naming_columns(const Descriptor& descriptor) {
    const Key& key = descriptor.key;
    std::vector<std::string> names{key.state, key.state_1, key.state_2, key.year,     key.alliance,
                                   key.phase, key.leader,  "cow",       "gw",         "cow_1",
                                   "cow_2",   "gw_1",      "gw_2",      "begin_year", "end_year"};
    for (const auto* columns : {&key.begin, &key.end, &key.unique}) {
        names.insert(names.end(), columns->begin(), columns->end());
    }
    return names;
}

void add(UnitKey& key, const std::string& name, std::string expression) {
    key.names.push_back(name);
    key.expressions.push_back(std::move(expression));
}

// A state's number on that list. A file that numbers its states by the other list is looked up year by year.
std::string number_of(const CheckedTable& table, const std::string& column, const std::string& suffix, Numbering list) {
    const std::string wanted = (list == Numbering::Cow ? "cow" : "gw") + suffix;
    const Numbering numbering = table.descriptor->key.numbering;
    if (numbering == list) return "CAST(" + identifier(column) + " AS INTEGER)";
    if (table.has(wanted)) return "CAST(" + identifier(wanted) + " AS INTEGER)";
    return {};
}

bool is_named_by_unit(Unit unit) {
    return unit == Unit::StateYear || unit == Unit::DyadYear || unit == Unit::DirectedDyadYear ||
           unit == Unit::Alliance || unit == Unit::AlliancePhase;
}

// A unit has several rows by their nature, and the descriptor says how they become one: what was spent on each place.
bool has_parts(const Descriptor& descriptor) {
    return std::any_of(descriptor.columns.begin(), descriptor.columns.end(),
                       [](const ColumnRule& rule) { return rule.combine == Combine::Sum; });
}

// The columns are exactly those that name the unit.
bool names_unit(const Key& key, std::vector<std::string> columns) {
    std::vector<std::string> unit;
    for (const auto& column : {key.state, key.state_1, key.state_2, key.alliance, key.phase, key.year}) {
        if (!column.empty()) unit.push_back(column);
    }
    std::sort(unit.begin(), unit.end());
    std::sort(columns.begin(), columns.end());
    return unit == columns;
}

}  // namespace

bool UnitKey::has(std::string_view name) const noexcept {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string UnitKey::list(std::string_view prefix) const {
    std::string joined;
    for (const std::string& name : names) {
        if (!joined.empty()) joined += ", ";
        joined += std::string(prefix) + identifier(name);
    }
    return joined;
}

std::string UnitKey::list_without_year() const {
    UnitKey others;
    for (const std::string& name : names) {
        if (name != "year") others.names.push_back(name);
    }
    return others.names.empty() ? list() : others.list();
}

bool CheckedTable::has(std::string_view column) const noexcept {
    return contains(columns, column);
}

bool CheckedTable::holds_numbers(std::string_view column) const noexcept {
    return contains(numbers, column);
}

std::optional<CheckedTable> checked_table(const Database& database, const Descriptor& descriptor,
                                          const std::string& version, const std::string& table,
                                          const std::string& source) {
    const auto found =
        database.query("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = " + literal(table) +
                       " ORDER BY column_index");
    if (found.rows() == 0) return std::nullopt;
    CheckedTable checked{&descriptor, version, table, source, {}, {}};
    const auto naming = naming_columns(descriptor);
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const std::string name = *found.text(row, "column_name");
        checked.columns.push_back(name);
        if (is_number_type(*found.text(row, "data_type")) && !contains(naming, name)) checked.numbers.push_back(name);
    }
    return checked;
}

Numbering own_list(const CheckedTable& table) noexcept {
    return table.descriptor->key.numbering == Numbering::Gw ? Numbering::Gw : Numbering::Cow;
}

std::optional<UnitKey> unit_key(const CheckedTable& table, Numbering list) {
    const Key& key = table.descriptor->key;
    UnitKey unit;
    if (!key.state_1.empty()) {
        add(unit, "state_1", number_of(table, key.state_1, "_1", list));
        add(unit, "state_2", number_of(table, key.state_2, "_2", list));
    } else if (!key.state.empty()) {
        add(unit, "state", number_of(table, key.state, "", list));
    }
    unit.has_states = !unit.names.empty();
    if (!key.alliance.empty()) add(unit, key.alliance, identifier(key.alliance));
    if (!key.phase.empty()) add(unit, key.phase, identifier(key.phase));
    if (!key.year.empty()) add(unit, "year", "TRY_CAST(" + identifier(key.year) + " AS INTEGER)");
    const bool complete =
        std::none_of(unit.expressions.begin(), unit.expressions.end(), [](const auto& each) { return each.empty(); });
    if (!complete || (key.year.empty() && key.alliance.empty())) return std::nullopt;
    return unit;
}

std::optional<UnitKey> row_key(const CheckedTable& table) {
    const auto unit = unit_key(table, own_list(table));
    const auto& unique = table.descriptor->key.unique;
    if (unique.empty() && has_parts(*table.descriptor)) return std::nullopt;
    if (unique.empty()) return is_named_by_unit(table.descriptor->unit) ? unit : std::nullopt;
    if (unit && names_unit(table.descriptor->key, unique)) return unit;
    UnitKey key;
    for (const std::string& column : unique) {
        if (!table.has(column)) return std::nullopt;
        add(key, column, identifier(column));
    }
    return key;
}

bool is_minor(const CheckedTable& table, std::string_view column) noexcept {
    const auto& columns = table.descriptor->columns;
    if (std::none_of(columns.begin(), columns.end(), [](const ColumnRule& rule) { return rule.main; })) return false;
    const ColumnRule* rule = table.descriptor->find_column(column);
    return rule == nullptr || !rule->main;
}

std::string_view unit_word(const CheckedTable& table) noexcept {
    switch (table.descriptor->unit) {
        case Unit::StateYear:
            return "state-year";
        case Unit::DyadYear:
            return "dyad-year";
        case Unit::DirectedDyadYear:
            return "directed dyad-year";
        case Unit::Alliance:
            return "alliance";
        case Unit::AlliancePhase:
            return "alliance phase";
        default:
            return "row";
    }
}

UnitNames::UnitNames(const StateTable& states, Numbering list) : states_(&states), list_(list) {}

std::string UnitNames::state(std::int64_t number, std::optional<std::int64_t> year) const {
    const std::string written = (list_ == Numbering::Cow ? "cow:" : "gw:") + std::to_string(number);
    constexpr int kFirstYear = 1816;
    constexpr int kLastYear = 2100;
    const int then = year && *year >= kFirstYear && *year <= kLastYear ? static_cast<int>(*year) : kLastYear;
    const auto match = states_->find(written, day_range(make_day(then, 1, 1), make_day(then, 12, 31)));
    if (match.code) return *match.code;
    for (const StateRow& row : states_->rows()) {
        if ((list_ == Numbering::Cow ? row.cow_number : row.gw_number) == number) return row.code;
    }
    return written;
}

std::string UnitNames::name(const UnitKey& key, const ResultTable& result, std::size_t row) const {
    std::optional<std::int64_t> year;
    if (key.has("year")) year = result.integer(row, "year");
    std::string name;
    const auto append = [&name](const std::string& part, std::string_view between) {
        if (!name.empty()) name += between;
        name += part;
    };
    for (const std::string& column : key.names) {
        const bool state = key.has_states && (column == "state" || column == "state_1" || column == "state_2");
        if (state) {
            const auto number = result.integer(row, column);
            append(number ? this->state(*number, year) : "?", column == "state_2" ? "–" : " ");
        } else if (column == "year") {
            append(year ? std::to_string(*year) : "?", " ");
        } else if (const auto* texts = std::get_if<Column::Texts>(&result.column(column).values)) {
            append(result.column(column).present[row] == 0 ? column + " ?" : column + ' ' + (*texts)[row], " ");
        } else {
            const auto value = result.number(row, column);
            // No commas: an id or a year is no quantity.
            std::string text = value ? figure_text(*value) : "?";
            std::erase(text, ',');
            append(column + ' ' + text, " ");
        }
    }
    return name;
}

}  // namespace entente::datasets
