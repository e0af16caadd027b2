// threat: what a case adds to it, as JSON.
#include "reports/json_threat.hpp"

namespace entente::reports {
namespace {

Json states_json(const std::vector<workbench::NamedState>& states) {
    Json list = Json::array();
    for (const auto& state : states) list.push_back(state_json(state));
    return list;
}

Json intention_json(const workbench::CodedIntention& intention) {
    return {{"item", intention.item},
            {"text", intention.text},
            {"date", to_text(intention.date)},
            {"coder", intention.coder},
            {"of", state_json(intention.of)},
            {"toward", state_json(intention.toward)},
            {"stance", name_of(intention.stance)},
            {"level", intention.level ? Json(name_of(*intention.level)) : Json(nullptr)},
            {"level_share", number(intention.level_share)},
            {"weighs", number(intention.weighs)},
            {"counts", intention.counts},
            {"note", text_or_null(intention.note)}};
}

Json compared_json(const workbench::ComparedThreat& compared) {
    return {{"state", state_json(compared.state)},
            {"other", state_json(compared.other)},
            {"year", compared.year},
            {"named_in", compared.named_in},
            {"coded_hostility", reading_json(compared.coded_hostility)},
            {"coded_intention", reading_json(compared.coded_intention)},
            {"coded_rank", compared.coded_rank ? Json(*compared.coded_rank) : Json(nullptr)},
            {"composite", reading_json(compared.composite)},
            {"rank", compared.rank ? Json(*compared.rank) : Json(nullptr)},
            {"best", compared.best > 0 ? Json(compared.best) : Json(nullptr)},
            {"worst", compared.worst > 0 ? Json(compared.worst) : Json(nullptr)},
            {"is", compared.rank ? status_or_null(compared.status) : Json(nullptr)},
            {"place", compared.place ? Json(*compared.place) : Json(nullptr)},
            {"at_worst", compared.at_worst > 0 ? Json(compared.at_worst) : Json(nullptr)},
            {"unknown", compared.unknown},
            {"first", compared.first},
            {"comparison", name_of(compared.comparison)},
            {"difference", text_or_null(compared.difference)}};
}

Json test_json(const workbench::TestFound& found) {
    Json values = Json::array();
    for (const auto& tested : found.values) {
        values.push_back({{"year", tested.year},
                          {"what", tested.what},
                          {"value", value_json(tested.value)},
                          {"why_not", why_not_json(tested.value)}});
    }
    Json not_tested = Json::array();
    for (const auto& one : found.not_tested) not_tested.push_back({{"years", one.years}, {"why", one.why}});
    return {{"figures", name_of(found.figures)}, {"kind", name_of(found.test.kind)},
            {"says", found.test.says},           {"answer", name_of(found.answer)},
            {"sentence", found.sentence},        {"not_tested", std::move(not_tested)},
            {"values", std::move(values)},       {"sources", found.sources}};
}

Json answer_json(const std::optional<workbench::ClaimAnswer>& answer) {
    return answer ? Json(name_of(*answer)) : Json(nullptr);
}

Json claim_json(const workbench::ClaimFound& claim) {
    Json tests = Json::array();
    for (const auto& found : claim.tests) tests.push_back(test_json(found));
    return {{"claim", claim.claim},
            {"author", claim.author},
            {"text", claim.text},
            {"rows", claim.rows},
            {"by_case", answer_json(claim.by_case)},
            {"by_store", answer_json(claim.by_store)},
            {"tests", std::move(tests)},
            {"untested", claim.untested}};
}

}  // namespace

Json case_threats_json(const workbench::CaseThreats& of_case) {
    Json json{{"case", {{"id", of_case.case_id}, {"title", of_case.title}, {"sha256", of_case.sha256}}},
              {"cutoff", to_text(of_case.cutoff)},
              {"year", of_case.year},
              {"figures", name_of(of_case.figures)},
              {"figure_states", states_json(of_case.figure_states)},
              {"figure_years", of_case.figure_years},
              {"beyond_cutoff", of_case.beyond_cutoff}};
    json["intentions"] = Json::array();
    for (const auto& intention : of_case.intentions) json["intentions"].push_back(intention_json(intention));
    json["named"] = Json::array();
    for (const auto& named : of_case.named) {
        json["named"].push_back({{"of", state_json(named.of)},
                                 {"by", state_json(named.by)},
                                 {"items", named.items},
                                 {"first", named.first},
                                 {"last", named.last}});
    }
    json["compared"] = Json::array();
    for (const auto& compared : of_case.compared) json["compared"].push_back(compared_json(compared));
    json["claims"] = Json::array();
    for (const auto& claim : of_case.claims) json["claims"].push_back(claim_json(claim));
    json["notes"] = of_case.notes;
    return json;
}

}  // namespace entente::reports
