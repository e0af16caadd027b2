// theories and protocols: what an assessment goes by, as JSON.
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

Json factors_json(const evidence::Theory& theory) {
    Json factors = Json::array();
    for (const auto& factor : theory.factors) {
        Json aspects = Json::array();
        for (const auto& aspect : factor.aspects) aspects.push_back({{"id", aspect.id}, {"name", aspect.name}});
        factors.push_back({{"id", factor.id},
                           {"name", factor.name},
                           {"ledger", name_of(factor.ledger)},
                           {"definition", factor.definition},
                           {"counts", factor.counts},
                           {"does_not_count", factor.does_not_count},
                           {"examples", factor.examples},
                           {"mirrors", factor.mirrors},
                           {"aspects", std::move(aspects)},
                           {"citations", factor.citations}});
    }
    return factors;
}

Json indicators_json(const evidence::Theory& theory) {
    Json indicators = Json::array();
    for (const auto& indicator : theory.indicators) {
        indicators.push_back({{"id", indicator.id},
                              {"factor", indicator.factor},
                              {"name", indicator.name},
                              {"rise", name_of(indicator.rise)},
                              {"change", name_of(indicator.change_of)},
                              {"least", number(indicator.least)},
                              {"reason", indicator.reason},
                              {"data", indicator.data},
                              {"caution", text_or_null(indicator.caution)}});
    }
    return indicators;
}

Json unmeasured_json(const evidence::Theory& theory) {
    Json unmeasured = Json::array();
    for (const auto& each : theory.unmeasured) unmeasured.push_back({{"factor", each.factor}, {"why", each.why}});
    return unmeasured;
}

Json prior_json(const evidence::Prior& prior) {
    return {{"weakened", number(prior.weakened)},
            {"unchanged", number(prior.unchanged)},
            {"strengthened", number(prior.strengthened)}};
}

Json scale_json(const evidence::DecibelScale& scale) {
    return {{"words", number(scale.words)},
            {"opinion", number(scale.opinion)},
            {"act", number(scale.act)},
            {"structural", number(scale.structural)}};
}

template <typename Numbers>
Json numbers_json(const Numbers& values) {
    Json list = Json::array();
    for (const auto value : values) list.push_back(number(value));
    return list;
}

Json grade_json(const evidence::GradeWeights& weights) {
    Json reliability = Json::object();
    for (std::size_t i = 0; i < weights.reliability.size(); ++i) {
        reliability[std::string(1, static_cast<char>('A' + i))] = number(weights.reliability[i]);
    }
    return {{"reliability", std::move(reliability)}, {"credibility", numbers_json(weights.credibility)}};
}

Json multiverse_json(const evidence::Grid& grid) {
    Json priors = Json::array();
    for (const auto& prior : grid.priors) priors.push_back(prior_json(prior));
    Json decibels = Json::array();
    for (const auto& scale : grid.decibels) decibels.push_back(scale_json(scale));
    Json clusterings = Json::array();
    for (const auto clustering : grid.clusterings) clusterings.push_back(name_of(clustering));
    return {{"priors", std::move(priors)},
            {"correlations", numbers_json(grid.correlations)},
            {"decibels", std::move(decibels)},
            {"clusterings", std::move(clusterings)},
            {"ritual_weights", numbers_json(grid.ritual_weights)}};
}

Json outlook_json(const evidence::OutlookRule& rule) {
    Json rates = Json::array();
    for (const auto& rate : rule.base_rates) {
        rates.push_back({{"name", rate.name},
                         {"minimum_age", number(rate.minimum_age_years)},
                         {"at_risk", rate.at_risk},
                         {"ended", rate.ended},
                         {"violated", rate.violated},
                         {"alliance_years", number(rate.alliance_years)}});
    }
    Json ratios = Json::array();
    for (const auto& ratio : rule.hazard_ratios) {
        ratios.push_back({{"name", ratio.name}, {"ratio", number(ratio.ratio)}});
    }
    return {{"horizons_years", numbers_json(rule.horizons_years)},
            {"interval", number(rule.interval)},
            {"minimum_at_risk", rule.minimum_at_risk},
            {"citation", rule.citation},
            {"base_rate", std::move(rates)},
            {"hazard_ratio", std::move(ratios)}};
}

