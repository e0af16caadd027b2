#include "reports/json_forecast.hpp"

#include "reports/json.hpp"

namespace entente::reports {
namespace {

Json view_json(const workbench::ForecastView& view) {
    const auto& forecast = view.forecast;
    Json json{{"id", view.id},
              {"kind", name_of(view.kind)},
              {"from", view.from},
              {"statement", view.statement},
              {"author", view.author},
              {"made", date_or_null(view.made)},
              {"horizon", text_or_null(forecast.horizon)},
              {"due", date_or_null(forecast.due)},
              {"overdue", view.overdue},
              {"probability", range_json(forecast.probability)},
              {"probability_basis", text_or_null(forecast.probability_basis)},
              {"rule", text_or_null(forecast.rule)},
              {"status", name_of(forecast.outcome.resolution)}};
    add_settlement(json, forecast.outcome);
    json.erase("resolution");
    json["brier"] = number(view.brier);
    json["log"] = number(view.log);
    json["sources"] = citations_json(view.sources);
    json["rows"] = view.rows;
    return json;
}

Json scores_json(const std::optional<outlook::ForecastScores>& scores) {
    if (!scores) return nullptr;
    Json calibration = Json::array();
    for (const auto& group : scores->calibration) {
        calibration.push_back({{"forecast", number(group.forecast)},
                               {"happened", number(group.happened)},
                               {"low", number(group.low)},
                               {"high", number(group.high)},
                               {"size", group.size}});
    }
    return {{"forecasts", scores->forecasts},
            {"brier", number(scores->brier)},
            {"brier_best", number(scores->brier_best)},
            {"brier_worst", number(scores->brier_worst)},
            {"reliability", number(scores->parts.reliability)},
            {"resolution", number(scores->parts.resolution)},
            {"uncertainty", number(scores->parts.uncertainty)},
            {"skill", number(scores->skill)},
            {"log", number(scores->log)},
            {"calibration", std::move(calibration)}};
}

}  // namespace

Json range_json(const std::optional<evidence::ProbabilityRange>& range) {
    if (!range) return nullptr;
    return {{"low", number(range->low)}, {"high", number(range->high)}};
}

Json date_or_null(const std::optional<Date>& date) {
    return date ? Json(to_text(*date)) : Json(nullptr);
}

void add_settlement(Json& json, const evidence::Settlement& outcome) {
    json["resolution"] = name_of(outcome.resolution);
    json["resolved"] = date_or_null(outcome.resolved);
    json["why"] = text_or_null(outcome.why);
    json["settled_by"] = citations_json(outcome.settled_by);
}

Json forecast_object(const workbench::ForecastResult& result) {
    Json forecasts = Json::array();
    for (const auto& view : result.forecasts) forecasts.push_back(view_json(view));
    Json authors = Json::array();
    for (const auto& author : result.authors) {
        authors.push_back({{"author", author.author},
                           {"made", author.made},
                           {"came_true", author.came_true},
                           {"failed", author.failed},
                           {"open", author.open},
                           {"unscorable", author.unscorable},
                           {"scored", author.scored},
                           {"brier", number(author.brier)}});
    }
    return {{"version", workbench::version()},
            {"as_of", to_text(result.as_of)},
            {"forecasts", std::move(forecasts)},
            {"scores", scores_json(result.scores)},
            {"why_no_scores", text_or_null(result.why_no_scores)},
            {"authors", std::move(authors)},
            {"notes", result.notes}};
}

std::string forecast_json(const workbench::ForecastResult& result) {
    return dumped(forecast_object(result));
}

}  // namespace entente::reports
