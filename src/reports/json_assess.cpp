#include "reports/json_objects.hpp"
#include "reports/json_outlook.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using namespace assessment;

Json evidence_json(const Evidence& evidence) {
    return Record(14)
        .add("item", evidence.item)
        .add("coder", text_or_null(evidence.coder))
        .add("cluster", evidence.cluster)
        .add("aspect", text_or_null(evidence.aspect))
        .add("direction", name_of(evidence.direction))
        .add("novelty", name_of(evidence.novelty))
        .add("level", name_of(evidence.kind))
        .add("grade", evidence::to_text(evidence.grade))
        .add("reliance", number(evidence.reliance))
        .add("specificity", number(evidence.specificity))
        .add("decibels_untempered", to_json(evidence.untempered))
        .add("decibels", to_json(evidence.decibels))
        .add("stands_for_cluster", evidence.strongest)
        .add("sources", evidence.sources)
        .done();
}

Json clusters_json(const FactorResult& factor) {
    Json list = Json::array();
    for (const auto& cluster : factor.clusters) {
        list.push_back(Record(6)
                           .add("name", cluster.name)
                           .add("items", cluster.items)
                           .add("multiplier", number(cluster.multiplier))
                           .add("decibels", to_json(cluster.decibels))
                           .add("standing_decibels", number(cluster.standing_decibels))
                           .add("strongest_item", cluster.strongest_item)
                           .done());
    }
    return list;
}

Json factor_json(const FactorResult& factor) {
    Json aspects = Json::array();
    for (const auto& aspect : factor.aspects) {
        aspects.push_back({{"id", aspect.id},
                           {"name", aspect.name},
                           {"finding", name_of(aspect.finding)},
                           {"posterior", to_json(aspect.posterior)},
                           {"items", aspect.items}});
    }
    Json members = Json::array();
    for (const auto& member : factor.members) {
        members.push_back({{"member", text_or_null(member.member)},
                           {"items", member.items},
                           {"decibels", number(member.decibels)},
                           {"heaviest_item", member.heaviest_item}});
    }
    Json evidence = Json::array();
    for (const auto& each : factor.evidence) evidence.push_back(evidence_json(each));
    return {{"id", factor.id},
            {"name", factor.name},
            {"ledger", name_of(factor.ledger)},
            {"aspects", std::move(aspects)},
            {"finding", name_of(factor.finding)},
            {"posterior", to_json(factor.posterior)},
            {"decibels",
             {{"weakened", number(factor.decibels_weakened)}, {"strengthened", number(factor.decibels_strengthened)}}},
            {"capped", factor.capped},
            {"magnitude", factor.magnitude},
            {"standing_decibels", number(factor.standing_decibels)},
            {"items", factor.evidence.size()},
            {"clusters", factor.clusters.size()},
            {"weighs_most", text_or_null(factor.weighs_most)},
            {"moved_by", std::move(members)},
            {"evidence", std::move(evidence)},
            {"cluster_list", clusters_json(factor)}};
}

Json issues_json(const Assessment& assessment) {
    Json list = Json::array();
    for (const auto& issue : assessment.issues) {
        Json entry{{"id", issue.issue}};
        entry["continuity"] = issue.state ? Json(name_of(*issue.state)) : Json(nullptr);
        if (!issue.state) entry["reason"] = "no coded item of this issue in the period";
        entry["items"] = issue.items;
        entry["toward_collapse"] = issue.toward_collapse;
        entry["toward_endurance"] = issue.toward_endurance;
        entry["other_items"] = issue.others;
        list.push_back(std::move(entry));
    }
    return list;
}

Json verdict_json(const workbench::AssessResult& result) {
    const auto& verdict = result.assessment.outcome.verdict;
    Json json{{"direction", name_of(verdict.direction)},
              {"size", name_of(verdict.size)},
              {"probability", share_or_null(verdict.probability, verdict.direction)},
              {"without_evidence", share_or_null(verdict.without_evidence, verdict.direction)},
              {"as_extreme", number(verdict.as_extreme)}};
    if (!verdict.as_extreme) json["as_extreme_reason"] = "there are no new clusters whose direction could be drawn";
    json["factors"] = verdict.factors;
    json["against"] = verdict.against;
    json["weakest_point"] = text_or_null(result.weakest_point);
    json["sentence"] = verdict_sentence(result);
    return json;
}

