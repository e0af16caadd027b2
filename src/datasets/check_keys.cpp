#include "datasets/table_checks.hpp"

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::datasets {
namespace {

// A data set that has so many states outside their time counts colonies and territories on purpose; one that has a few
// may have mistaken a number or a year.
constexpr std::int64_t kManyStates = 20;

Alarm alarm_about(const CheckedTable& table, Gravity gravity) {
    Alarm alarm;
    alarm.kind = AlarmKind::BrokenKey;
    alarm.gravity = gravity;
    alarm.dataset = table.descriptor->id;
    alarm.version = table.version;
    alarm.source = table.source;
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

std::int64_t rows_of(const CheckGround& ground, const CheckedTable& table) {
    return *ground.database().query("SELECT count(*) AS n FROM " + identifier(table.table)).integer(0, "n");
}

// The column with a file's own names or letters of states, as an expression; else NULL.
std::string written_state(const CheckedTable& table) {
    const auto& key = table.descriptor->key;
    const bool numbers = key.numbering == Numbering::Cow || key.numbering == Numbering::Gw;
    return numbers || key.state.empty() || !table.has(key.state) ? "NULL::VARCHAR" : identifier(key.state);
}

// What the file calls the states of rows that share a key: `Russia` and `USSR` in one year.
std::string names_of_one_state(const CheckGround& ground, const std::string& keyed, const std::string& list) {
    const auto found = ground.database().query(
        "SELECT DISTINCT string_agg(DISTINCT written_state, ' and ' ORDER BY written_state) AS names FROM (" + keyed +
        ") GROUP BY " + list + " HAVING count(DISTINCT written_state) > 1 ORDER BY names");
    std::vector<std::string> names;
    for (std::size_t row = 0; row < found.rows(); ++row) names.push_back(*found.text(row, "names"));
    return joined(names, "; ");
}

void check_repeats(const CheckGround& ground, const CheckedTable& table, std::vector<Alarm>& alarms) {
    const auto key = row_key(table);
    if (!key) return;
    std::string excluded;  // columns that the key takes the names of
    for (const std::string& column : table.columns) {
        if (!table.holds_numbers(column)) excluded += (excluded.empty() ? "" : ", ") + identifier(column);
    }
    std::string complete = "TRUE";
    // Rows of what is no state, or whose state was not recognised, are many and name nothing.
    for (const std::string& name : key->names) {
        if (key->has_states && name.starts_with("state")) complete += " AND " + identifier(name) + " IS NOT NULL";
    }
    // A second row without a single number, as of a state that had another name then, adds nothing to a merge.
    if (!table.numbers.empty()) {
        std::string any;
        for (const std::string& column : table.numbers)
            any += (any.empty() ? "" : " OR ") + identifier(column) + " IS NOT NULL";
        complete += " AND (" + any + ")";
    }
    const std::string keyed =
        fmt::format("SELECT {}, written_state FROM (SELECT {}, {} AS written_state, * EXCLUDE ({}) FROM {}) WHERE {}",
                    key->list(), selected(*key), written_state(table), excluded, identifier(table.table), complete);
    const std::string repeated = fmt::format(
        "SELECT {0}, CAST(count(*) AS DOUBLE) AS one, NULL::DOUBLE AS two, 0 AS more FROM ({1}) GROUP BY {0} HAVING "
        "count(*) > 1",
        key->list(), keyed);
    const auto count = *ground.database().query("SELECT count(*) AS n FROM (" + repeated + ")").integer(0, "n");
    if (count == 0) return;
    Alarm alarm = alarm_about(table, Gravity::Wrong);
    alarm.units = count;
    alarm.checked = rows_of(ground, table);
    alarm.what = fmt::format("more than one row for {} of {}, though {} should name one row",
                             count_text(count, "combination"), table.id(), joined(key->names, ", "));
    if (const auto names = names_of_one_state(ground, keyed, key->list()); !names.empty()) {
        alarm.what += "; the file has one state under several names: " + names;
    }
    alarm.advice = "a merge by these columns would multiply rows; keep one of them, or say how they combine";
    alarm.worst = units_of(ground, *key, own_list(table), repeated + " ORDER BY one DESC, " + key->list());
    alarms.push_back(std::move(alarm));
}

// Whether a row says anything: one of its main columns has a value, or one with a number where none is main. A state
// that was no member yet has a row in each roll call, and no vote in it.
std::string says_something(const CheckedTable& table) {
    std::vector<std::string> columns;
    for (const auto& rule : table.descriptor->columns) {
        if (rule.main && table.has(rule.name)) columns.push_back(rule.name);
    }
    if (columns.empty()) columns = table.numbers;
    std::string any;
    for (const auto& column : columns) any += (any.empty() ? "" : " OR ") + identifier(column) + " IS NOT NULL";
    return any.empty() ? "TRUE" : any;
}

// Numbers of states that are on the list in other years, but not in this one, in rows that say something.
void check_existence(const CheckGround& ground, const CheckedTable& table, std::vector<Alarm>& alarms) {
    const auto& key = table.descriptor->key;
    if (key.year.empty() || (key.numbering != Numbering::Cow && key.numbering != Numbering::Gw)) return;
    std::string rows;
    for (const auto& column : {key.state, key.state_1, key.state_2}) {
        if (column.empty()) continue;
        if (!rows.empty()) rows += " UNION ";
        rows += fmt::format("SELECT CAST({} AS INTEGER) AS state, TRY_CAST({} AS INTEGER) AS year FROM {} WHERE {}",
                            identifier(column), identifier(key.year), identifier(table.table), says_something(table));
    }
    if (rows.empty()) return;
    const UnitKey unit{{"state", "year"}, {"state", "year"}, true};
    const std::string absent = fmt::format(
        "SELECT state, min(year) AS year, CAST(count(*) AS DOUBLE) AS one, CAST(max(year) AS DOUBLE) AS two, 0 AS more "
        "FROM (SELECT DISTINCT * FROM ({})) u WHERE year BETWEEN {} AND {} AND state IN (SELECT number FROM {} WHERE "
        "list = {}) AND NOT EXISTS (SELECT 1 FROM {} l WHERE l.list = {} AND l.number = u.state AND l.year = u.year) "
        "GROUP BY state",
        rows, kFirstListYear, kLastListYear, kListTable, literal(name_of(own_list(table))), kListTable,
        literal(name_of(own_list(table))));
    const auto found = ground.database().query(
        "SELECT count(*) AS states, CAST(coalesce(sum(one), 0) AS BIGINT) AS years FROM (" + absent + ")");
    const auto states = *found.integer(0, "states");
    if (states == 0) return;
    Alarm alarm = alarm_about(table, Gravity::Doubtful);
    alarm.units = *found.integer(0, "years");
    alarm.what =
        fmt::format("states that the {} list does not have in that year: {} of {}, each listed by its first year",
                    own_list(table) == Numbering::Cow ? "Correlates of War" : "Gleditsch and Ward",
                    count_text(alarm.units, "state-year"), count_text(states, "state"));
    if (states >= kManyStates) alarm.gravity = Gravity::Note;
    alarm.advice = "a panel of states drops them; values for a colony or an occupied state are not those of a state";
    alarm.worst = units_of(ground, unit, own_list(table), absent + " ORDER BY one DESC, state");
    for (auto& each : alarm.worst) {
        each.more = static_cast<std::int64_t>(each.one.value_or(1)) - 1;
        each.one.reset();
        each.two.reset();
    }
    alarms.push_back(std::move(alarm));
}

void check_spans(const CheckGround& ground, const CheckedTable& table, std::vector<Alarm>& alarms) {
    if (!table.has("begin_year") || !table.has("end_year")) return;
    const auto key = row_key(table);
    const std::string turned = "end_year < begin_year";
    const auto count =
        *ground.database()
             .query(fmt::format("SELECT count(*) AS n FROM {} WHERE {}", identifier(table.table), turned))
             .integer(0, "n");
    if (count == 0) return;
    Alarm alarm = alarm_about(table, Gravity::Wrong);
    alarm.units = count;
    alarm.checked = rows_of(ground, table);
    alarm.what = "an end before the begin, in " + count_text(count, "row");
    alarm.advice = "look the dates up in the codebook; a panel leaves these rows out";
    if (key) {
        alarm.worst = units_of(ground, *key, own_list(table),
                               fmt::format("SELECT {}, CAST(begin_year AS DOUBLE) AS one, CAST(end_year AS DOUBLE) AS "
                                           "two, 0 AS more FROM {} WHERE {} ORDER BY {}",
                                           selected(*key), identifier(table.table), turned, key->list()));
    }
    alarms.push_back(std::move(alarm));
}

void check_selves(const CheckGround& ground, const CheckedTable& table, std::vector<Alarm>& alarms) {
    const auto& key = table.descriptor->key;
    if (key.state_1.empty()) return;
    const auto count = *ground.database()
                            .query(fmt::format("SELECT count(*) AS n FROM {} WHERE {} = {}", identifier(table.table),
                                               identifier(key.state_1), identifier(key.state_2)))
                            .integer(0, "n");
    if (count == 0) return;
    Alarm alarm = alarm_about(table, Gravity::Wrong);
    alarm.units = count;
    alarm.checked = rows_of(ground, table);
    alarm.what = "a state is paired with itself in " + count_text(count, "row");
    alarm.advice = "drop them: no state is its own partner or opponent";
    alarms.push_back(std::move(alarm));
}

// A flag of a directed table that is set in one direction and not in the other: right, and often lost.
void check_direction(const CheckGround& ground, const CheckedTable& table, const std::string& column,
                     std::vector<Alarm>& alarms) {
    const auto key = unit_key(table, own_list(table));
    const std::string flags =
        fmt::format("SELECT {}, {} AS flag FROM {}", selected(*key), identifier(column), identifier(table.table));
    const auto values = ground.database().query(fmt::format(
        "SELECT count(*) FILTER (flag = 1) AS set_flags, coalesce(bool_and(flag IN (0, 1)), false) AS only FROM ({})",
        flags));
    const auto set_flags = *values.integer(0, "set_flags");
    if (*values.integer(0, "only") == 0 || set_flags == 0) return;
    const std::string one_way = fmt::format(
        "SELECT state_1, state_2, max(year) AS year, NULL::DOUBLE AS one, NULL::DOUBLE AS two, count(*) - 1 AS more "
        "FROM (SELECT * FROM ({0}) WHERE flag = 1) a ANTI JOIN (SELECT * FROM ({0}) WHERE flag = 1) b ON "
        "a.state_1 = b.state_2 AND a.state_2 = b.state_1 AND a.year = b.year GROUP BY state_1, state_2",
        flags);
    const auto found = ground.database().query(
        "SELECT count(*) AS pairs, CAST(coalesce(sum(more + 1), 0) AS BIGINT) AS units FROM (" + one_way + ")");
    const auto pairs = *found.integer(0, "pairs");
    if (pairs == 0) return;
    Alarm alarm = alarm_about(table, Gravity::Note);
    alarm.variable = column;
    alarm.pattern = "one way only";
    alarm.units = *found.integer(0, "units");
    alarm.checked = set_flags;
    alarm.what = fmt::format("{} runs one way only in {} ({} of those in which it is set), between {}", column,
                             count_text(alarm.units, "directed dyad-year"), share_text(alarm.units, set_flags),
                             count_text(pairs, "directed pair"));
    alarm.advice = "keep the direction; a table of pairs without order has to say which side it means";
    alarm.worst = units_of(ground, *key, own_list(table), one_way + " ORDER BY more DESC, state_1, state_2");
    alarms.push_back(std::move(alarm));
}

}  // namespace

std::vector<Alarm> check_keys(const CheckGround& ground, const CheckedTable& table) {
    std::vector<Alarm> alarms;
    check_repeats(ground, table, alarms);
    check_existence(ground, table, alarms);
    check_spans(ground, table, alarms);
    check_selves(ground, table, alarms);
    const auto unit = unit_key(table, own_list(table));
    if (table.descriptor->unit == Unit::DirectedDyadYear && unit && unit->has("year")) {
        // Only of obligations: that a side attacks, or began, is one-sided by its meaning.
        for (const std::string& column : table.numbers) {
            const auto* rule = table.descriptor->find_column(column);
            if (rule != nullptr && rule->absent) check_direction(ground, table, column, alarms);
        }
    }
    return alarms;
}

}  // namespace entente::datasets
