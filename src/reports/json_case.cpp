// check, show, figures, agreement, theories: what is in a case, as JSON.
#include "reports/json.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {
namespace {

Json figure_json(const evidence::Figure& figure) {
    return {{"id", figure.id},
            {"name", figure.name},
            {"value", number(figure.value)},
            {"unit", figure.unit},
            {"currency", text_or_null(figure.currency)},
            {"as_of", to_text(figure.as_of)},
            {"definition", figure.definition},
            {"stage", text_or_null(figure.stage)},
            {"n", figure.sample_size ? Json(*figure.sample_size) : Json(nullptr)},
            {"actor", text_or_null(figure.actor)},
            {"issues", figure.issues},
            {"sources", citations_json(figure.sources)},
            {"note", text_or_null(figure.note)}};
}

Json breaks_json(const evidence::Series& series) {
    Json breaks = Json::array();
    for (const auto& each : series.breaks) {
        breaks.push_back({{"at", to_text(each.at)}, {"what", each.what}, {"sources", citations_json({each.source})}});
    }
    return breaks;
}

Json series_json(const evidence::Series& series) {
    Json points = Json::array();
    for (const auto& point : series.points) {
        Json entry{{"date", to_text(point.date)}, {"value", number(point.value)}, {"note", text_or_null(point.note)}};
        if (!point.value) entry["reason"] = "the series has no value for this date";
        points.push_back(std::move(entry));
    }
    return {{"id", series.id},
            {"name", series.name},
            {"unit", series.unit},
            {"currency", text_or_null(series.currency)},
            {"definition", series.definition},
            {"breaks", breaks_json(series)},
            {"points", std::move(points)},
            {"sources", citations_json(series.sources)}};
}

Json coding_json(const evidence::Coding& coding) {
    return {{"item", coding.item},
            {"coder", coding.coder},
            {"theory", coding.theory},
            {"factor", coding.factor},
            {"aspect", text_or_null(coding.aspect)},
            {"direction", name_of(coding.direction)},
            {"baseline", coding.baseline},
            {"novelty", name_of(coding.novelty)},
            {"against", text_or_null(coding.against)},
            {"searched", text_or_null(coding.searched)},
            {"specificity", number(coding.specificity)},
            {"cluster", coding.cluster},
            {"note", text_or_null(coding.note)}};
}

Json item_json(const workbench::ItemView& view, const evidence::CaseIndex& index) {
    const auto& item = *view.item;
    Json actors = Json::array();
    for (const auto& actor : item.actors) {
        actors.push_back(
            {{"written", actor.written}, {"code", text_or_null(actor.code)}, {"member", text_or_null(actor.member)}});
    }
    Json codings = Json::array();
    for (const auto* coding : view.codings) codings.push_back(coding_json(*coding));
    return {{"id", item.id},
            {"date", to_text(item.date)},
            {"kind", name_of(item.kind)},
            {"periods", view.periods},
            {"issues", item.issues},
            {"actors", std::move(actors)},
            {"text", item.text},
            {"grade", evidence::to_text(evidence::grade_of(item, index))},
            {"class", name_of(evidence::class_of(item, index))},
            {"after_cutoff", view.after_cutoff},
            {"figures", item.figures},
            {"sources", citations_json(item.sources)},
            {"codings", std::move(codings)},
            {"file", item.where.file},
            {"line", item.where.line}};
}

Json claim_json(const workbench::ClaimView& view) {
    const auto& claim = *view.claim;
    Json rivals = Json::array();
    for (const auto* rival : view.rivals) rivals.push_back(rival->id);
    Json json{{"id", claim.id},
              {"kind", name_of(claim.kind)},
              {"author", claim.author},
              {"date", claim.date ? Json(to_text(*claim.date)) : Json(nullptr)},
              {"text", claim.text},
              {"issues", claim.issues},
              {"factors", claim.factors},
              {"cause", text_or_null(claim.cause)},
              {"effect", text_or_null(claim.effect)},
              {"rivals", std::move(rivals)},
              {"for", claim.supported_by},
              {"against", claim.opposed_by},
              {"sources", citations_json(claim.sources)}};
    if (claim.forecast) {
        json["forecast"] = {{"horizon", text_or_null(claim.forecast->horizon)},
                            {"rule", text_or_null(claim.forecast->rule)},
                            {"probability", number(claim.forecast->probability)},
                            {"resolution", name_of(claim.forecast->resolution)},
                            {"why", text_or_null(claim.forecast->why)}};
    }
    return json;
}

Json source_json(const workbench::SourceView& view) {
    const auto& source = *view.source;
    return {{"key", source.key},
            {"author", text_or_null(source.author)},
            {"title", source.title},
            {"publisher", text_or_null(source.publisher)},
            {"published", source.published ? Json(to_text(*source.published)) : Json(nullptr)},
            {"class", source.outlet_class ? Json(name_of(*source.outlet_class)) : Json(nullptr)},
            {"leaning", name_of(source.leaning)},
            {"grade", source.grade ? Json(evidence::to_text(*source.grade)) : Json(nullptr)},
            {"url", text_or_null(source.url)},
            {"items", view.items},
            {"claims", view.claims},
            {"others", view.others}};
}

Json meeting_json(const evidence::Meeting& meeting) {
    Json promises = Json::array();
    for (const auto& promise : meeting.promises) {
        promises.push_back(
            {{"text", promise.text}, {"state", name_of(promise.state)}, {"by", text_or_null(promise.by)}});
    }
    return {{"id", meeting.id},
            {"date", to_text(meeting.date)},
            {"zone", meeting.zone},
            {"place", meeting.place},
            {"format", name_of(meeting.format)},
            {"participants", meeting.participants},
            {"topics", meeting.topics},
            {"promises", std::move(promises)},
            {"listed_by", meeting.listed_by},
            {"correction", text_or_null(meeting.correction)},
            {"items", meeting.items},
            {"sources", citations_json(meeting.sources)}};
}

Json correction_json(const evidence::Correction& correction) {
    return {{"id", correction.id},
            {"corrects", {{"key", correction.corrects.key}, {"at", text_or_null(correction.corrects.at)}}},
            {"stated", correction.stated},
            {"corrected", correction.corrected},
            {"basis", name_of(correction.basis)},
            {"reason", correction.reason},
            {"sources", citations_json(correction.sources)}};
}

Json scenario_json(const evidence::Scenario& scenario) {
    Json effects = Json::array();
    for (const auto& effect : scenario.effects) {
        effects.push_back({{"factor", effect.factor},
                           {"direction", effect.direction ? Json(name_of(*effect.direction)) : Json(nullptr)},
                           {"decibels", Json::array({number(effect.decibels_low), number(effect.decibels_high)})},
                           {"note", text_or_null(effect.note)}});
    }
    return {{"id", scenario.id},
            {"name", scenario.name},
            {"author", scenario.author},
            {"trigger", scenario.trigger},
            {"horizon", scenario.horizon},
            {"probability", scenario.probability_low
                                ? Json::array({number(scenario.probability_low), number(scenario.probability_high)})
                                : Json(nullptr)},
            {"resolution", scenario.resolution},
            {"effects", std::move(effects)},
            {"sources", citations_json(scenario.sources)}};
}

}  // namespace

