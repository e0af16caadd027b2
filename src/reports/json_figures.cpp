// figures: the numbers of a case, as JSON.
#include "reports/json.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

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
            {"indicator", text_or_null(series.indicator)},
            {"breaks", breaks_json(series)},
            {"points", std::move(points)},
            {"sources", citations_json(series.sources)}};
}

}  // namespace

Json figure_json(const evidence::Figure& figure) {
    return {{"id", figure.id},
            {"name", figure.name},
            {"value", number(figure.value)},
            {"unit", figure.unit},
            {"currency", text_or_null(figure.currency)},
            {"as_of", to_text(figure.as_of)},
            {"definition", figure.definition},
            {"price_basis", text_or_null(figure.price_basis)},
            {"exchange_rate", text_or_null(figure.exchange_rate)},
            {"stage", text_or_null(figure.stage)},
            {"population", text_or_null(figure.population)},
            {"question", text_or_null(figure.question)},
            {"field_begin", day_or_null(figure.field_begin)},
            {"field_end", day_or_null(figure.field_end)},
            {"n", figure.sample_size ? Json(*figure.sample_size) : Json(nullptr)},
            {"actor", text_or_null(figure.actor)},
            {"issues", figure.issues},
            {"sources", citations_json(figure.sources)},
            {"note", text_or_null(figure.note)}};
}

Json figures_object(const workbench::FiguresResult& result) {
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
    return {{"case", result.open->content.id},
            {"figures", std::move(figures)},
            {"series", std::move(series)},
            {"derived", std::move(derived)},
            {"stale", std::move(stale)}};
}

std::string measures_json() {
    Json list = Json::array();
    for (const auto& measure : indices::figure_measures()) {
        list.push_back({{"name", measure.name}, {"formula", measure.formula}, {"takes", measure.takes}});
    }
    return dumped({{"measures", std::move(list)}});
}

}  // namespace entente::reports
