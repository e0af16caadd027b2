#include "datasets/table_checks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace entente::datasets {
namespace {

// A column of amounts, in which a ratio means something: never negative, far above 1, of many values.
bool holds_amounts(const CheckGround& ground, const CheckedTable& table, const std::string& column) {
    const ColumnRule* rule = table.descriptor->find_column(column);
    if (rule != nullptr && rule->at_most) return false;  // a share or a score
    constexpr double kLargeEnough = 100;
    constexpr std::int64_t kManyValues = 50;
    const auto found = ground.database().query(
        fmt::format("SELECT CAST(min({0}) AS DOUBLE) AS low, CAST(max({0}) AS DOUBLE) AS high, count(DISTINCT {0}) AS "
                    "different FROM {1}",
                    identifier(column), identifier(table.table)));
    return found.number(0, "low").value_or(-1) >= 0 && found.number(0, "high").value_or(0) >= kLargeEnough &&
           *found.integer(0, "different") >= kManyValues;
}

// A spike: the value is at least twice (a trough: at most half) each of its neighbours in time, these are within a
// quarter of one another, and the larger of the three is no small one: 20 at least, and in the upper quarter of the
// column's values other than zero.
std::string spikes(const CheckedTable& table, const UnitKey& key, const std::string& column) {
    std::string select;
    for (std::size_t place = 0; place < key.names.size(); ++place) {
        select += key.expressions[place] + " AS " + identifier(key.names[place]) + ", ";
    }
    const std::string one = key.list_without_year();
    return fmt::format(
        "SELECT *, (before + after) / 2 AS middle, before AS two, after AS three FROM (SELECT {0}, one, "
        "lag(one) OVER w AS before, lead(one) OVER w AS after, lag(year) OVER w AS year_before, "
        "lead(year) OVER w AS year_after FROM (SELECT {1}CAST({2} AS DOUBLE) AS one FROM {3}) "
        "WHERE one IS NOT NULL WINDOW w AS (PARTITION BY {4} ORDER BY year)) "
        "WHERE year_before = year - 1 AND year_after = year + 1 "
        "AND greatest(one, before, after) >= (SELECT greatest(20, quantile_cont(CAST({2} AS DOUBLE), 0.75)) FROM {3} "
        "WHERE {2} <> 0) "
        "AND greatest(before, after) <= 1.25 * least(before, after) AND least(before, after) > 0 "
        "AND (one >= 1.99 * greatest(before, after) OR one <= least(before, after) / 1.99)",
        key.list(), select, identifier(column), identifier(table.table), one);
}

struct Crowd {
    std::int64_t year = 0;
    std::int64_t units = 0;
};

// The year with the most spikes, if it stands out: five at least, and three times as many as the next.
std::optional<Crowd> crowded_year(const CheckGround& ground, const std::string& found) {
    const auto years = ground.database().query("SELECT CAST(year AS BIGINT) AS year, count(*) AS n FROM (" + found +
                                               ") GROUP BY ALL ORDER BY n DESC, year LIMIT 2");
    constexpr std::int64_t kFewest = 5;
    constexpr std::int64_t kTimesTheNext = 3;
    if (years.rows() == 0) return std::nullopt;
    const Crowd first{*years.integer(0, "year"), *years.integer(0, "n")};
    const std::int64_t second = years.rows() > 1 ? *years.integer(1, "n") : 0;
    if (first.units < kFewest || first.units < kTimesTheNext * second) return std::nullopt;
    return first;
}

// The spikes of one column.
struct ColumnSpikes {
    std::string column;
    std::int64_t units = 0;
    std::int64_t checked = 0;
    std::string pattern;           // what they have in common, if anything
    std::vector<AlarmUnit> worst;  // the largest first
};

ColumnSpikes spikes_of(const CheckGround& ground, const CheckedTable& table, const UnitKey& key,
                       const std::string& column) {
    const std::string found = spikes(table, key, column);
    const auto counts = ground.database().query(fmt::format(
        "SELECT count(*) AS n, count(*) FILTER (one / middle BETWEEN 1.98 AND 2.02) AS doubled FROM ({})", found));
    ColumnSpikes result;
    result.column = column;
    result.units = *counts.integer(0, "n");
    if (result.units == 0) return result;
    result.checked = *ground.database()
                          .query("SELECT count(" + identifier(column) + ") AS n FROM " + identifier(table.table))
                          .integer(0, "n");
    const auto doubled = *counts.integer(0, "doubled");
    if (const auto crowd = crowded_year(ground, found)) {
        result.pattern = fmt::format("{} of them in {}", crowd->units, crowd->year);
    } else if (doubled * 2 >= result.units && doubled > 1) {
        result.pattern = fmt::format("{} of them doubled to within 1%", doubled);
    }
    result.worst = units_of(
        ground, key, own_list(table),
        fmt::format("SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY {1}) - 1 AS more FROM ({0})) QUALIFY "
                    "row_number() OVER (PARTITION BY {1} ORDER BY abs(one - middle) DESC, {2}) = 1 ORDER BY "
                    "abs(one - middle) DESC, {2}",
                    found, key.list_without_year(), key.list()));
    return result;
}

// The largest of each column, then the second largest: amounts in different units have no common order. Columns that
// say the same of a unit are named together.
std::vector<AlarmUnit> largest_of_each(const std::vector<ColumnSpikes>& columns) {
    constexpr std::size_t kMostUnits = 10;
    std::vector<AlarmUnit> found;
    std::vector<std::string> names;  // of the columns, by unit found
    for (std::size_t place = 0; place < kMostUnits; ++place) {
        for (const auto& each : columns) {
            if (place >= each.worst.size()) continue;
            const auto same = std::find(found.begin(), found.end(), each.worst[place]);
            if (same != found.end()) {
                names[static_cast<std::size_t>(same - found.begin())] += ", " + each.column;
            } else if (found.size() < kMostUnits) {
                found.push_back(each.worst[place]);
                names.push_back(each.column);
            }
        }
    }
    for (std::size_t i = 0; i < found.size() && columns.size() > 1; ++i) found[i].unit += ' ' + names[i];
    return found;
}

Alarm alarm_about(const CheckedTable& table, const std::vector<ColumnSpikes>& columns, const std::string& meaning) {
    Alarm alarm;
    alarm.kind = AlarmKind::Spike;
    alarm.dataset = table.descriptor->id;
    alarm.version = table.version;
    alarm.source = table.source;
    alarm.minor = true;
    std::string counts;
    for (const auto& each : columns) {
        alarm.units += each.units;
        alarm.checked += each.checked;
        alarm.minor = alarm.minor && is_minor(table, each.column);
        alarm.variable += (alarm.variable.empty() ? "" : ", ") + each.column;
        if (!each.pattern.empty()) {
            alarm.pattern += (alarm.pattern.empty() ? "" : "; ") +
                             (columns.size() > 1 ? each.column + ": " + each.pattern : each.pattern);
        }
        counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", each.column, each.units);
    }
    alarm.what = fmt::format("at least doubled or halved for one year and back: {} ({})",
                             count_text(alarm.units, "value"), counts);
    alarm.advice = meaning.empty()
                       ? "look these up before a trend is fitted: a war does this, and so does a double count"
                       : meaning;
    alarm.worst = largest_of_each(columns);
    return alarm;
}

}  // namespace

