#include "casefile/entry_values.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/text.hpp"
#include "evidence/coding.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Table;
using textfiles::Value;

constexpr auto kItemKeys =
    std::to_array<std::string_view>({"id", "date", "from", "to", "kind", "issues", "actors", "text", "quote", "sources",
                                     "rows", "period", "grade", "class", "figures", "searched"});
constexpr auto kCodingKeys = std::to_array<std::string_view>(
    {"item", "theory", "factor", "direction", "baseline", "novelty", "against", "specificity", "cluster", "note"});
constexpr auto kMeetingKeys =
    std::to_array<std::string_view>({"id", "date", "zone", "place", "format", "participants", "topics", "issues",
                                     "listed_by", "correction", "items", "sources", "rows", "promise"});
constexpr auto kCorrectionKeys = std::to_array<std::string_view>(
    {"id", "corrects", "stated", "corrected", "basis", "reason", "sources", "by", "date", "rows"});
// Of the tables inside entries: quotes, citations, searches, promises.
constexpr auto kInnerKeys =
    std::to_array<std::string_view>({"text", "lang", "translation", "key", "at", "searched", "state", "by"});

std::span<const std::string_view> known_keys(EntryKind kind) {
    switch (kind) {
        case EntryKind::Item:
            return kItemKeys;
        case EntryKind::Coding:
            return kCodingKeys;
        case EntryKind::Meeting:
            return kMeetingKeys;
        case EntryKind::Correction:
            return kCorrectionKeys;
        case EntryKind::Source:
            break;
    }
    return {};
}

bool is_empty(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) return text->empty();
    if (const auto* array = std::get_if<Array>(&value.data)) return array->empty();
    if (const auto* table = std::get_if<Table>(&value.data)) return table->entries.empty();
    return false;
}

Table sorted(Table table, std::span<const std::string_view> order) {
    const auto rank = [&](const Table::Entry& entry) {
        return std::find(order.begin(), order.end(), entry.key) - order.begin();
    };
    std::stable_sort(table.entries.begin(), table.entries.end(),
                     [&](const auto& left, const auto& right) { return rank(left) < rank(right); });
    return table;
}

Value compact(Value value);

// Without what is empty.
Table compact(Table table) {
    for (auto& entry : table.entries) entry.value = compact(std::move(entry.value));
    std::erase_if(table.entries, [](const Table::Entry& entry) { return is_empty(entry.value); });
    return table;
}

Value compact(Value value) {
    if (auto* table = std::get_if<Table>(&value.data)) value.data = sorted(compact(std::move(*table)), kInnerKeys);
    if (auto* array = std::get_if<Array>(&value.data)) {
        for (auto& element : *array) element = compact(std::move(element));
    }
    return value;
}

// `{ key = "x" }` is `"x"`.
void shorten_citation(Value& value) {
    const auto* table = std::get_if<Table>(&value.data);
    if (table == nullptr || table->entries.size() != 1 || table->entries.front().key != "key") return;
    Value key = table->entries.front().value;
    value.data = std::move(key.data);
}

void to_day(Value& value) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text == nullptr) return;
    if (const auto day = parse_day(*text)) value.data = *day;
}

// A list of one word is that word.
void to_word(Value& value) {
    auto* array = std::get_if<Array>(&value.data);
    if (array == nullptr || array->size() != 1) return;
    Value only = std::move(array->front());
    value = std::move(only);
}

void to_one_form(EntryKind kind, const std::string& key, Value& value) {
    const bool day = key == "from" || key == "to" || key == "date";
    if (day && (kind != EntryKind::Coding)) to_day(value);
    if (key == "sources") {
        if (auto* array = std::get_if<Array>(&value.data))
            std::for_each(array->begin(), array->end(), shorten_citation);
    }
    if (key == "corrects") shorten_citation(value);
    if (key == "period") to_word(value);
    if (key == "specificity") {
        if (const auto* whole = std::get_if<std::int64_t>(&value.data)) value.data = static_cast<double>(*whole);
    }
}

