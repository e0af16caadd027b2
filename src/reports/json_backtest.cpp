// backtest, as JSON.
#include "reports/json_backtest.hpp"

#include "contest/contest.hpp"
#include "reports/json.hpp"
#include "reports/json_contest.hpp"
#include "reports/json_outlook.hpp"

namespace entente::reports {
namespace {

using outlook::HorizonContest;

// By the words that a reader knows: `past` and `states`.
const char* key_of(contest::HoldOut held_out) {
    return held_out == contest::HoldOut::Past ? "past" : "states";
}

// A share of which no draw had a row has no interval.
Json calibration_with_intervals(const std::vector<contest::CalibrationPoint>& points) {
    auto json = calibration_json(points);
    for (auto& point : json) {
        if (!point.contains("low")) point["low"] = point["high"] = nullptr;
    }
    return json;
}

Json model_scores_json(const contest::ModelScores& scores) {
    const auto score = [&](contest::ScoreKind kind) {
        return estimate_json(scores.scores[static_cast<std::size_t>(kind)]);
    };
    return {{"why_not", text_or_null(scores.why_not)},
            {"log", score(contest::ScoreKind::Log)},
            {"skill", score(contest::ScoreKind::Skill)},
            {"brier", score(contest::ScoreKind::Brier)},
            {"area", score(contest::ScoreKind::Area)},
            {"brier_parts", brier_json(scores)},
            {"calibration", calibration_with_intervals(scores.calibration)}};
}

Json coefficient_json(const outlook::EndingCoefficient& coefficient) {
    return {{"covariate", coefficient.covariate},
            {"name", coefficient.name},
            {"deviation", number(coefficient.deviation)},
            {"per_deviation", estimate_json(coefficient.per_deviation)},
            {"drawn", estimate_json(coefficient.drawn)},
            {"expected", coefficient.expected ? Json(name_of(*coefficient.expected)) : Json(nullptr)},
            {"finding", coefficient.finding ? Json(name_of(*coefficient.finding)) : Json(nullptr)}};
}

Json models_json(const HorizonContest& horizon) {
    Json models = Json::array();
    if (!horizon.result.why_not.empty()) return models;
    for (std::size_t at = 0; at < horizon.result.models.size(); ++at) {
        const auto& model = horizon.result.models[at];
        Json json{{"id", model.id},
                  {"name", model.name},
                  {"role", name_of(model.role)},
                  {"why_not", text_or_null(horizon.result.fitted[at].why_not)}};
        for (const auto& held_out : horizon.result.held_out) {
            json[key_of(held_out.held_out)] = model_scores_json(held_out.models[at]);
        }
        json["coefficients"] = Json::array();
        for (const auto& one : horizon.coefficients[at]) json["coefficients"].push_back(coefficient_json(one));
        models.push_back(std::move(json));
    }
    return models;
}

Json advantages_json(const contest::TestResult& result, double margin) {
    Json advantages = Json::array();
    if (result.held_out.empty()) return advantages;
    for (std::size_t place = 0; place < result.held_out.front().advantages.size(); ++place) {
        const auto& first = result.held_out.front().advantages[place];
        Json json{{"model", result.models[first.model].id}, {"rival", result.models[first.rival].id}};
        for (const auto& held_out : result.held_out) {
            json[key_of(held_out.held_out)] =
                estimate_json(held_out.advantages[place].by[static_cast<std::size_t>(contest::ScoreKind::Skill)]);
        }
        json["verdict"] = name_of(contest::verdict_on(result.held_out, first.model, first.rival, margin));
        advantages.push_back(std::move(json));
    }
    return advantages;
}

Json horizon_json(const HorizonContest& horizon, double margin) {
    const auto& result = horizon.result;
    Json json{{"years", horizon.years},
              {"rows", result.rows},
              {"events", result.events},
              {"alliances", horizon.alliances},
              {"from", result.from},
              {"to", result.to},
              {"why_not", text_or_null(result.why_not)},
              {"sentence", horizon.sentence}};
    json["held_out"] = Json::object();
    for (const auto& held_out : result.held_out) {
        json["held_out"][key_of(held_out.held_out)] = {{"parts", held_out.parts},
                                                       {"rows", held_out.rows},
                                                       {"events", held_out.events},
                                                       {"alliances", held_out.clusters},
                                                       {"from", held_out.from}};
    }
    json["models"] = models_json(horizon);
    json["advantages"] = advantages_json(result, margin);
    json["left_out"] = Json::array();
    for (const auto& without : horizon.without) {
        json["left_out"].push_back({{"covariate", without.covariate}, {"rows", without.rows}});
    }
    json["incomplete"] = horizon.incomplete;
    json["beyond_data"] = horizon.beyond_data;
    json["lost"] = horizon.lost;
    json["refits"] = horizon.refits;
    return json;
}

}  // namespace

Json backtest_object(const workbench::BacktestResult& result) {
    const auto& contest = result.contest;
    const auto& request = contest.request;
    const auto& rules = request.rules;
    Json json{{"version", workbench::version()},
              {"theory", {{"id", result.theory.id}, {"name", result.theory.name}, {"sha256", result.theory.sha256}}},
              {"contest",
               {{"ending", name_of(request.ending)},
                {"from", rules.from},
                {"to", rules.to},
                {"first_origin", rules.first_origin},
                {"seed", request.seed},
                {"draws", request.draws},
                {"folds", rules.folds},
                {"deals", rules.deals},
                {"margin", number(rules.margin)},
                {"ridge", number(rules.ridge)},
                {"level", number(contest::kLevel)},
                {"drawn_model", request.drawn_model}}}};
    json["horizons"] = Json::array();
    for (const auto& horizon : contest.horizons) json["horizons"].push_back(horizon_json(horizon, rules.margin));
    json["chosen"] = contest.chosen;
    json["chosen_reason"] = contest.chosen_reason;
    json["chosen_in_file"] = result.theory.chosen;
    json["sentence"] = contest.horizons.empty() ? Json(nullptr) : Json(contest.horizons.back().sentence);
    json["findings"] = contest.findings;
    json["notes"] = result.notes;
    json["sources"] = outlook_sources_json(result.sources);
    json["bibtex"] = result.bibtex;
    return json;
}

std::string backtest_json(const workbench::BacktestResult& result) {
    return dumped(backtest_object(result));
}

}  // namespace entente::reports
