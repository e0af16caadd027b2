#include "reports/json_readings.hpp"

#include "reports/json_objects.hpp"

namespace entente::reports {

std::string what_if_json(const workbench::WhatIfResult& result) {
    auto json = assess_object(result.result, FileNames::within(*result.result.open));
    json["what_if"] = result.changed;
    json["other_protocol"] = result.other_protocol ? protocol_object(*result.other_protocol) : Json(nullptr);
    json["other_theory"] = result.other_theory ? theory_object(*result.other_theory) : Json(nullptr);
    return json.dump();
}

std::string saved_reading_json(const workbench::SavedReading& saved) {
    return Json{{"file", saved.file}, {"text", saved.text}, {"changed", saved.changed}}.dump();
}

}  // namespace entente::reports
