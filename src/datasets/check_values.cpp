#include "datasets/table_checks.hpp"

#include <array>

#include <fmt/format.h>

namespace entente::datasets {
namespace {

// Codes that data sets use for missing, and descriptors may have forgotten to declare.
constexpr std::array<double, 9> kUsualCodes{-9, -8, -7, -66, -77, -88, -99, -999, -9999};

std::string limits_text(const ColumnRule& rule) {
    if (rule.at_least && rule.at_most) return figure_text(*rule.at_least) + " to " + figure_text(*rule.at_most);
    if (rule.at_least) return "at least " + figure_text(*rule.at_least);
    return "at most " + figure_text(*rule.at_most);
}

std::string outside(const ColumnRule& rule) {
    const std::string value = "CAST(" + identifier(rule.name) + " AS DOUBLE)";
    std::string condition;
    // Enough for numbers written with fifteen digits: a share of 1.0000000000000002 is 1.
    constexpr double kRounding = 1e-9;
    if (rule.at_least) condition = fmt::format("{} < {}", value, *rule.at_least - kRounding);
    if (rule.at_most) {
        if (!condition.empty()) condition += " OR ";
        condition += fmt::format("{} > {}", value, *rule.at_most + kRounding);
    }
    return condition;
}

std::vector<AlarmUnit> worst_units(const CheckGround& ground, const CheckedTable& table, const std::string& column,
                                   const std::string& condition) {
    const auto key = unit_key(table, own_list(table));
    const auto unit = key ? key : row_key(table);
    if (!unit) return {};
    std::string select;
    for (std::size_t place = 0; place < unit->names.size(); ++place) {
        select += unit->expressions[place] + " AS " + identifier(unit->names[place]) + ", ";
    }
    return units_of(ground, *unit, own_list(table),
                    fmt::format("SELECT {}CAST({} AS DOUBLE) AS one, NULL::DOUBLE AS two, 0 AS more FROM {} WHERE {} "
                                "ORDER BY abs(one) DESC, {}",
                                select, identifier(column), identifier(table.table), condition, unit->list()));
}

Alarm alarm_about(const CheckedTable& table, const std::string& column) {
    Alarm alarm;
    alarm.kind = AlarmKind::Impossible;
    alarm.dataset = table.descriptor->id;
    alarm.version = table.version;
    alarm.variable = column;
    alarm.minor = is_minor(table, column);
    alarm.source = table.source;
    return alarm;
}

void check_limits(const CheckGround& ground, const CheckedTable& table, const ColumnRule& rule,
                  std::vector<Alarm>& alarms) {
    const std::string condition = outside(rule);
    const auto found =
        ground.database().query(fmt::format("SELECT count(*) FILTER ({}) AS bad, count({}) AS present FROM {}",
                                            condition, identifier(rule.name), identifier(table.table)));
    const auto bad = *found.integer(0, "bad");
    if (bad == 0) return;
    Alarm alarm = alarm_about(table, rule.name);
    alarm.gravity = Gravity::Wrong;
    alarm.units = bad;
    alarm.checked = *found.integer(0, "present");
    alarm.what = fmt::format("{} has {} that cannot be: it should be {}", rule.name, count_text(bad, "value"),
                             limits_text(rule));
    alarm.advice = "leave these rows out, or correct them from the codebook, before any sum or mean";
    alarm.worst = worst_units(ground, table, rule.name, condition);
    alarms.push_back(std::move(alarm));
}

// A column without declared limits whose only negative value is one that usually stands for `missing`.
void check_codes(const CheckGround& ground, const CheckedTable& table, const std::string& column,
                 std::vector<Alarm>& alarms) {
    const auto found = ground.database().query(fmt::format(
        "SELECT count(*) FILTER (v < 0) AS negative, count(v) AS present, min(v) AS lowest, max(v) FILTER (v < 0) AS "
        "highest FROM (SELECT CAST({} AS DOUBLE) AS v FROM {})",
        identifier(column), identifier(table.table)));
    const auto negative = *found.integer(0, "negative");
    const auto lowest = found.number(0, "lowest");
    if (negative == 0 || lowest != found.number(0, "highest")) return;
    bool usual = false;
    for (const double code : kUsualCodes) usual = usual || *lowest == code;
    if (!usual) return;
    Alarm alarm = alarm_about(table, column);
    alarm.units = negative;
    alarm.checked = *found.integer(0, "present");
    alarm.pattern = "a code for missing";
    alarm.what = fmt::format("{} is {} in {} and never negative otherwise: that looks like a code for missing", column,
                             figure_text(*lowest), count_text(negative, "row"));
    alarm.advice = "look into the codebook; declare the code in the descriptor as missing or not_applicable";
    alarms.push_back(std::move(alarm));
}

}  // namespace

std::vector<Alarm> check_values(const CheckGround& ground, const CheckedTable& table) {
    std::vector<Alarm> alarms;
    for (const std::string& column : table.numbers) {
        const ColumnRule* rule = table.descriptor->find_column(column);
        if (rule != nullptr && (rule->at_least || rule->at_most)) {
            check_limits(ground, table, *rule, alarms);
        } else {
            check_codes(ground, table, column, alarms);
        }
    }
    return alarms;
}

}  // namespace entente::datasets
