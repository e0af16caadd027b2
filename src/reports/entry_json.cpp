#include "reports/entry_json.hpp"

namespace entente::reports {
namespace {

Json value_json(const textfiles::Value& value);

struct ValueJson {
    Json operator()(const std::string& text) const { return text; }
    Json operator()(std::int64_t whole) const { return whole; }
    Json operator()(double value) const { return std::isfinite(value) ? number(value) : Json(nullptr); }
    Json operator()(bool flag) const { return flag; }
    Json operator()(Day day) const { return to_text(day); }
    Json operator()(const textfiles::Array& array) const {
        Json list = Json::array();
        for (const auto& element : array) list.push_back(value_json(element));
        return list;
    }
    Json operator()(const textfiles::Table& table) const { return entry_json(table); }
    Json operator()(const textfiles::Moment& moment) const { return std::string(moment.what); }
};

Json value_json(const textfiles::Value& value) {
    return std::visit(ValueJson{}, value.data);
}

void add_text(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}

}  // namespace

Json entry_json(const textfiles::Table& entry) {
    Json json = Json::object();
    for (const auto& [key, value, where] : entry.entries) json[key] = value_json(value);
    return json;
}

Json entry_json(const evidence::Coding& coding) {
    Json json{{"item", coding.item},
              {"theory", coding.theory},
              {"factor", coding.aspect.empty() ? coding.factor : coding.factor + "/" + coding.aspect},
              {"direction", name_of(coding.direction)},
              {"baseline", coding.baseline},
              {"novelty", name_of(coding.novelty)}};
    add_text(json, "against", coding.against);
    if (coding.against.empty() && !coding.searched.empty()) json["against"] = {{"searched", coding.searched}};
    json["specificity"] = number(coding.specificity);
    add_text(json, "cluster", coding.cluster);
    add_text(json, "note", coding.note);
    return json;
}

Json name_json(const workbench::EntryName& name) {
    if (!name.id.empty()) return name.id;
    Json json{{"item", name.item}, {"factor", name.factor}, {"baseline", name.baseline}};
    if (!name.theory.empty()) json["theory"] = name.theory;
    return json;
}

}  // namespace entente::reports
