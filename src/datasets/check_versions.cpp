#include "datasets/table_checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::datasets {
namespace {

constexpr const char* kUnits = "entente_check_units";

Alarm alarm_about(const CheckedTable& older, const CheckedTable& newer, Gravity gravity) {
    Alarm alarm;
    alarm.kind = AlarmKind::Versions;
    alarm.gravity = gravity;
    alarm.dataset = newer.descriptor->id;
    alarm.version = newer.version;
    alarm.source = older.source + ", " + newer.source;
    alarm.other = older.id();
    return alarm;
}

std::string selected(const UnitKey& key) {
    std::string select;
    for (std::size_t place = 0; place < key.names.size(); ++place) {
        if (place > 0) select += ", ";
        select += key.expressions[place] + " AS " + identifier(key.names[place]);
    }
    return select;
}

// Units that came and went, in the years that both versions have.
void check_units(const CheckGround& ground, const CheckedTable& older, const CheckedTable& newer, const UnitKey& key,
                 std::vector<Alarm>& alarms) {
    std::string years = "TRUE";
    if (key.has("year")) {
        const YearSpan before = years_in(ground, older);
        const YearSpan after = years_in(ground, newer);
        years = fmt::format("year BETWEEN {} AND {}", std::max(before.first, after.first),
                            std::min(before.last, after.last));
    }
    ground.database().run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE {0} AS SELECT {1}, in_old IS NULL AS added FROM (SELECT DISTINCT {2}, TRUE "
        "AS in_old FROM {3}) o FULL JOIN (SELECT DISTINCT {2}, TRUE AS in_new FROM {4}) n USING ({1}) WHERE (in_old IS "
        "NULL OR in_new IS NULL) AND {5}",
        kUnits, key.list(), selected(key), identifier(older.table), identifier(newer.table), years));
    for (const bool added : {false, true}) {
        const std::string condition = added ? "added" : "NOT added";
        const auto count = *ground.database()
                                .query(fmt::format("SELECT count(*) AS n FROM {} WHERE {}", kUnits, condition))
                                .integer(0, "n");
        if (count == 0) continue;
        Alarm alarm = alarm_about(older, newer, added ? Gravity::Note : Gravity::Doubtful);
        alarm.pattern = added ? "units added" : "units gone";
        alarm.units = count;
        const std::string where = key.has("year") ? ", in the years of both" : "";
        alarm.what = added ? fmt::format("new in {}{}: {} that {} does not have", newer.id(), where,
                                         count_text(count, unit_word(newer)), older.id())
                           : fmt::format("no longer in {}{}: {} of {}", newer.id(), where,
                                         count_text(count, unit_word(newer)), older.id());
        alarm.advice = "results from the two versions rest on different cases: say which one is used";
        const std::string one = key.list_without_year();
        alarm.worst = units_of(
            ground, key, own_list(newer),
            fmt::format("SELECT {0}, NULL::DOUBLE AS one, NULL::DOUBLE AS two, more FROM (SELECT {0}, count(*) OVER "
                        "(PARTITION BY {1}) - 1 AS more, row_number() OVER (PARTITION BY {1} ORDER BY {0}) AS place "
                        "FROM {2} WHERE {3}) WHERE place = 1 ORDER BY more DESC, {0}",
                        key.list(), one, kUnits, condition));
        alarms.push_back(std::move(alarm));
    }
}

struct ChangedColumn {
    std::string name;
    std::int64_t changed = 0;
    std::int64_t both = 0;
};

// A column that holds nothing but the version differs by nature.
bool names_the_version(const CheckedTable& table, const std::string& column) {
    const auto& versions = table.descriptor->versions;
    return std::any_of(versions.begin(), versions.end(),
                       [&column](const Version& version) { return version.test.column == column; });
}

