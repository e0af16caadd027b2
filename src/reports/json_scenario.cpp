// Scenarios side by side with what is, shaped for a page.
#include "reports/json.hpp"
#include "reports/json_forecast.hpp"
#include "reports/json_outlook.hpp"

namespace entente::reports {
namespace {

using assessment::Judgement;
using assessment::LedgerState;

Json verdict_json(const assessment::Ruling& ruling) {
    return {{"direction", name_of(ruling.direction)},
            {"size", name_of(ruling.size)},
            {"probability", share_or_null(ruling.probability, ruling.direction)}};
}

Json verdict_or_null(const std::optional<LedgerState>& state) {
    return state ? verdict_json(state->ruling) : Json(nullptr);
}

Json finding_json(const std::string& id, const Judgement& judgement) {
    const bool assessed = judgement.finding != assessment::Finding::NotAssessed;
    return {{"id", id},
            {"finding", name_of(judgement.finding)},
            {"posterior", assessed ? to_json(judgement.posterior) : Json(nullptr)},
            {"decibels",
             {{"weakened", number(judgement.pull.weakened)}, {"strengthened", number(judgement.pull.strengthened)}}},
            {"capped", judgement.capped},
            {"magnitude", judgement.magnitude}};
}

Json shares_json(const assessment::DirectionShares& shares) {
    return {{"weakened", number(shares.weakened)},
            {"unchanged", number(shares.unchanged)},
            {"strengthened", number(shares.strengthened)},
            {"mixed", number(shares.mixed)}};
}

Json drawn_json(const assessment::DrawnShare& share) {
    return {{"mean", number(share.mean)}, {"low", number(share.low)}, {"high", number(share.high)}};
}

Json risk_json(const std::vector<outlook::HorizonRisk>& horizons) {
    if (horizons.empty()) return nullptr;
    const auto& first = horizons.front();
    return {{"years", number(first.years)},
            {"p", number(first.violation.p)},
            {"low", number(first.violation.low)},
            {"high", number(first.violation.high)},
            {"word", first.word}};
}

Json model_json(const workbench::OutlookResult& now) {
    if (!now.fitted) return nullptr;
    const auto& fitted = *now.fitted;
    return {{"id", fitted.model.id}, {"name", fitted.model.name}, {"chosen", fitted.chosen}, {"reason", fitted.reason}};
}

// Of an outlook that was asked for; null where the scenario names no covariate.
Json fitted_json(const std::optional<workbench::ScenarioFitted>& under,
                 const std::shared_ptr<const workbench::OutlookResult>& now) {
    if (!under) return nullptr;
    Json covariates = Json::array();
    for (std::size_t place = 0; place < under->moved.size(); ++place) {
        const auto& value = under->values[place];
        covariates.push_back({{"id", under->moved[place].id},
                              {"name", under->moved[place].name},
                              {"now", number(value.now)},
                              {"of_year", now->fitted->now[value.covariate].of_year},
                              {"low", number(value.low)},
                              {"high", number(value.high)}});
    }
    Json horizons = Json::array();
    for (const auto& risk : under->horizons) {
        horizons.push_back(
            {{"years", risk.years},
             {"now", chance_json(risk.now)},
             {"least", chance_json(risk.least)},
             {"greatest", chance_json(risk.greatest)},
             {"drawn", {{"mean", number(risk.mean)}, {"low", number(risk.low)}, {"high", number(risk.high)}}}});
    }
    return {{"why_not", text_or_null(under->why_not)},
            {"model", model_json(*now)},
            {"covariates", std::move(covariates)},
            {"horizons", std::move(horizons)},
            {"warnings", under->warnings}};
}

Json result_json(const assessment::ScenarioDraws& draws, const workbench::ScenarioOutlook& outlook, Json fitted,
                 const evidence::Theory& theory) {
    Json factors = Json::array();
    for (const auto& drawn : draws.factors) {
        const auto& id = theory.factors[drawn.factor].id;
        const auto at = [&](const std::optional<LedgerState>& state) {
            return state ? finding_json(id, state->judgements[drawn.factor]) : Json(nullptr);
        };
        factors.push_back({{"id", id},
                           {"low", at(draws.low)},
                           {"high", at(draws.high)},
                           {"low_otherwise", at(draws.low_otherwise)},
                           {"high_otherwise", at(draws.high_otherwise)},
                           {"moved", shares_json(drawn.moved)},
                           {"posterior", to_json(drawn.posterior)},
                           {"changed", number(drawn.changed)}});
    }
    return {{"verdict_low", verdict_json(draws.low.ruling)},
            {"verdict_high", verdict_json(draws.high.ruling)},
            {"verdict_low_otherwise", verdict_or_null(draws.low_otherwise)},
            {"verdict_high_otherwise", verdict_or_null(draws.high_otherwise)},
            {"shares", shares_json(draws.directions)},
            {"flips", number(draws.flips)},
            {"net_weakened", drawn_json(draws.net_weakened)},
            {"net_strengthened", drawn_json(draws.net_strengthened)},
            {"factors", std::move(factors)},
            {"outlook", risk_json(outlook.horizons)},
            {"outlook_reason", outlook.reason},
            {"conditions", outlook.conditions},
            {"hazard_ratio", number(outlook.ratio)},
            {"fitted", std::move(fitted)}};
}

Json unconditional_json(const std::optional<workbench::Unconditional>& over) {
    if (!over) return nullptr;
    return {{"weakened", range_json(over->weakened)},
            {"unchanged", range_json(over->unchanged)},
            {"strengthened", range_json(over->strengthened)},
            {"violation", range_json(over->violation)}};
}

Json effects_json(const evidence::Scenario& scenario) {
    Json effects = Json::array();
    for (const auto& effect : scenario.effects) {
        effects.push_back({{"factor", effect.factor},
                           {"direction", effect.direction ? Json(name_of(*effect.direction)) : Json(nullptr)},
                           {"decibels", Json::array({number(effect.decibels_low), number(effect.decibels_high)})},
                           {"note", text_or_null(effect.note)}});
    }
    return effects;
}

Json numbers_json(const std::vector<workbench::ScenarioNumber>& numbers) {
    const auto reading = [](const std::optional<assessment::IndicatorReading>& one) {
        return one ? Json(name_of(*one)) : Json(nullptr);
    };
    Json list = Json::array();
    for (const auto& one : numbers) {
        list.push_back({{"indicator", one.id},
                        {"name", text_or_null(one.name)},
                        {"factor", text_or_null(one.factor)},
                        {"change", Json::array({number(one.low), number(one.high)})},
                        {"reading_low", reading(one.reading_low)},
                        {"reading_high", reading(one.reading_high)}});
    }
    return list;
}

Json view_json(const workbench::ScenarioView& view, const workbench::ScenarioResult& result) {
    const auto& theory = result.open->theory;
    const auto& scenario = view.scenario;
    Json probability = range_json(view.probability);
    if (view.probability) {
        probability["basis"] = scenario.probability_basis;
        probability["by"] = name_of(view.whose);
    }
    Json outcome = nullptr;
    if (scenario.outcome) {
        outcome = Json::object();
        add_settlement(outcome, *scenario.outcome);
    }
    return {{"id", scenario.id},
            {"name", scenario.name},
            {"author", scenario.author},
            {"trigger", scenario.trigger},
            {"horizon", scenario.horizon},
            {"resolution", scenario.resolution},
            {"outcome", std::move(outcome)},
            {"probability", std::move(probability)},
            {"probability_reason", view.probability ? Json(nullptr) : Json("the author gives none")},
            {"alternatives", text_or_null(scenario.alternatives)},
            {"effects", effects_json(scenario)},
            {"indicator_effects", numbers_json(view.numbers)},
            {"result", result_json(view.draws, view.outlook, fitted_json(view.fitted, result.fitted), theory)},
            {"unconditional", unconditional_json(view.unconditional)},
            {"sources", citations_json(scenario.sources)},
            {"warnings", view.warnings}};
}

Json joint_json(const workbench::ScenarioResult& result) {
    const auto& joint = result.joint;
    if (!joint) return nullptr;
    Json probability = nullptr;
    if (joint->probability) {
        const auto& bounds = *joint->probability;
        probability = {{"least", number(bounds.least)},
                       {"most", number(bounds.most)},
                       {"independent", number(bounds.independent.middle())},
                       {"independent_low", number(bounds.independent.low)},
                       {"independent_high", number(bounds.independent.high)}};
    }
    return {{"ids", joint->ids},
            {"probability", std::move(probability)},
            {"result",
             result_json(joint->draws, joint->outlook, fitted_json(joint->fitted, result.fitted), result.open->theory)},
            {"warnings", joint->warnings}};
}

Json now_json(const workbench::ScenarioResult& result) {
    const auto& theory = result.open->theory;
    Json factors = Json::array();
    for (std::size_t i = 0; i < theory.factors.size(); ++i) {
        factors.push_back(finding_json(theory.factors[i].id, result.now.judgements[i]));
    }
    return {{"verdict", verdict_json(result.now.ruling)},
            {"factors", std::move(factors)},
            {"outlook", risk_json(result.outlook.horizons)}};
}

}  // namespace

Json scenario_object(const workbench::ScenarioResult& result) {
    const auto& open = *result.open;
    Json factors = Json::array();
    for (const auto& factor : open.theory.factors) factors.push_back({{"id", factor.id}, {"name", factor.name}});
    Json scenarios = Json::array();
    for (const auto& view : result.scenarios) scenarios.push_back(view_json(view, result));
    Json alternatives = Json::array();
    for (const auto& group : result.alternatives) {
        alternatives.push_back({{"name", group.name},
                                {"ids", group.ids},
                                {"any", range_json(group.any)},
                                {"unconditional", unconditional_json(group.unconditional)},
                                {"reason", text_or_null(group.why_not)}});
    }
    return {{"version", workbench::version()},
            {"case", open.content.id},
            {"case_sha256", open.content.sha256},
            {"theory", {{"id", open.theory.id}, {"sha256", open.theory.sha256}}},
            {"protocol", {{"id", open.protocol.id}, {"sha256", open.protocol.sha256}}},
            {"cutoff", to_text(open.content.cutoff)},
            {"baseline", period_json(open.content, result.question.baseline)},
            {"focal", period_json(open.content, result.question.focal)},
            {"draws", result.draws},
            {"seed", result.question.seed},
            {"unchanged", now_json(result)},
            {"factors", std::move(factors)},
            {"scenarios", std::move(scenarios)},
            {"joint", joint_json(result)},
            {"alternatives", std::move(alternatives)},
            {"warnings", result.warnings}};
}

std::string scenario_json(const workbench::ScenarioResult& result) {
    return dumped(scenario_object(result));
}

}  // namespace entente::reports
