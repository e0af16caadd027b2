// threat --test, as JSON.
#include "reports/json_threat.hpp"
#include "reports/json.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

Json estimate_json(const std::optional<threat::Estimate>& estimate) {
    if (!estimate) return nullptr;
    return {{"value", number(estimate->value)}, {"low", number(estimate->low)}, {"high", number(estimate->high)}};
}

Json scores_json(const std::array<std::optional<threat::Estimate>, threat::kScoreKinds>& scores) {
    Json json = Json::object();
    for (std::size_t kind = 0; kind < threat::kScoreKinds; ++kind) {
        json[std::string(name_of(static_cast<threat::ScoreKind>(kind)))] = estimate_json(scores[kind]);
    }
    return json;
}

Json models_json(const threat::TestResult& result) {
    Json models = Json::array();
    for (std::size_t at = 0; at < result.models.size(); ++at) {
        const auto& model = result.models[at];
        Json json{
            {"id", model.id}, {"name", model.name}, {"role", name_of(model.role)}, {"predictors", model.predictors}};
        if (at < result.fitted.size()) {
            const auto& fitted = result.fitted[at];
            json["why_not"] = text_or_null(fitted.why_not);
            json["intercept"] = fitted.why_not.empty() ? number(fitted.intercept) : Json(nullptr);
            json["fitted"] = Json::array();
            for (const auto& predictor : fitted.predictors) {
                json["fitted"].push_back({{"predictor", predictor.name},
                                          {"deviation", number(predictor.deviation)},
                                          {"per_deviation", estimate_json(predictor.per_deviation)},
                                          {"wrong_sign", predictor.wrong_sign}});
            }
        }
        models.push_back(std::move(json));
    }
    return models;
}

Json held_out_json(const threat::HeldOutResult& held_out, const threat::TestResult& result) {
    Json scores = Json::array();
    for (std::size_t at = 0; at < held_out.models.size(); ++at) {
        scores.push_back({{"model", result.models[at].id},
                          {"why_not", text_or_null(held_out.models[at].why_not)},
                          {"scores", scores_json(held_out.models[at].scores)}});
    }
    Json advantages = Json::array();
    for (const auto& advantage : held_out.advantages) {
        advantages.push_back({{"model", result.models[advantage.model].id},
                              {"rival", result.models[advantage.rival].id},
                              {"by", scores_json(advantage.by)}});
    }
    Json calibration = Json::array();
    for (const auto& group : held_out.calibration) {
        calibration.push_back(
            {{"forecast", number(group.forecast)}, {"happened", number(group.happened)}, {"size", group.size}});
    }
    Json brier = nullptr;
    if (held_out.brier) {
        brier = {{"reliability", number(held_out.brier->reliability)},
                 {"resolution", number(held_out.brier->resolution)},
                 {"uncertainty", number(held_out.brier->uncertainty)}};
    }
    return {{"held_out", name_of(held_out.held_out)},
            {"parts", held_out.parts},
            {"clusters", held_out.clusters},
            {"models", std::move(scores)},
            {"advantages", std::move(advantages)},
            {"calibration", std::move(calibration)},
            {"brier", std::move(brier)}};
}

Json contest_json(const workbench::ThreatContest& contest) {
    const auto& result = contest.result;
    Json json{{"id", contest.id},
              {"pairs", contest.pairs},
              {"outcome", contest.outcome},
              {"robustness", contest.robustness},
              {"sentence", contest.sentence},
              {"why_not", text_or_null(result.why_not)},
              {"rows", result.rows},
              {"events", result.events},
              {"states", result.states},
              {"from", result.from},
              {"to", result.to},
              {"window", result.choices.window},
              {"models", models_json(result)}};
    json["held_out"] = Json::array();
    for (const auto& held_out : result.held_out) json["held_out"].push_back(held_out_json(held_out, result));
    json["findings"] = Json::array();
    for (const auto& finding : result.findings) {
        json["findings"].push_back({{"rival", result.models[finding.rival].id}, {"verdict", name_of(finding.verdict)}});
    }
    return json;
}

}  // namespace

std::string threat_test_json(const workbench::ThreatTestResult& result) {
    Json json{{"version", workbench::version()},
              {"theory", {{"id", result.theory.id}, {"name", result.theory.name}, {"sha256", result.theory.sha256}}},
              {"from", result.from},
              {"to", result.to},
              {"pacts_known_to", result.pacts_known_to},
              {"pairs", result.pairs},
              {"with_pact", result.with_pact}};
    json["missing"] = Json::object();
    for (const auto& [component, pairs] : result.missing) json["missing"][component] = pairs;
    if (!result.contests.empty()) {
        const auto& choices = result.contests.front().result.choices;
        json["choices"] = {{"seed", choices.seed},           {"folds", choices.folds},
                           {"draws", choices.draws},         {"margin", number(choices.margin)},
                           {"ridge", number(choices.ridge)}, {"level", number(threat::kLevel)}};
    }
    json["contests"] = Json::array();
    for (const auto& contest : result.contests) json["contests"].push_back(contest_json(contest));
    json["sources"] = threat_sources_json(result.sources);
    json["summary"] = result.summary;
    json["notes"] = result.notes;
    if (!result.caution.empty()) json["notes"].insert(json["notes"].begin(), result.caution);
    json["bibtex"] = result.bibtex;
    return dumped(json);
}

}  // namespace entente::reports
