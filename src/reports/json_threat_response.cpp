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

Json rule_json(const threat::RuleTrace& trace) {
    Json conditions = Json::array();
    for (std::size_t at = 0; at < trace.conditions.size(); ++at) {
        const auto& condition = trace.conditions[at];
        const auto& asked = trace.rule->when[at];
        conditions.push_back({{"value", name_of(condition.value)},
                              {"got", value_json(condition.got)},
                              {"why_not", why_not_json(condition.got)},
                              {"at_least", number(asked.at_least)},
                              {"at_most", number(asked.at_most)},
                              {"outcome", name_of(condition.outcome)}});
    }
    return {{"id", trace.rule->id},
            {"says", trace.rule->says},
            {"outcome", name_of(trace.outcome)},
            {"pushes", name_of(trace.rule->pushes)},
            {"decibels", number(trace.decibels)},
            {"conditions", std::move(conditions)}};
}

}  // namespace

Json response_json(const workbench::ResponseTo& response, const evidence::ThreatTheory& theory) {
    const auto& prediction = response.prediction;
    Json rules = Json::array();
    for (const auto& trace : prediction.rules) rules.push_back(rule_json(trace));
    return {{"threat", state_json(response.threat)},
            {"ally", ally_json(response.ally)},
            {"facts", facts_json(response.facts)},
            {"prediction",
             {{"response", name_of(prediction.response)},
              {"probability", number(prediction.balances)},
              {"least", number(prediction.least)},
              {"most", number(prediction.most)},
              {"prior", number(theory.prior)},
              {"prior_decibels", number(prediction.prior_decibels)},
              {"decibels", number(prediction.decibels)},
              {"rules", std::move(rules)}}}};
}

}  // namespace entente::reports