// Of each column that both have: units with a value in both, and those in which it changed.
std::vector<ChangedColumn> changed_columns(const CheckGround& ground, const CheckedTable& older,
                                           const CheckedTable& newer, const UnitKey& key) {
    std::vector<std::string> shared;
    std::string select;
    for (const std::string& column : newer.numbers) {
        if (!older.holds_numbers(column) || names_the_version(newer, column)) continue;
        const std::string name = identifier(column);
        // Whole numbers have to be the same. Of others, shorter decimals of one number are no change.
        select += fmt::format(
            ", count(*) FILTER (o.{0} IS NOT NULL AND n.{0} IS NOT NULL) AS both_{1}, count(*) FILTER (abs(CAST(o.{0} "
            "AS "
            "DOUBLE) - CAST(n.{0} AS DOUBLE)) > CASE WHEN o.{0} = floor(o.{0}) AND n.{0} = floor(n.{0}) THEN 0 ELSE "
            "1e-3 "
            "* greatest(abs(CAST(o.{0} AS DOUBLE)), abs(CAST(n.{0} AS DOUBLE))) END) AS changed_{1}",
            name, shared.size());
        shared.push_back(column);
    }
    if (shared.empty()) return {};
    std::string same;
    for (const std::string& expression : key.expressions) {
        // The key's expressions name columns, which the two sides have alike.
        same += same.empty() ? "" : " AND ";
        same += "o.k" + std::to_string(&expression - key.expressions.data()) + " = n.k" +
                std::to_string(&expression - key.expressions.data());
    }
    const auto side = [&](const CheckedTable& table) {
        std::string keys;
        for (std::size_t place = 0; place < key.expressions.size(); ++place) {
            keys += fmt::format(", {} AS k{}", key.expressions[place], place);
        }
        std::string partition;
        for (const auto& expression : key.expressions) partition += (partition.empty() ? "" : ", ") + expression;
        return fmt::format("(SELECT *{} FROM {} QUALIFY count(*) OVER (PARTITION BY {}) = 1)", keys,
                           identifier(table.table), partition);
    };
    const auto found = ground.database().query(
        fmt::format("SELECT 0 AS none{} FROM {} o JOIN {} n ON {}", select, side(older), side(newer), same));
    std::vector<ChangedColumn> changed;
    for (std::size_t place = 0; place < shared.size(); ++place) {
        const ChangedColumn column{shared[place], *found.integer(0, fmt::format("changed_{}", place)),
                                   *found.integer(0, fmt::format("both_{}", place))};
        if (column.changed > 0) changed.push_back(column);
    }
    std::stable_sort(changed.begin(), changed.end(),
                     [](const ChangedColumn& one, const ChangedColumn& two) { return one.changed > two.changed; });
    return changed;
}

}  // namespace

std::vector<Alarm> check_versions(const CheckGround& ground, const CheckedTable& older, const CheckedTable& newer) {
    std::vector<Alarm> alarms;
    const auto unit = unit_key(newer, own_list(newer));
    const auto key = unit && unit->has("year") ? unit : row_key(newer);
    const auto other = unit && unit->has("year") ? unit_key(older, own_list(newer)) : row_key(older);
    if (!key || !other || key->names != other->names) return alarms;
    check_units(ground, older, newer, *key, alarms);
    const auto changed = changed_columns(ground, older, newer, *key);
    if (changed.empty()) return alarms;
    Alarm alarm = alarm_about(older, newer, Gravity::Note);
    alarm.pattern = "values changed";
    std::string names;
    constexpr std::size_t kMostNamed = 6;
    for (std::size_t place = 0; place < changed.size(); ++place) {
        alarm.units += changed[place].changed;
        alarm.checked += changed[place].both;
        if (place >= kMostNamed) continue;
        names += fmt::format("{}{} {} ({})", place == 0 ? "" : ", ", changed[place].name,
                             figure_text(static_cast<double>(changed[place].changed)),
                             share_text(changed[place].changed, changed[place].both));
    }
    if (changed.size() > kMostNamed) names += fmt::format(" and {} more columns", changed.size() - kMostNamed);
    alarm.what = fmt::format("{} changed {} that {} had already: {}", newer.id(), count_text(alarm.units, "value"),
                             older.id(), names);
    alarm.advice = "an analysis made with the older version does not repeat with the newer one: cite the version";
    alarms.push_back(std::move(alarm));
    return alarms;
}

}  // namespace entente::datasets