std::vector<Alarm> check_spikes(const CheckGround& ground, const CheckedTable& table) {
    const auto key = unit_key(table, own_list(table));
    if (table.descriptor->unit != Unit::StateYear || !key || !key->has("year")) return {};
    std::map<std::string, std::vector<ColumnSpikes>> by_meaning;
    for (const std::string& column : table.numbers) {
        if (!holds_amounts(ground, table, column)) continue;
        auto found = spikes_of(ground, table, *key, column);
        const auto* rule = table.descriptor->find_column(column);
        if (found.units > 0) by_meaning[rule == nullptr ? "" : rule->spikes_mean].push_back(std::move(found));
    }
    std::vector<Alarm> alarms;
    for (auto& [meaning, columns] : by_meaning) {
        std::stable_sort(columns.begin(), columns.end(), [&table](const ColumnSpikes& one, const ColumnSpikes& two) {
            const bool one_is_minor = is_minor(table, one.column);
            const bool two_is_minor = is_minor(table, two.column);
            return one_is_minor != two_is_minor ? two_is_minor : one.units > two.units;
        });
        alarms.push_back(alarm_about(table, columns, meaning));
    }
    return alarms;
}

std::vector<Alarm> check_breaks(const CheckGround& ground, const CheckedTable& table,
                                const std::vector<DeclaredBreak>& declared) {
    std::vector<Alarm> alarms;
    const YearSpan years = years_in(ground, table);
    const auto add = [&](const std::string& column, const DefinitionBreak& change, const std::string& source) {
        if (!table.has(column) || change.year <= years.first || change.year > years.last) return;
        Alarm alarm;
        alarm.kind = AlarmKind::Break;
        alarm.gravity = Gravity::Note;
        alarm.dataset = table.descriptor->id;
        alarm.version = table.version;
        alarm.variable = column;
        alarm.what = fmt::format("{} means something else from {}{}: {}", column, change.year,
                                 change.state.empty() ? "" : " for " + change.state, change.what);
        alarm.advice = fmt::format("compare no values across {}, and let no model see a change there", change.year);
        alarm.source = source;
        alarms.push_back(std::move(alarm));
    };
    for (const auto& rule : table.descriptor->columns) {
        for (const auto& change : rule.breaks) add(rule.name, change, "descriptor of " + table.descriptor->id);
    }
    for (const auto& each : declared) {
        const bool here = each.column.dataset == table.descriptor->id &&
                          (each.column.version.empty() || each.column.version == table.version);
        if (here) add(each.column.column, each.change, each.source.empty() ? each.where.file : each.source);
    }
    return alarms;
}

}  // namespace entente::datasets
