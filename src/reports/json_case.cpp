// The case itself, its problems and the agreement of its coders, as JSON.
#include "reports/case_citation.hpp"
#include "reports/entry_json.hpp"
#include "reports/json_objects.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

Json alliance_json(const workbench::OpenCase& open) {
    const auto& alliance = open.content.alliance;
    Json members = Json::array();
    Json names = Json::object();
    for (const auto* member : evidence::members_on(alliance, open.content.cutoff)) {
        members.push_back(member->code);
        names[member->code] = member_name(open, member->code);
    }
    Json treaties = Json::array();
    for (const auto& treaty : alliance.treaties) {
        treaties.push_back({{"id", treaty.id},
                            {"name", treaty.name},
                            {"atop", text_or_null(treaty.atop_id)},
                            {"signed", day_or_null(treaty.signed_on)},
                            {"in_force", day_or_null(treaty.in_force)},
                            {"ended", day_or_null(treaty.ended)}});
    }
    return {{"name", alliance.name},
            {"members", std::move(members)},
            {"member_names", std::move(names)},
            {"treaties", std::move(treaties)}};
}

Json periods_json(const evidence::Case& which) {
    Json periods = Json::array();
    for (const auto& period : which.periods) {
        Json governments = Json::array();
        for (const auto& government : period.governments) {
            governments.push_back({{"state", government.state}, {"leader", government.leader}});
        }
        periods.push_back({{"id", period.id},
                           {"name", period.name},
                           {"begin", to_text(period.begin)},
                           {"end", to_text(period.end)},
                           {"baseline", text_or_null(period.baseline)},
                           {"governments", std::move(governments)}});
    }
    return periods;
}

Json coders_json(const evidence::Case& which) {
    Json coders = Json::array();
    for (const auto& coder : which.coders) {
        coders.push_back({{"id", coder.id},
                          {"about", text_or_null(coder.about)},
                          {"blind", coder.blind},
                          {"items", evidence::items_read(coder)},
                          {"codings", coder.codings.size()}});
    }
    return coders;
}

}  // namespace

Json case_object(const workbench::OpenCase& open, const workbench::AssessRequest& request) {
    const auto& content = open.content;
    const auto periods = workbench::periods_of(request, open);
    Json issues = Json::array();
    for (const auto& issue : content.issues) issues.push_back({{"id", issue.id}, {"name", issue.name}});
    Json files = Json::array();
    for (const auto& file : content.files) files.push_back({{"path", file.path}, {"sha256", file.sha256}});
    return {{"case", {{"id", content.id}, {"title", content.title}, {"sha256", content.sha256}}},
            {"version", workbench::version()},
            {"question", content.question},
            {"cutoff", to_text(content.cutoff)},
            {"alliance", alliance_json(open)},
            {"issues", std::move(issues)},
            {"periods", periods_json(content)},
            {"baseline", text_or_null(periods.baseline)},
            {"focal", text_or_null(periods.focal)},
            {"theory", open.theory.id},
            {"protocol", open.protocol.id},
            {"coders", coders_json(content)},
            {"threat_figures", evidence::ships_threat_figures(content)},
            {"burden", content.burden.has_value()},
            {"files", std::move(files)},
            {"bibtex", case_bibtex(open, request)}};
}

namespace {

Json counts_json(const std::optional<workbench::BurdenCounts>& counts) {
    if (!counts) return nullptr;
    return {{"commitments", counts->commitments}, {"demands", counts->demands},   {"supports", counts->supports},
            {"conduct", counts->conduct},         {"opinions", counts->opinions}, {"conversions", counts->conversions},
            {"comparisons", counts->comparisons}, {"figures", counts->figures}};
}

}  // namespace

Json check_object(const workbench::CheckResult& result, const FileNames& names) {
    Json problems = Json::array();
    for (const auto& problem : result.problems) {
        problems.push_back({{"file", names.shown(problem.where.file)},
                            {"line", problem.where.line},
                            {"column", problem.where.column},
                            {"severity", problem.severity == Severity::Error ? "error" : "warning"},
                            {"what", problem.what},
                            {"advice", text_or_null(problem.advice)}});
    }
    return {{"case", text_or_null(result.case_id)},
            {"errors", result.errors},
            {"warnings", result.warnings},
            {"items", result.items},
            {"codings", result.codings},
            {"sources", result.sources},
            {"claims", result.claims},
            {"meetings", result.meetings},
            {"figures", result.figures},
            {"corrections", result.corrections},
            {"scenarios", result.scenarios},
            {"burden", counts_json(result.burden)},
            {"problems", std::move(problems)}};
}

Json agreement_object(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                      const workbench::AgreementRequest& request) {
    Json json;
    add_provenance(json, open, request.seed);
    json["coders"] = result.coders;
    json["items"] = result.items;
    json["read"] = result.read;
    json["items_in_common"] = result.items_in_common;
    json["fields"] = Json::array();
    for (const auto& field : result.fields) {
        json["fields"].push_back(to_json(field));
    }
    json["disagreements"] = Json::array();
    for (const auto& each : result.disagreements) {
        Json codings = Json::array();
        for (const auto* coding : each.codings) {
            codings.push_back(coding == nullptr ? Json(nullptr) : entry_json(*coding));
        }
        json["disagreements"].push_back({{"item", each.item},
                                         {"factor", each.factor},
                                         {"field", each.field},
                                         {"values", each.values},
                                         {"read", each.read},
                                         {"baseline", each.baseline},
                                         {"codings", std::move(codings)}});
    }
    return json;
}

}  // namespace entente::reports