std::string text_in(const Table& table, std::string_view key) {
    const auto* value = table.find(key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    return text == nullptr ? std::string() : *text;
}

std::vector<KeyText> texts_of(const Table& table) {
    std::vector<KeyText> keys;
    for (const auto& [key, value, where] : table.entries) keys.push_back({key, textfiles::value_text(value)});
    return keys;
}

bool only_tables(const Value& value) {
    const auto* array = std::get_if<Array>(&value.data);
    return array != nullptr && std::all_of(array->begin(), array->end(), [](const Value& element) {
               return std::holds_alternative<Table>(element.data);
           });
}

bool is_outside(const EntryText& entry) {
    return std::any_of(entry.keys.begin(), entry.keys.end(), [](const KeyText& key) {
        return key.key == "factor" && key.value == textfiles::quoted(evidence::kOutside);
    });
}

bool has(const EntryText& entry, std::string_view key) {
    return std::any_of(entry.keys.begin(), entry.keys.end(), [&](const KeyText& each) { return each.key == key; });
}

}  // namespace

std::vector<std::string> keys_of(EntryKind kind) {
    const auto keys = known_keys(kind);
    return {keys.begin(), keys.end()};
}

Table in_order(EntryKind kind, const Table& entry) {
    Table ordered = sorted(compact(entry), known_keys(kind));
    if (kind == EntryKind::Source) return ordered;
    for (auto& [key, value, where] : ordered.entries) to_one_form(kind, key, value);
    return ordered;
}

EntryText entry_text(EntryKind kind, const Table& entry) {
    EntryText text;
    if (kind == EntryKind::Meeting) text.child = "promise";
    Table keys;
    for (const auto& each : entry.entries) {
        // Whatever else stands there is written as it is, for the reader to refuse.
        if (text.child.empty() || each.key != text.child || !only_tables(each.value)) {
            keys.entries.push_back(each);
            continue;
        }
        for (const auto& element : std::get<Array>(each.value.data)) {
            text.children.push_back(texts_of(std::get<Table>(element.data)));
        }
    }
    text.keys = texts_of(keys);
    return text;
}

void forget_defaults(EntryKind kind, EntryText& one, EntryText& other) {
    if (kind != EntryKind::Coding) return;
    const evidence::Coding unset;
    std::vector<KeyText> defaults{{"specificity", textfiles::value_text({unset.specificity, {}})}};
    // Where the theory cannot see an item these may be left out as well.
    if (is_outside(one) && is_outside(other)) {
        defaults.push_back({"direction", textfiles::quoted(name_of(unset.direction))});
        defaults.push_back({"novelty", textfiles::quoted(name_of(unset.novelty))});
    }
    for (const auto& same : defaults) {
        if (has(one, same.key) == has(other, same.key)) continue;
        std::erase(one.keys, same);
        std::erase(other.keys, same);
    }
}

EntryName name_in(EntryKind kind, const Table& entry) {
    EntryName name;
    if (kind == EntryKind::Coding) {
        name.item = text_in(entry, "item");
        name.theory = text_in(entry, "theory");
        name.factor = text_in(entry, "factor");
        name.baseline = text_in(entry, "baseline");
    } else {
        name.id = text_in(entry, kind == EntryKind::Source ? "key" : "id");
    }
    return name;
}

std::string shown(const EntryName& name) {
    if (!name.id.empty()) return shortened(name.id, 80);
    return shortened(name.item + ", " + name.factor + ", against " + name.baseline, 160);
}

bool means(const EntryName& name, const EntryName& stands) {
    return name.id == stands.id && name.item == stands.item && name.factor == stands.factor &&
           name.baseline == stands.baseline && (name.theory.empty() || name.theory == stands.theory);
}

}  // namespace entente::casefile
