// theories: a theory of threat as JSON, under the keys of its file.
#include "core/named_enum.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

Json components_json(const evidence::ThreatTheory& theory) {
    Json components = Json::array();
    for (const auto& component : theory.components) {
        Json parts = Json::array();
        for (const auto& part : component.parts) {
            parts.push_back({{"id", part.id},
                             {"formula", name_of(part.formula)},
                             {"weight", part.moves ? Json(nullptr) : number(part.weight)},
                             {"needed", part.needed},
                             {"moves", part.moves},
                             {"note", text_or_null(part.note)}});
        }
        components.push_back({{"id", component.id},
                              {"name", component.name},
                              {"definition", component.definition},
                              {"assumption", component.assumption},
                              {"weight", number(component.weight)},
                              {"parts", std::move(parts)},
                              {"citations", component.citations}});
    }
    return components;
}

Json posture_json(const evidence::ThreatTheory& theory) {
    Json list = Json::array();
    for (const auto& posture : theory.force_posture) {
        Json variables = Json::array();
        for (const auto& one : posture.variables) variables.push_back(one.dataset + '.' + one.variable);
        list.push_back({{"id", posture.id},
                        {"name", posture.name},
                        {"sender", posture.sender},
                        {"counts", posture.counts},
                        {"variables", std::move(variables)},
                        {"reason", posture.reason},
                        {"note", text_or_null(posture.note)},
                        {"citations", posture.citations}});
    }
    return list;
}

Json bound(const std::optional<double>& value) {
    return value ? number(*value) : Json(nullptr);
}

Json conditions_json(const std::vector<evidence::ResponseCondition>& conditions) {
    Json list = Json::array();
    for (const auto& condition : conditions) {
        list.push_back({{"value", name_of(condition.value)},
                        {"at_least", bound(condition.at_least)},
                        {"at_most", bound(condition.at_most)}});
    }
    return list;
}

Json response_json(const evidence::ThreatTheory& theory) {
    Json rules = Json::array();
    for (const auto& rule : theory.rules) {
        rules.push_back({{"id", rule.id},
                         {"says", rule.says},
                         {"when", conditions_json(rule.when)},
                         {"pushes", name_of(rule.pushes)},
                         {"decibels", number(rule.decibels)},
                         {"note", text_or_null(rule.note)},
                         {"citations", rule.citations}});
    }
    Json unseen = Json::array();
    for (const auto& each : theory.unseen) {
        unseen.push_back({{"id", each.id}, {"says", each.says}, {"citations", each.citations}});
    }
    return {{"faces", conditions_json(theory.faces)},
            {"faces_reason", text_or_null(theory.faces_reason)},
            {"prior", number(theory.prior)},
            {"balance", number(theory.balances_from)},
            {"bandwagon", number(theory.bandwagons_to)},
            {"reason", theory.response_reason},
            {"citations", theory.response_citations},
            {"rules", std::move(rules)},
            {"unseen", std::move(unseen)}};
}

Json signs_json(const std::vector<evidence::GaugePart>& parts) {
    Json signs = Json::array();
    for (const auto& part : parts) {
        signs.push_back({{"sign", name_of(part.sign)},
                         {"as", part.one_minus ? Json("one-minus") : Json(nullptr)},
                         {"factor", text_or_null(part.factor)},
                         {"says", part.says},
                         {"weight", number(part.weight)}});
    }
    return signs;
}

}  // namespace

Json threat_theory_object(const evidence::ThreatTheory& theory) {
    const auto& level = theory.hostility;
    return {{"kind", name_of(evidence::TheoryKind::Threat)},
            {"id", theory.id},
            {"name", theory.name},
            {"summary", theory.summary},
            {"citation", theory.citation},
            {"sha256", theory.sha256},
            {"cautions", theory.cautions},
            {"components", components_json(theory)},
            {"force_posture", posture_json(theory)},
            {"memory",
             {{"half_life", number(theory.half_life)},
              {"stale_after", theory.stale_after},
              {"citations", theory.memory_citations}}},
            {"hostility",
             {{"none", number(level[0])},
              {"threat", number(level[1])},
              {"display", number(level[2])},
              {"force", number(level[3])},
              {"war", number(level[4])},
              {"conciliation", number(theory.conciliation)}}},
            {"composite",
             {{"form", name_of(theory.form)}, {"step", number(theory.step)}, {"reason", theory.composite_reason}}},
            {"response", response_json(theory)},
            {"gauge",
             {{"citations", theory.gauge_citations},
              {"caution", theory.gauge_caution},
              {"known_at_least", number(theory.gauge_known_at_least)},
              {"abandonment", signs_json(theory.abandonment)},
              {"entrapment", signs_json(theory.entrapment)}}}};
}

}  // namespace entente::reports
