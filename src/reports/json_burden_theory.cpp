// theories: a theory of burden sharing as JSON, under the keys of its file.
#include "core/named_enum.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

Json data_json(const std::vector<evidence::BurdenData>& data) {
    Json list = Json::array();
    for (const auto& each : data) list.push_back({{"column", each.column}, {"scale", number(each.scale)}});
    return list;
}

Json measure_json(const evidence::BurdenMeasure& measure) {
    return {{"id", measure.id},
            {"name", measure.name},
            {"heading", measure.heading},
            {"formula", name_of(measure.formula)},
            {"data", data_json(measure.data)},
            {"per", data_json(measure.per)},
            {"scale", number(measure.scale)},
            {"unit", measure.unit},
            {"decimals", measure.decimals},
            {"stage", name_of(measure.stage)},
            {"coin", name_of(measure.coin)},
            {"sense", name_of(measure.sense)},
            {"stale_after", measure.stale_after},
            {"weight", number(measure.weight)},
            {"pairs_only", measure.pairs_only},
            {"base", text_or_null(measure.base)},
            {"definition", measure.definition},
            {"assumption", text_or_null(measure.assumption)},
            {"mixes", text_or_null(measure.mixes)},
            {"citations", measure.citations}};
}

Json guideline_json(const evidence::Guideline& guideline) {
    return {{"id", guideline.id},
            {"measure", guideline.measure},
            {"at_least", number(guideline.at_least)},
            {"text", guideline.text},
            {"bindingness", guideline.bindingness},
            {"since", to_text(guideline.since)},
            {"deadline", day_or_null(guideline.deadline)},
            {"alliances", guideline.alliances},
            {"citations", guideline.citations}};
}

}  // namespace

Json burden_theory_object(const evidence::BurdenTheory& theory) {
    Json measures = Json::array();
    for (const auto& measure : theory.measures) measures.push_back(measure_json(measure));
    Json guidelines = Json::array();
    for (const auto& guideline : theory.guidelines) guidelines.push_back(guideline_json(guideline));
    Json readings = Json::array();
    for (const auto& reading : theory.readings) {
        readings.push_back(
            {{"id", reading.id}, {"of", reading.of}, {"says", reading.says}, {"citations", reading.citations}});
    }
    return {{"kind", name_of(evidence::TheoryKind::Burden)},
            {"id", theory.id},
            {"name", theory.name},
            {"summary", theory.summary},
            {"citation", theory.citation},
            {"sha256", theory.sha256},
            {"cautions", theory.cautions},
            {"weighting", {{"step", number(theory.step)}, {"known_share", number(theory.known_share)}}},
            {"size", theory.size},
            {"effort", theory.effort},
            {"leader", theory.leader},
            {"trend", text_or_null(theory.trend)},
            {"measures", std::move(measures)},
            {"guidelines", std::move(guidelines)},
            {"readings", std::move(readings)}};
}

}  // namespace entente::reports
