#include "reports/edit_request.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/text.hpp"
#include "reports/json_reader.hpp"

namespace entente::reports {
namespace {

using textfiles::Array;
using textfiles::Table;
using textfiles::Value;

constexpr auto kName = "request";
// One edit is what one person changed between two saves.
constexpr std::size_t kMostEntries = 500;

std::optional<Value> value_of(const Json& json, const std::string& pointer, Problems& problems);

// A key whose value is null is left out.
Table table_of(const Json& json, const std::string& pointer, Problems& problems) {
    Table table;
    table.where = Position{pointer, 0, 0};
    for (const auto& [key, value] : json.items()) {
        const auto at = pointer_to(pointer, key);
        if (value.is_null()) continue;
        if (auto read = value_of(value, at, problems)) table.entries.push_back({key, std::move(*read), {at, 0, 0}});
    }
    return table;
}

std::optional<Value> number_of(const Json& json, const Position& where, Problems& problems) {
    if (json.is_number_float()) return Value{json.get<double>(), where};
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > kLargest) {
        problems.error(where, "the number is too large", "no key of a case holds such a number");
        return std::nullopt;
    }
    return Value{json.get<std::int64_t>(), where};
}

std::optional<Value> value_of(const Json& json, const std::string& pointer, Problems& problems) {
    const Position where{pointer, 0, 0};
    if (json.is_number()) return number_of(json, where, problems);
    if (json.is_boolean()) return Value{json.get<bool>(), where};
    if (json.is_object()) return Value{table_of(json, pointer, problems), where};
    if (json.is_array()) {
        Array array;
        for (std::size_t i = 0; i < json.size(); ++i) {
            auto element = value_of(json[i], pointer_to(pointer, std::to_string(i)), problems);
            if (element) array.push_back(std::move(*element));
        }
        return Value{std::move(array), where};
    }
    const auto* text = text_at(json, pointer, problems);
    return text == nullptr ? std::nullopt : std::optional(Value{*text, where});
}

std::optional<workbench::EntryKind> read_kind(ObjectReader& reader) {
    const auto text = reader.filled_text("kind");
    const auto kind = named<workbench::EntryKind>(text);
    if (!kind && !text.empty()) {
        reader.error_at(
            "kind", "should be one of " + names_of<workbench::EntryKind>() + ", but is '" + shortened(text, 20) + "'");
    }
    return kind;
}

// An id; of a coding `{item, factor, baseline}`, and `theory` if there is more than one.
workbench::EntryName read_name(const Json& json, workbench::EntryKind kind, const std::string& pointer,
                               Problems& problems) {
    workbench::EntryName name;
    if (kind != workbench::EntryKind::Coding) {
        const auto* text = text_at(json, pointer, problems);
        if (text != nullptr) name.id = *text;
        if (text != nullptr && text->empty()) error_at(pointer, problems, "is empty");
        return name;
    }
    ObjectReader reader(json, pointer, problems);
    name.item = reader.filled_text("item");
    name.theory = reader.text_or("theory", "");
    name.factor = reader.filled_text("factor");
    name.baseline = reader.filled_text("baseline");
    reader.finish();
    return name;
}

std::optional<workbench::PutEntry> read_put(const Json& json, const std::string& pointer, Problems& problems) {
    ObjectReader reader(json, pointer, problems);
    workbench::PutEntry put;
    put.where = Position{pointer, 0, 0};
    const auto kind = read_kind(reader);
    if (const auto* entry = reader.object_if("entry")) {
        put.entry = table_of(*entry, reader.at("entry"), problems);
    } else if (json.is_object() && !reader.has("entry")) {
        reader.error_at("entry", "is missing", "give the whole entry, with the keys of the case's format");
    }
    const auto* replaces = reader.value("replaces");
    if (replaces != nullptr && kind) put.replaces = read_name(*replaces, *kind, reader.at("replaces"), problems);
    reader.finish();
    if (!kind) return std::nullopt;
    put.kind = *kind;
    return put;
}

// What is to be taken out: an entry, or an item of the list `read`.
void read_removal(const Json& json, const std::string& pointer, Problems& problems, workbench::Edit& edit) {
    ObjectReader reader(json, pointer, problems);
    const auto* id = reader.value("id");
    if (id == nullptr && json.is_object()) reader.error_at("id", "is missing", "say which entry is to be taken out");
    const auto* kind_value = reader.value("kind");
    if (kind_value != nullptr && *kind_value == "read") {
        const auto* text = id == nullptr ? nullptr : text_at(*id, reader.at("id"), problems);
        if (text != nullptr) edit.unread.push_back(*text);
    } else if (const auto kind = read_kind(reader); kind && id != nullptr) {
        edit.remove.push_back({*kind, read_name(*id, *kind, reader.at("id"), problems), {pointer, 0, 0}});
    }
    reader.finish();
}

const Json* entries_in(ObjectReader& reader, std::string_view key) {
    const auto* list = reader.list_if(key);
    if (list == nullptr || list->size() <= kMostEntries) return list;
    reader.error_at(key, "names more than " + std::to_string(kMostEntries) + " entries", "save in several edits");
    return nullptr;
}

void read_coder(ObjectReader& reader, workbench::Edit& edit) {
    const auto* json = reader.object_if("coder");
    if (json == nullptr) return;
    ObjectReader coder(*json, reader.at("coder"), reader.problems());
    edit.coder.about = coder.text_or("about", "");
    edit.coder.blind = coder.flag_or("blind", false);
    coder.finish();
}

workbench::Edit read_edit(const Json& json, Problems& problems) {
    ObjectReader reader(json, kName, problems);
    workbench::Edit edit;
    edit.where = Position{reader.at("file"), 0, 0};
    edit.file = reader.filled_text("file");
    if (reader.has("sha256")) edit.sha256 = reader.filled_text("sha256");
    if (const auto* list = entries_in(reader, "put")) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto put = read_put((*list)[i], pointer_to(reader.at("put"), std::to_string(i)), problems);
            if (put) edit.put.push_back(std::move(*put));
        }
    }
    if (const auto* list = entries_in(reader, "remove")) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            read_removal((*list)[i], pointer_to(reader.at("remove"), std::to_string(i)), problems, edit);
        }
    }
    if (entries_in(reader, "read") != nullptr) edit.read = reader.texts("read");
    read_coder(reader, edit);
    reader.finish();
    return edit;
}

}  // namespace

std::optional<workbench::Edit> read_edit_request(std::string_view bytes, Problems& problems) {
    Problems found;
    std::optional<workbench::Edit> edit;
    if (const auto json = parse_json(bytes, kName, found)) edit = read_edit(*json, found);
    problems.add(found);
    return found.has_errors() ? std::nullopt : std::move(edit);
}

}  // namespace entente::reports
