#include "reports/data_documents.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {
namespace {

Json years_json(const std::optional<datasets::YearSpan>& years) {
    if (!years || (years->first == 0 && years->last == 0)) return nullptr;
    return Json::array({years->first, years->last});
}

Json file_json(const datasets::ImportedFile& file) {
    return {{"file", file.file_name},  {"part", text_or_null(file.part)},
            {"format", file.format},   {"encoding", file.encoding},
            {"sha256", file.sha256},   {"bytes", file.bytes},
            {"rows", file.rows},       {"added", file.imported_at},
            {"program", file.program}, {"descriptor_sha256", text_or_null(file.descriptor)}};
}

Json stored_json(const workbench::StoredDataset& one) {
    Json json{{"dataset", one.dataset},           {"version", one.version},
              {"name", text_or_null(one.name)},   {"unit", one.name.empty() ? Json(nullptr) : Json(name_of(one.unit))},
              {"table", one.files.front().table}, {"rows", one.rows},
              {"covers", years_json(one.covers)}, {"years", years_json(one.years)}};
    json["files"] = Json::array();
    for (const auto& file : one.files) json["files"].push_back(file_json(file));
    return json;
}

Json known_json(const datasets::Descriptor& one) {
    Json json{{"dataset", one.id},
              {"name", one.name},
              {"family", one.family},
              {"about", one.about},
              {"unit", name_of(one.unit)},
              {"home", one.home},
              {"terms", text_or_null(one.terms)}};
    json["versions"] = Json::array();
    for (const auto& version : one.versions) {
        json["versions"].push_back({{"id", version.id},
                                    {"years", years_json(version.years)},
                                    {"rows", version.rows ? Json(*version.rows) : Json(nullptr)},
                                    {"files", version.files},
                                    {"note", text_or_null(version.note)}});
    }
    return json;
}

Json variable_json(const workbench::VariableInfo& one) {
    const auto& variable = one.variable;
    Json json{{"name", variable.name},
              {"label", text_or_null(variable.label)},
              {"unit", text_or_null(variable.unit)},
              {"type", name_of(variable.type)},
              {"years", years_json(variable.years)},
              {"present", variable.present},
              {"missing", variable.missing},
              {"not_applicable", variable.not_applicable},
              {"declared", one.rule.has_value()},
              {"present_by_bucket", one.present}};
    json["breaks"] = Json::array();
    if (!one.rule) return json;
    for (const auto& change : one.rule->breaks) {
        json["breaks"].push_back({{"year", change.year}, {"what", change.what}, {"state", text_or_null(change.state)}});
    }
    return json;
}

}  // namespace

std::string data_list_json(const workbench::DataListResult& result) {
    Json json{{"store", result.store.string()}, {"exists", result.exists}, {"bytes", result.bytes}};
    json["stored"] = Json::array();
    for (const auto& one : result.stored) json["stored"].push_back(stored_json(one));
    if (!result.known.empty()) json["known"] = Json::array();
    for (const auto& one : result.known) json["known"].push_back(known_json(one));
    json["version"] = workbench::version();
    return dumped(json);
}

std::string data_info_json(const workbench::DataInfoResult& result) {
    auto json = stored_json(result.stored);
    if (result.descriptor) json["descriptor"] = known_json(*result.descriptor);
    json["other_versions"] = result.other_versions;
    json["buckets"] = result.buckets.years_each == 0 ? Json(nullptr)
                                                     : Json{{"first_year", result.buckets.first_year},
                                                            {"years_each", result.buckets.years_each},
                                                            {"rows", result.buckets.rows}};
    json["variables"] = Json::array();
    for (const auto& one : result.variables) json["variables"].push_back(variable_json(one));
    return dumped(json);
}

std::string data_add_json(const workbench::DataAddResult& result) {
    Json json{{"store", result.store.string()}, {"changed", result.changed}};
    json["files"] = Json::array();
    for (const auto& file : result.files) {
        Json one{{"path", file.path.string()}, {"name", text_or_null(file.name)}};
        if (!file.outcome) {
            one["why_not"] = file.why_not;
            one["advice"] = text_or_null(file.advice);
            json["files"].push_back(one);
            continue;
        }
        const auto& outcome = *file.outcome;
        one["dataset"] = outcome.file.dataset;
        one["version"] = outcome.file.version;
        one["imported"] = file_json(outcome.file);
        one["already_there"] = outcome.already_there;
        one["replaced"] = outcome.replaced;
        one["remarks"] = outcome.remarks;
        one["unresolved"] = Json::array();
        for (const auto& name : outcome.unresolved) {
            const bool has_years = name.first_year != 0;
            one["unresolved"].push_back(
                {{"written", name.written},
                 {"rows", name.rows},
                 {"years", has_years ? Json::array({name.first_year, name.last_year}) : Json(nullptr)},
                 {"why_not", name.why_not}});
        }
        json["files"].push_back(one);
    }
    json["problems"] = Json::array();
    for (const auto& problem : result.problems) json["problems"].push_back(to_line(problem));
    return dumped(json);
}

std::string data_cite_json(const std::vector<workbench::CitedDataset>& cited) {
    Json json = Json::array();
    for (const auto& one : cited) {
        json.push_back({{"dataset", one.dataset},
                        {"version", text_or_null(one.version)},
                        {"name", one.name},
                        {"bibtex", one.citation}});
    }
    return dumped(json);
}

}  // namespace entente::reports
