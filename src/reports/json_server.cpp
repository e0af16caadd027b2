#include "reports/json_server.hpp"

#include "reports/json_parts.hpp"

namespace entente::reports {
namespace {

Json points_json(const std::vector<workbench::StartingPoint>& points) {
    Json list = Json::array();
    for (const auto& point : points) list.push_back({{"id", point.id}, {"name", point.name}});
    return list;
}

}  // namespace

std::string served_json(const Serving& serving) {
    Json cases = Json::array();
    for (const auto& each : serving.cases) {
        cases.push_back({{"id", each.id},
                         {"title", each.title},
                         {"sha256", each.sha256},
                         {"broken", each.broken},
                         {"protocols", points_json(each.starts.protocols)},
                         {"theories", points_json(each.starts.theories)}});
    }
    const Json json{
        {"version", workbench::version()},      {"mode", "serve"},        {"editing", !serving.coder.empty()},
        {"coder", text_or_null(serving.coder)}, {"blind", serving.blind}, {"cases", std::move(cases)}};
    return json.dump();
}

std::string failure_json(const Failure& failure) {
    Json problems = Json::array();
    for (const auto& problem : failure.problems) {
        problems.push_back({{"file", problem.where.file},
                            {"line", problem.where.line},
                            {"column", problem.where.column},
                            {"severity", problem.severity == Severity::Error ? "error" : "warning"},
                            {"what", problem.what},
                            {"advice", text_or_null(problem.advice)}});
    }
    Json error{{"what", failure.what}, {"advice", text_or_null(failure.advice)}};
    if (failure.blind) error["blind"] = true;
    error["problems"] = std::move(problems);
    // A message may quote what a client sent.
    return Json{{"error", std::move(error)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente::reports