Json outlook_json(const workbench::AssessResult& result) {
    if (const auto why_not = why_no_outlook(result); !why_not.empty()) {
        return {{"horizon_years", nullptr}, {"reason", why_not}};
    }
    const auto& first = result.outlook.horizons.front();
    return {{"horizon_years", number(first.years)},
            {"violation", risk_json(first.violation)},
            {"any_end", risk_json(first.any_end)},
            {"word", first.word},
            {"sentence", outlook_sentence(result)},
            {"standing", outlook_standing(result)},
            {"informed_by_case", false},
            {"treaty", result.treaty},
            {"age_years", number(result.outlook.age_years)},
            {"base_rate", result.outlook.base_rate.name},
            {"horizons", base_horizons_json(result.outlook)}};
}

Json reruns_json(const std::vector<Rerun>& reruns) {
    Json list = Json::array();
    for (const auto& rerun : reruns) {
        list.push_back(Record(6)
                           .add("name", rerun.name)
                           .add("direction", name_of(rerun.direction))
                           .add("size", name_of(rerun.size))
                           .add("probability", share_or_null(rerun.probability, rerun.direction))
                           .add("items", rerun.items)
                           .add("changes_verdict", rerun.changes_verdict)
                           .done());
    }
    return list;
}

Json multiverse_json(const Sensitivity& sensitivity) {
    Json share = Json::object();
    const auto& names = NamesOf<VerdictDirection>::names;
    for (std::size_t i = 0; i < names.size(); ++i)
        share[std::string(names[i])] = number(sensitivity.multiverse_share[i]);
    Json list = Json::array();
    for (const auto& setting : sensitivity.multiverse) {
        list.push_back(
            Record(8)
                .add("prior_unchanged", number(setting.prior.unchanged))
                .add("correlation", number(setting.correlation))
                .add("decibels", Json::array({number(setting.decibels.words), number(setting.decibels.opinion),
                                              number(setting.decibels.act), number(setting.decibels.structural)}))
                .add("clustering", name_of(setting.clustering))
                .add("ritual_weight", number(setting.ritual_weight))
                .add("direction", name_of(setting.direction))
                .add("weakened", number(setting.net_weakened))
                .add("strengthened", number(setting.net_strengthened))
                .done());
    }
    return {{"settings", sensitivity.multiverse.size()}, {"share", std::move(share)}, {"list", std::move(list)}};
}

Json recodings_json(const Recodings& recodings) {
    const auto list = [](const std::vector<Recoding>& which, bool pairs) {
        Json entries = Json::array();
        for (const auto& recoding : which) {
            Json entry{{"factor", recoding.factor}, {"cluster", recoding.cluster}};
            if (pairs) {
                entry["factor_2"] = recoding.factor_2;
                entry["cluster_2"] = recoding.cluster_2;
            }
            entry["direction"] = name_of(recoding.direction);
            entries.push_back(std::move(entry));
        }
        return entries;
    };
    return {{"clusters", recodings.clusters},
            {"single", list(recodings.single, false)},
            {"pairs_searched", recodings.pairs_searched},
            {"pairs", list(recodings.pairs, true)}};
}

Json coders_json(const workbench::AssessResult& result) {
    Json list = Json::array();
    for (const auto& coder : result.assessment.coders) {
        const auto& verdict = coder.outcome.verdict;
        Json findings = Json::object();
        for (const auto& factor : coder.outcome.factors) findings[factor.id] = name_of(factor.finding);
        list.push_back({{"coder", coder.coder},
                        {"blind", coder.blind},
                        {"items", coder.items},
                        {"read", coder.read},
                        {"stands_alone", coder.stands_alone},
                        {"direction", name_of(verdict.direction)},
                        {"size", name_of(verdict.size)},
                        {"probability", share_or_null(verdict.probability, verdict.direction)},
                        {"findings", std::move(findings)}});
    }
    return list;
}

