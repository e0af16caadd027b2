// threat: the response to one threat as JSON, every rule with the values that it asked for.
#include "reports/json_threat.hpp"

namespace entente::reports {
namespace {

Json ally_json(const std::optional<workbench::AllyAgainst>& against) {
    if (!against) return nullptr;
    Json json = state_json(against->ally);
    json["pledged"] = against->pledged;
    json["alone"] = reading_json(against->alone);
    json["with_ally"] = reading_json(against->with_ally);
    json["gain"] = reading_json(against->gain);
    json["distance_km"] = reading_json(against->distance_km);
    return json;
}

Json facts_json(const threat::ResponseFacts& facts) {
    Json list = Json::array();
    for (std::size_t at = 0; at < facts.values.size(); ++at) {
        list.push_back({{"id", name_of(static_cast<evidence::ThreatValue>(at))},
                        {"value", value_json(facts.values[at])},
                        {"why_not", why_not_json(facts.values[at])}});
    }
    return list;
}

Json conditions_json(const std::vector<threat::ConditionOutcome>& outcomes,
                     const std::vector<evidence::ResponseCondition>& asked) {
    Json conditions = Json::array();
    for (std::size_t at = 0; at < outcomes.size(); ++at) {
        const auto& condition = outcomes[at];
        conditions.push_back({{"value", name_of(condition.value)},
                              {"got", value_json(condition.got)},
                              {"why_not", why_not_json(condition.got)},
                              {"at_least", number(asked.at(at).at_least)},
                              {"at_most", number(asked.at(at).at_most)},
                              {"outcome", name_of(condition.outcome)}});
    }
    return conditions;
}

Json rule_json(const threat::RuleTrace& trace) {
    return {{"id", trace.rule->id},
            {"says", trace.rule->says},
            {"outcome", name_of(trace.outcome)},
            {"pushes", name_of(trace.rule->pushes)},
            {"decibels", number(trace.decibels)},
            {"conditions", conditions_json(trace.conditions, trace.rule->when)}};
}

// What the answer would be without the pledge of an ally.
Json no_ally_json(const threat::ResponsePrediction& prediction) {
    if (!prediction.were_it_no_ally) return nullptr;
    const bool no_threat = *prediction.were_it_no_ally == threat::PredictedResponse::NoThreat;
    return {{"response", name_of(*prediction.were_it_no_ally)},
            {"probability", no_threat ? Json(nullptr) : number(prediction.balances)}};
}

}  // namespace

Json response_json(const workbench::ResponseTo& response, const evidence::ThreatTheory& theory) {
    const auto& prediction = response.prediction;
    Json rules = Json::array();
    for (const auto& trace : prediction.rules) rules.push_back(rule_json(trace));
    const auto unless_none = [&](double value) { return prediction.has_probability() ? number(value) : Json(nullptr); };
    return {{"threat", state_json(response.threat)},
            {"ally", ally_json(response.ally)},
            {"facts", facts_json(response.facts)},
            {"prediction",
             {{"response", name_of(prediction.response)},
              {"were_it_no_ally", no_ally_json(prediction)},
              {"probability", unless_none(prediction.balances)},
              {"least", unless_none(prediction.least)},
              {"most", unless_none(prediction.most)},
              {"faces",
               {{"outcome", name_of(prediction.faces_threat)},
                {"conditions", conditions_json(prediction.faces, theory.faces)}}},
              {"prior", number(theory.prior)},
              {"prior_decibels", number(prediction.prior_decibels)},
              {"decibels", number(prediction.decibels)},
              {"rules", std::move(rules)}}}};
}

}  // namespace entente::reports
