#include "datasets/comparison_pairs.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::datasets {
namespace {

// A state-year numbered by Gleditsch and Ward, by its Correlates of War number of that year.
std::optional<UnitKey> by_crosswalk(const CheckedTable& table) {
    const Key& key = table.descriptor->key;
    if (key.numbering != Numbering::Gw || key.state.empty() || key.year.empty()) return std::nullopt;
    return UnitKey{{"state", "year"}, {"cow", "TRY_CAST(" + identifier(key.year) + " AS INTEGER)"}, true};
}

// Several rows of one unit become one value as a panel would make it.
std::string combined(const CheckedTable& table, const std::string& column) {
    const ColumnRule* rule = table.descriptor->find_column(column);
    const std::string value = "CAST(" + identifier(column) + " AS DOUBLE)";
    switch (rule == nullptr ? Combine::Same : rule->combine) {
        case Combine::Sum:
            return "sum(" + value + ")";
        case Combine::Minimum:
            return "min(" + value + ")";
        case Combine::Maximum:
            return "max(" + value + ")";
        default:
            return fmt::format("CASE WHEN min({0}) = max({0}) THEN min({0}) END", value);
    }
}

std::string side(const CheckedTable& table, const UnitKey& key, const std::string& column, bool crossed,
                 const std::string& zero_with = {}) {
    std::string select;
    for (std::size_t place = 0; place < key.names.size(); ++place) {
        select += key.expressions[place] + " AS " + identifier(key.names[place]) + ", ";
    }
    std::string from = identifier(table.table);
    if (crossed) {
        const Key& columns = table.descriptor->key;
        from = fmt::format(
            "(SELECT t.*, c.cow FROM {} t JOIN {} c ON c.gw = t.{} AND c.year = TRY_CAST(t.{} AS "
            "INTEGER))",
            from, kCrosswalkTable, identifier(columns.state), identifier(columns.year));
    }
    std::string complete;
    for (const std::string& name : key.names)
        complete += (complete.empty() ? "" : " AND ") + identifier(name) + " IS NOT NULL";
    const auto counted =
        zero_with.empty() ? std::string("FALSE") : fmt::format("coalesce({}, -1) = 0", combined(table, zero_with));
    return fmt::format("SELECT * FROM (SELECT {}{} AS v, {} AS counted FROM {} GROUP BY ALL) WHERE {}", select,
                       combined(table, column), counted, from, complete);
}

std::optional<CommonKey> common_unit(const CheckedTable& left, const CheckedTable& right) {
    for (const Numbering list : {Numbering::Cow, Numbering::Gw}) {
        const auto one = unit_key(left, list);
        const auto two = unit_key(right, list);
        if (one && two && one->names == two->names) return CommonKey{*one, *two, list, false, false, {}};
    }
    const auto one = unit_key(left, Numbering::Cow);
    const auto two = unit_key(right, Numbering::Cow);
    const auto one_crossed = by_crosswalk(left);
    const auto two_crossed = by_crosswalk(right);
    if (one && two_crossed && one->names == two_crossed->names) {
        return CommonKey{*one, *two_crossed, Numbering::Cow, false, true, {}};
    }
    if (two && one_crossed && two->names == one_crossed->names) {
        return CommonKey{*one_crossed, *two, Numbering::Cow, true, false, {}};
    }
    const auto row_one = row_key(left);
    const auto row_two = row_key(right);
    if (row_one && row_two && row_one->names == row_two->names) {
        return CommonKey{*row_one, *row_two, Numbering::Cow, false, false, {}};
    }
    return std::nullopt;
}

void add_column(UnitKey& key, const std::string& column) {
    if (key.has(column)) return;
    key.names.push_back(column);
    key.expressions.push_back(identifier(column));
}

}  // namespace

std::optional<CommonKey> common_key(const CheckedTable& left, const CheckedTable& right, const std::string& by) {
    auto key = common_unit(left, right);
    if (!key || by.empty()) return key;
    key->by = by;
    add_column(key->left, by);
    add_column(key->right, by);
    return key;
}

void make_pairs(const CheckGround& ground, const Comparison& comparison, const CheckedTable& left,
                const CheckedTable& right, const CommonKey& key) {
    const bool yearly = key.left.has("year");
    std::string using_key = key.left.list();
    std::string years = "TRUE";
    ground.database().run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE {} AS SELECT {}, l.v * {} AS one, r.v AS two, l.here AS in_one, r.here AS "
        "in_two, coalesce(l.counted, FALSE) AS counted FROM (SELECT *, TRUE AS here FROM ({})) l FULL JOIN (SELECT *, "
        "TRUE AS here FROM ({})) r USING ({})",
        kPairs, using_key, comparison.scale,
        side(left, key.left, comparison.left.column, key.left_by_crosswalk, comparison.zero_with),
        side(right, key.right, comparison.right.column, key.right_by_crosswalk), using_key));
    if (yearly) {
        years = fmt::format(
            "year BETWEEN (SELECT greatest(min(year) FILTER (one IS NOT NULL), min(year) FILTER (two IS NOT NULL)) "
            "FROM {0}) AND (SELECT least(max(year) FILTER (one IS NOT NULL), max(year) FILTER (two IS NOT NULL)) FROM "
            "{0})",
            kPairs);
        if (comparison.years) {
            years += fmt::format(" AND year BETWEEN {} AND {}", comparison.years->first, comparison.years->last);
        }
    }
    // A rounding in the last digit is no difference. Small numbers are twice one another by chance.
    constexpr double kRounding = 1e-9;
    constexpr double kNotSmall = 10;
    ground.database().run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE {0} AS SELECT * EXCLUDE (low, high), CASE "
        "WHEN low IS NULL OR high < {1} OR abs(one - two) <= {2} * high THEN 'agrees' "
        "WHEN low >= {4} AND abs(high / low - 2) < {3} THEN 'doubled' "
        "WHEN low = 0 AND high >= {4} THEN 'zero' ELSE 'differs' END AS sort "
        "FROM (SELECT *, CASE WHEN one + two IS NOT NULL THEN least(abs(one), abs(two)) END AS low, greatest(abs(one), "
        "abs(two)) AS high FROM {0}) WHERE {5}",
        kPairs, comparison.minimum, std::max(comparison.tolerance, kRounding), kRounding, kNotSmall, years));
}

std::int64_t count_pairs(const CheckGround& ground, const char* condition) {
    return *ground.database()
                .query(fmt::format("SELECT count(*) AS n FROM {} WHERE {}", kPairs, condition))
                .integer(0, "n");
}

std::vector<AlarmUnit> worst_pairs(const CheckGround& ground, const CommonKey& key, const char* condition) {
    UnitKey unit = key.left;
    std::erase(unit.names, key.by);
    const std::string query = fmt::format(
        "SELECT * FROM (SELECT {0}, one, two, size, count(*) OVER (PARTITION BY {1}) - 1 AS more, row_number() OVER "
        "(PARTITION BY {1} ORDER BY size DESC, {0}) AS place FROM (SELECT *, abs(coalesce(one, 0) - coalesce(two, 0)) "
        "AS "
        "size FROM {2} WHERE {3})) WHERE place = 1 ORDER BY size DESC, more DESC, {0}",
        key.left.list(), unit.list_without_year(), kPairs, condition);
    return units_of(ground, key.left, key.list, query);
}

}  // namespace entente::datasets
