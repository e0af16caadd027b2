#include "panels/codebook.hpp"
#include "reports/json.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {
namespace {

Json years_json(const datasets::YearSpan& years) {
    return years.last == 0 ? Json(nullptr) : Json::array({years.first, years.last});
}

Json column_json(const panels::PanelColumn& column) {
    Json missing = Json::object();
    for (std::size_t reason = 1; reason < kReasons; ++reason) {
        if (column.cells[reason] > 0) {
            missing[std::string(name_of(static_cast<panels::Reason>(reason)))] = column.cells[reason];
        }
    }
    Json sources = Json::array();
    for (const auto* dataset : column.from) {
        sources.push_back({{"dataset", dataset->descriptor->id}, {"version", dataset->version_id}});
    }
    Json breaks = Json::array();
    for (const auto& one : column.breaks) {
        breaks.push_back({{"year", one.year}, {"what", one.what}, {"state", text_or_null(one.state)}});
    }
    return {{"name", column.name},
            {"label", column.label},
            {"unit", text_or_null(column.unit)},
            {"sources", std::move(sources)},
            {"variable", text_or_null(column.variable)},
            {"formula", text_or_null(column.formula)},
            {"covers", years_json(column.coverage)},
            {"present", column.present()},
            {"missing", std::move(missing)},
            {"breaks", std::move(breaks)},
            {"notes", column.notes}};
}

}  // namespace

std::string panel_json(const workbench::PanelResult& result) {
    const auto& panel = result.panel;
    Json json{{"unit", name_of(panel.frame.unit)},
              {"system", name_of(panel.frame.system)},
              {"from", panel.frame.from},
              {"to", panel.frame.to},
              {"rows", panel.frame.rows}};
    json["keys"] = Json::array();
    for (const auto& key : panel.frame.keys) json["keys"].push_back({{"name", key.name}, {"label", key.label}});
    json["columns"] = Json::array();
    for (const auto& column : panel.columns) {
        if (!column.hidden) json["columns"].push_back(column_json(column));
    }
    json["notes"] = panel.notes;
    json["differences"] = result.differences;
    json["files"] = Json::array();
    for (const auto& file : result.files) {
        json["files"].push_back({{"path", file.path.string()},
                                 {"what", file.what},
                                 {"bytes", file.bytes ? Json(*file.bytes) : Json(nullptr)}});
    }
    json["version"] = workbench::version();
    return dumped(json);
}

std::string panel_offers_json(const panels::Offers& offers) {
    Json json{{"unit", offers.unit ? Json(name_of(*offers.unit)) : Json(nullptr)}};
    json["variables"] = Json::array();
    for (const auto& variable : offers.variables) {
        json["variables"].push_back({{"dataset", variable.dataset},
                                     {"version", variable.version},
                                     {"name", variable.name},
                                     {"label", text_or_null(variable.label)},
                                     {"unit", text_or_null(variable.unit)},
                                     {"covers", years_json(variable.years)},
                                     {"present", variable.present},
                                     {"missing", variable.missing},
                                     {"main", variable.main}});
    }
    json["measures"] = Json::array();
    for (const auto& measure : offers.measures) {
        json["measures"].push_back(
            {{"name", measure.name}, {"about", measure.about}, {"formula", measure.formula}, {"needs", measure.needs}});
    }
    json["without_descriptor"] = offers.without_descriptor;
    json["version"] = workbench::version();
    return dumped(json);
}

}  // namespace entente::reports
