// data check: alarms about the data in the store, as JSON.
#include "reports/json.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {
namespace {

Json alarm_json(const datasets::Alarm& alarm) {
    Json worst = Json::array();
    for (const auto& unit : alarm.worst) {
        worst.push_back({{"unit", unit.unit},
                         {"one", number(unit.one)},
                         {"two", number(unit.two)},
                         {"three", number(unit.three)},
                         {"more", unit.more}});
    }
    return {{"gravity", name_of(alarm.gravity)},
            {"kind", name_of(alarm.kind)},
            {"dataset", alarm.dataset},
            {"version", alarm.version},
            {"older_versions", alarm.older},
            {"variable", text_or_null(alarm.variable)},
            {"other", text_or_null(alarm.other)},
            {"pattern", text_or_null(alarm.pattern)},
            {"what", alarm.what},
            {"advice", alarm.advice},
            {"source", alarm.source},
            {"units", alarm.units},
            {"checked", alarm.checked == 0 ? Json(nullptr) : Json(alarm.checked)},
            {"worst", std::move(worst)}};
}

}  // namespace

std::string data_check_json(const workbench::DataCheckResult& result) {
    Json tables = Json::array();
    for (const auto& table : result.tables) {
        tables.push_back({{"dataset", table.dataset}, {"version", table.version}, {"rows", table.rows}});
    }
    Json alarms = Json::array();
    for (const auto& alarm : result.alarms) alarms.push_back(alarm_json(alarm));
    Json problems = Json::array();
    for (const auto& problem : result.problems) problems.push_back(to_line(problem));
    return dumped({{"store", result.store},
                   {"tables", std::move(tables)},
                   {"comparisons", result.comparisons},
                   {"not_made", result.not_made},
                   {"problems", std::move(problems)},
                   {"alarms", std::move(alarms)},
                   {"version", workbench::version()}});
}

}  // namespace entente::reports