Json rules_json(const evidence::Protocol& protocol) {
    const auto& finding = protocol.finding;
    const auto& verdict = protocol.verdict;
    const auto& sensitivity = protocol.sensitivity;
    return {{"dependence",
             {{"correlation", number(protocol.correlation)},
              {"cap_decibels", number(protocol.cap_decibels)},
              {"clustering", name_of(protocol.clustering)},
              {"ritual_weight", number(protocol.ritual_weight)}}},
            {"finding",
             {{"found", number(finding.found)},
              {"leaning", number(finding.leaning)},
              {"leaning_ratio", number(finding.leaning_ratio)},
              {"contested_below", number(finding.contested_below)}}},
            {"verdict",
             {{"moved", number(verdict.moved)},
              {"moved_ratio", number(verdict.moved_ratio)},
              {"moderately_above", verdict.moderately_above},
              {"clearly_above", verdict.clearly_above}}},
            {"multiverse", multiverse_json(protocol.grid)},
            {"sensitivity",
             {{"random_codings", sensitivity.random_codings},
              {"pairs_up_to_clusters", sensitivity.pairs_up_to_clusters},
              {"thinning_draws", sensitivity.thinning_draws},
              {"thinning_survives", number(sensitivity.thinning_survives)},
              {"seed", sensitivity.seed}}},
            {"outlook", outlook_json(protocol.outlook)}};
}

// The keys of [reading]; null in a protocol for any case.
Json reading_json(const evidence::Reading& reading) {
    const bool says_nothing = reading.theory.id.empty() && reading.focal.id.empty() && reading.baseline.id.empty() &&
                              reading.coders.empty() && reading.set_aside.empty() && reading.regraded.empty();
    if (says_nothing) return nullptr;
    const auto ids = [](const std::vector<evidence::Reading::Mention>& mentions) {
        Json list = Json::array();
        for (const auto& mention : mentions) list.push_back(mention.id);
        return list;
    };
    Json grades = Json::object();
    for (const auto& regrading : reading.regraded) grades[regrading.item] = evidence::to_text(regrading.grade);
    return {{"theory", text_or_null(reading.theory.id)},     {"focal", text_or_null(reading.focal.id)},
            {"baseline", text_or_null(reading.baseline.id)}, {"coders", ids(reading.coders)},
            {"set_aside", ids(reading.set_aside)},           {"grades", std::move(grades)}};
}

}  // namespace

Json theory_object(const evidence::Theory& theory) {
    return {{"id", theory.id},
            {"name", theory.name},
            {"summary", theory.summary},
            {"citation", theory.citation},
            {"sha256", theory.sha256},
            {"decision_rules", theory.decision_rules},
            {"cautions", theory.cautions},
            {"factors", factors_json(theory)},
            {"indicators", indicators_json(theory)},
            {"covariates", covariates_json(theory.covariates)},
            {"unmeasured", unmeasured_json(theory)}};
}

Json protocol_object(const evidence::Protocol& protocol) {
    Json json{{"id", protocol.id},
              {"name", protocol.name},
              {"summary", protocol.summary},
              {"citations", protocol.citations},
              {"sha256", protocol.sha256},
              {"prior", prior_json(protocol.prior)},
              {"decibels", scale_json(protocol.decibels)},
              {"continuity",
               {{"words", number(protocol.continuity.words)},
                {"opinion", number(protocol.continuity.opinion)},
                {"act_share", number(protocol.continuity.act_share)},
                {"structural_share", number(protocol.continuity.structural_share)}}},
              {"magnitude",
               {{"words", protocol.magnitudes.words},
                {"opinion", protocol.magnitudes.opinion},
                {"act", protocol.magnitudes.act},
                {"structural", protocol.magnitudes.structural},
                {"minimum_decibels", number(protocol.magnitudes.minimum_decibels)}}},
              {"grade", grade_json(protocol.grades)}};
    json.update(rules_json(protocol));
    json["reading"] = reading_json(protocol.reading);
    return json;
}

}  // namespace entente::reports
