#include "reports/json_contest.hpp"

namespace entente::reports {

Json estimate_json(const std::optional<contest::Estimate>& estimate) {
    if (!estimate) return nullptr;
    return {{"value", number(estimate->value)}, {"low", number(estimate->low)}, {"high", number(estimate->high)}};
}

Json scores_json(const std::array<std::optional<contest::Estimate>, contest::kScoreKinds>& scores) {
    Json json = Json::object();
    for (std::size_t kind = 0; kind < contest::kScoreKinds; ++kind) {
        json[std::string(name_of(static_cast<contest::ScoreKind>(kind)))] = estimate_json(scores[kind]);
    }
    return json;
}

Json calibration_json(const std::vector<contest::CalibrationPoint>& points) {
    Json calibration = Json::array();
    for (const auto& point : points) {
        Json json{{"forecast", number(point.group.forecast)}, {"happened", number(point.group.happened)}};
        if (point.happened) {
            json["low"] = number(point.happened->low);
            json["high"] = number(point.happened->high);
        }
        json["size"] = point.group.size;
        calibration.push_back(std::move(json));
    }
    return calibration;
}

Json brier_json(const contest::ModelScores& scores) {
    if (!scores.brier) return nullptr;
    return {{"reliability", number(scores.brier->reliability)},
            {"resolution", number(scores.brier->resolution)},
            {"uncertainty", number(scores.brier->uncertainty)}};
}

Json contest_models_json(const contest::TestResult& result) {
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

Json held_out_json(const contest::HeldOutResult& held_out, const contest::TestResult& result) {
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
    const auto& theory = held_out.models[contest::place_of(result.models, contest::ModelRole::Theory)];
    return {{"held_out", name_of(held_out.held_out)},
            {"parts", held_out.parts},
            {"clusters", held_out.clusters},
            {"models", std::move(scores)},
            {"advantages", std::move(advantages)},
            {"calibration", calibration_json(theory.calibration)},
            {"brier", brier_json(theory)}};
}

}  // namespace entente::reports
