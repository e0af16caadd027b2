// show: the things of a case, as JSON.
#include "reports/json_forecast.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {

Json coding_json(const evidence::Coding& coding) {
    return Record(13)
        .add("item", coding.item)
        .add("coder", coding.coder)
        .add("theory", coding.theory)
        .add("factor", coding.factor)
        .add("aspect", text_or_null(coding.aspect))
        .add("direction", name_of(coding.direction))
        .add("baseline", coding.baseline)
        .add("novelty", name_of(coding.novelty))
        .add("against", text_or_null(coding.against))
        .add("searched", text_or_null(coding.searched))
        .add("specificity", number(coding.specificity))
        .add("cluster", coding.cluster)
        .add("note", text_or_null(coding.note))
        .done();
}

namespace {

template <typename Thing>
Json ids_of(const std::vector<const Thing*>& things) {
    Json ids = Json::array();
    for (const auto* thing : things) ids.push_back(thing->id);
    return ids;
}

Json quote_json(const std::optional<evidence::Quote>& quote) {
    if (!quote) return nullptr;
    return {{"text", quote->text},
            {"lang", text_or_null(quote->language)},
            {"translation", text_or_null(quote->translation)}};
}

Json item_json(const workbench::ItemView& view, const evidence::CaseIndex& index, const FileNames& names) {
    const auto& item = *view.item;
    Json actors = Json::array();
    for (const auto& actor : item.actors) {
        actors.push_back(Record(3)
                             .add("written", actor.written)
                             .add("code", text_or_null(actor.code))
                             .add("member", text_or_null(actor.member))
                             .done());
    }
    Json codings = Json::array();
    for (const auto* coding : view.codings) codings.push_back(coding_json(*coding));
    return Record(22)
        .add("id", item.id)
        .add("date", to_text(item.date))
        .add("kind", name_of(item.kind))
        .add("periods", view.periods)
        .add("issues", item.issues)
        .add("actors", std::move(actors))
        .add("text", item.text)
        .add("quote", quote_json(item.quote))
        .add("searched", text_or_null(item.searched))
        .add("grade", evidence::to_text(evidence::grade_of(item, index)))
        .add("class", name_of(evidence::class_of(item, index)))
        .add("after_cutoff", view.after_cutoff)
        .add("figures", item.figures)
        .add("sources", citations_json(item.sources))
        .add("codings", std::move(codings))
        .add("claims_for", ids_of(view.claims_for))
        .add("claims_against", ids_of(view.claims_against))
        .add("meetings", ids_of(view.meetings))
        .add("compared_by", ids_of(view.continued_or_broken_by))
        .add("rows", item.rows)
        .add("file", names.shown(item.where.file))
        .add("line", item.where.line)
        .done();
}

// A number, or two of them.
Json share_or_range(const std::optional<evidence::ProbabilityRange>& probability) {
    if (!probability || probability->low == probability->high) {
        return probability ? number(probability->low) : Json(nullptr);
    }
    return Json::array({number(probability->low), number(probability->high)});
}

Json claim_json(const workbench::ClaimView& view) {
    const auto& claim = *view.claim;
    Json json{{"id", claim.id},
              {"kind", name_of(claim.kind)},
              {"author", claim.author},
              {"date", claim.date ? Json(to_text(*claim.date)) : Json(nullptr)},
              {"text", claim.text},
              {"quote", quote_json(claim.quote)},
              {"periods", claim.periods},
              {"issues", claim.issues},
              {"factors", claim.factors},
              {"direction", claim.direction ? Json(name_of(*claim.direction)) : Json(nullptr)},
              {"cause", text_or_null(claim.cause)},
              {"effect", text_or_null(claim.effect)},
              {"rivals", ids_of(view.rivals)},
              {"for", claim.supported_by},
              {"against", claim.opposed_by},
              {"sources", citations_json(claim.sources)}};
    if (claim.forecast) {
        json["forecast"] = {{"horizon", text_or_null(claim.forecast->horizon)},
                            {"rule", text_or_null(claim.forecast->rule)},
                            {"due", date_or_null(claim.forecast->due)},
                            {"probability", share_or_range(claim.forecast->probability)},
                            {"probability_basis", text_or_null(claim.forecast->probability_basis)}};
        add_settlement(json["forecast"], claim.forecast->outcome);
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
            {"accessed", day_or_null(source.accessed)},
            {"type", source.entry_type},
            {"language", text_or_null(source.language)},
            {"depends_on", source.depends_on},
            {"note", text_or_null(source.note)},
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
            {"issues", meeting.issues},
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
            {"by", text_or_null(correction.by)},
            {"date", day_or_null(correction.date)},
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
    Json numbers = Json::array();
    for (const auto& effect : scenario.indicator_effects) {
        numbers.push_back({{"indicator", effect.indicator},
                           {"change", Json::array({number(effect.change_low), number(effect.change_high)})},
                           {"note", text_or_null(effect.note)}});
    }
    Json conditions = Json::array();
    for (const auto& condition : scenario.conditions) conditions.push_back(condition.name);
    Json outcome = nullptr;
    if (scenario.outcome) {
        outcome = Json::object();
        add_settlement(outcome, *scenario.outcome);
    }
    return {{"id", scenario.id},
            {"name", scenario.name},
            {"author", scenario.author},
            {"theory", text_or_null(scenario.theory)},
            {"trigger", scenario.trigger},
            {"horizon", scenario.horizon},
            {"probability", scenario.probability_low
                                ? Json::array({number(scenario.probability_low), number(scenario.probability_high)})
                                : Json(nullptr)},
            {"probability_basis", text_or_null(scenario.probability_basis)},
            {"resolution", scenario.resolution},
            {"effects", std::move(effects)},
            {"indicator_effects", std::move(numbers)},
            {"alternatives", text_or_null(scenario.alternatives)},
            {"conditions", std::move(conditions)},
            {"outcome", std::move(outcome)},
            {"sources", citations_json(scenario.sources)}};
}

}  // namespace

Json show_object(const workbench::ShowResult& result, const FileNames& names) {
    if (result.part == workbench::Part::Case) return case_object(*result.open, {});
    const evidence::CaseIndex index(result.open->content);
    Json list = Json::array();
    for (const auto& view : result.items) list.push_back(item_json(view, index, names));
    for (const auto* coding : result.codings) list.push_back(coding_json(*coding));
    for (const auto& view : result.sources) list.push_back(source_json(view));
    for (const auto& view : result.claims) list.push_back(claim_json(view));
    for (const auto* meeting : result.meetings) list.push_back(meeting_json(*meeting));
    for (const auto* figure : result.figures) list.push_back(figure_json(*figure));
    for (const auto* correction : result.corrections) list.push_back(correction_json(*correction));
    for (const auto* scenario : result.scenarios) list.push_back(scenario_json(*scenario));
    return {{"case", result.open->content.id}, {std::string(name_of(result.part)), std::move(list)}};
}

}  // namespace entente::reports