std::string check_json(const workbench::CheckResult& result) {
    Json problems = Json::array();
    for (const auto& problem : result.problems) {
        problems.push_back({{"file", problem.where.file},
                            {"line", problem.where.line},
                            {"column", problem.where.column},
                            {"severity", problem.severity == Severity::Error ? "error" : "warning"},
                            {"what", problem.what},
                            {"advice", text_or_null(problem.advice)}});
    }
    return dumped({{"case", text_or_null(result.case_id)},
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
                   {"problems", std::move(problems)}});
}

std::string show_json(const workbench::ShowResult& result) {
    const evidence::CaseIndex index(result.open->content);
    Json list = Json::array();
    for (const auto& view : result.items) list.push_back(item_json(view, index));
    for (const auto* coding : result.codings) list.push_back(coding_json(*coding));
    for (const auto& view : result.sources) list.push_back(source_json(view));
    for (const auto& view : result.claims) list.push_back(claim_json(view));
    for (const auto* meeting : result.meetings) list.push_back(meeting_json(*meeting));
    for (const auto* figure : result.figures) list.push_back(figure_json(*figure));
    for (const auto* correction : result.corrections) list.push_back(correction_json(*correction));
    for (const auto* scenario : result.scenarios) list.push_back(scenario_json(*scenario));
    return dumped({{"case", result.open->content.id}, {std::string(name_of(result.part)), std::move(list)}});
}