Json coverage_json(const workbench::AssessResult& result) {
    const auto& coverage = result.assessment.coverage;
    Json classes = Json::object();
    for (const auto& [outlet, count] : coverage.sources_by_class) classes[outlet] = count;
    Json not_assessed = Json::array();
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.finding == Finding::NotAssessed) not_assessed.push_back(factor.id);
    }
    Json regraded = Json::array();
    for (const auto& item : coverage.regraded) {
        regraded.push_back({{"item", item.item},
                            {"grade", evidence::to_text(item.grade)},
                            {"instead_of", evidence::to_text(item.instead_of)}});
    }
    return {{"items", coverage.items},
            {"clusters", coverage.clusters},
            {"sources", coverage.sources},
            {"sources_by_class", std::move(classes)},
            {"items_in_period", coverage.items_in_period},
            {"items_after_cutoff", coverage.items_after_cutoff},
            {"items_in_no_period", coverage.items_in_no_period},
            {"set_aside", coverage.set_aside},
            {"regraded", std::move(regraded)},
            {"outside", coverage.outside},
            {"uncoded", coverage.uncoded},
            {"issues", coverage.issues_without_items},
            {"factors", std::move(not_assessed)},
            {"meetings", coverage.meetings_without_items}};
}

Json to_json(const std::optional<assessment::PeriodMean>& mean) {
    if (!mean) return nullptr;
    return {{"mean", number(mean->mean)}, {"points", mean->points}, {"last", number(mean->last)}};
}

Json indicators_json(const workbench::AssessResult& result) {
    Json all = Json::array();
    for (const auto& one : result.indicators) {
        Json entry{{"series", one.series},
                   {"indicator", one.indicator},
                   {"factor", one.factor},
                   {"baseline", to_json(one.baseline)},
                   {"focal", to_json(one.focal)},
                   {"change", number(one.change)},
                   {"reading", name_of(one.reading)},
                   {"match", name_of(one.match)},
                   {"hindsight", one.hindsight}};
        if (!one.why_not.empty()) entry["reason"] = one.why_not;
        all.push_back(std::move(entry));
    }
    return all;
}

}  // namespace

Json assess_object(const workbench::AssessResult& result, const FileNames& names) {
    const auto& assessment = result.assessment;
    const auto& content = result.open->content;
    Json json;
    add_provenance(json, *result.open, assessment.question.seed);
    json["baseline"] = period_json(content, assessment.question.baseline);
    json["focal"] = period_json(content, assessment.question.focal);
    json["issues"] = issues_json(assessment);
    json["factors"] = Json::array();
    for (const auto& factor : assessment.outcome.factors) json["factors"].push_back(factor_json(factor));
    json["indicators"] = indicators_json(result);
    json["verdict"] = verdict_json(result);
    json["outlook"] = outlook_json(result);
    if (result.fitted) json["outlook"]["fitted"] = outlook_beside_json(*result.fitted);
    const auto& sensitivity = assessment.sensitivity;
    json["sensitivity"] = {{"leave_one_cluster_out", reruns_json(sensitivity.leave_one_cluster_out)},
                           {"source_class", reruns_json(sensitivity.source_class)},
                           {"leaning", reruns_json(sensitivity.leaning)},
                           {"kinds", reruns_json(sensitivity.kinds)},
                           {"coders", reruns_json(sensitivity.coders)},
                           {"multiverse", multiverse_json(sensitivity)},
                           {"recodings", recodings_json(sensitivity.recodings)}};
    json["placebos"] = Json::array();
    for (const auto& placebo : sensitivity.placebos) {
        json["placebos"].push_back(
            {{"name", placebo.name}, {"expected", placebo.expected}, {"got", placebo.got}, {"holds", placebo.holds}});
    }
    json["coders"] = coders_json(result);
    json["agreement"] = Json::array();
    for (const auto& field : result.agreement) json["agreement"].push_back(to_json(field));
    json["coverage"] = coverage_json(result);
    json["warnings"] = assessment.warnings;
    for (const auto& problem : result.open->misnamed)
        json["warnings"].push_back(names.shown(problem.where.file) + ' ' + problem.what);
    return json;
}

}  // namespace entente::reports
