#include "reports/json_objects.hpp"
#include "reports/json_series.hpp"

namespace entente::reports {

Json trajectory_object(const workbench::TrajectoryResult& result) {
    Json json;
    add_provenance(json, *result.open, result.seed);
    json["periods"] = Json::array();
    for (const auto& point : result.points) {
        const auto& verdict = point.outcome.verdict;
        Json findings = Json::object();
        for (const auto& factor : point.outcome.factors) findings[factor.id] = name_of(factor.finding);
        json["periods"].push_back({{"focal", period_json(result.open->content, point.period)},
                                   {"baseline", point.baseline},
                                   {"direction", name_of(verdict.direction)},
                                   {"size", name_of(verdict.size)},
                                   {"probability", share_or_null(verdict.probability, verdict.direction)},
                                   {"factors", verdict.factors},
                                   {"against", verdict.against},
                                   {"findings", std::move(findings)},
                                   {"items", point.items},
                                   {"clusters", point.clusters},
                                   {"sources", point.sources},
                                   {"thinned_to", point.thinned_to},
                                   {"survives", number(point.survives)},
                                   {"comparable", point.comparable}});
    }
    return json;
}

Json continuity_object(const workbench::ContinuityResult& result) {
    Json json;
    add_provenance(json, *result.open, result.open->protocol.sensitivity.seed);
    json["periods"] = result.matrix.periods;
    json["issues"] = Json::array();
    for (std::size_t i = 0; i < result.matrix.rows.size(); ++i) {
        Json cells = Json::array();
        for (std::size_t p = 0; p < result.matrix.periods.size(); ++p) {
            const auto& cell = result.matrix.rows[i][p];
            cells.push_back({{"period", result.matrix.periods[p]},
                             {"continuity", cell.state ? Json(name_of(*cell.state)) : Json(nullptr)},
                             {"items", cell.items},
                             {"other_items", cell.others}});
        }
        json["issues"].push_back({{"id", result.open->content.issues[i].id}, {"cells", std::move(cells)}});
    }
    json["series"] = series_tests_json(result.series);
    json["series_tests"] = result.series.tests;
    return json;
}

}  // namespace entente::reports