std::string figures_json(const workbench::FiguresResult& result) {
    Json derived = Json::array();
    for (const auto& each : result.derived) {
        Json values = Json::array();
        for (const auto value : each.result.values) values.push_back(number(value));
        Json entry{{"id", each.derived->id},
                   {"name", each.derived->name},
                   {"measure", each.derived->measure},
                   {"formula", each.measure != nullptr ? Json(each.measure->formula) : Json(nullptr)},
                   {"values", std::move(values)},
                   {"labels", each.result.labels},
                   {"unit", each.derived->unit},
                   {"inputs", each.inputs},
                   {"sources", each.sources}};
        if (!each.result.why_not.empty()) entry["reason"] = each.result.why_not;
        derived.push_back(std::move(entry));
    }
    Json figures = Json::array();
    for (const auto& figure : result.open->content.figures) figures.push_back(figure_json(figure));
    Json series = Json::array();
    for (const auto& each : result.open->content.series) series.push_back(series_json(each));
    Json stale = Json::array();
    for (const auto& each : result.stale) stale.push_back({{"id", each.figure->id}, {"years", number(each.years)}});
    return dumped({{"case", result.open->content.id},
                   {"figures", std::move(figures)},
                   {"series", std::move(series)},
                   {"derived", std::move(derived)},
                   {"stale", std::move(stale)}});
}

std::string measures_json() {
    Json list = Json::array();
    for (const auto& measure : indices::figure_measures()) {
        list.push_back({{"name", measure.name}, {"formula", measure.formula}, {"takes", measure.takes}});
    }
    return dumped({{"measures", std::move(list)}});
}

std::string agreement_json(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                           const workbench::AgreementRequest& request) {
    Json json;
    add_provenance(json, open, request.seed);
    json["coders"] = result.coders;
    json["items_in_common"] = result.items_in_common;
    json["fields"] = Json::array();
    for (const auto& field : result.fields) {
        json["fields"].push_back(to_json(field));
    }
    json["disagreements"] = Json::array();
    for (const auto& each : result.disagreements) {
        json["disagreements"].push_back(
            {{"item", each.item}, {"factor", each.factor}, {"field", each.field}, {"values", each.values}});
    }
    return dumped(json);
}

std::string theories_json(const std::vector<workbench::TheoryEntry>& theories) {
    Json list = Json::array();
    for (const auto& entry : theories) {
        Json factors = Json::array();
        for (const auto& factor : entry.theory.factors) {
            factors.push_back({{"id", factor.id},
                               {"name", factor.name},
                               {"ledger", name_of(factor.ledger)},
                               {"definition", factor.definition},
                               {"mirrors", factor.mirrors}});
        }
        Json indicators = Json::array();
        for (const auto& indicator : entry.theory.indicators) {
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
        list.push_back({{"id", entry.theory.id},
                        {"name", entry.theory.name},
                        {"summary", entry.theory.summary},
                        {"citation", entry.theory.citation},
                        {"sha256", entry.theory.sha256},
                        {"factors", std::move(factors)},
                        {"indicators", std::move(indicators)}});
    }
    return dumped({{"theories", std::move(list)}});
}

}  // namespace entente::reports
