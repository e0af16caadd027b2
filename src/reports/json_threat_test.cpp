// threat --test, as JSON.
#include "reports/json_threat.hpp"
#include "reports/json.hpp"
#include "reports/json_contest.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

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
              {"models", contest_models_json(result)}};
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
                           {"ridge", number(choices.ridge)}, {"level", number(contest::kLevel)}};
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
