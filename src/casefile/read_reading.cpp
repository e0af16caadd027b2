// [reading] of a protocol: how one case is to be read beside the numbers. The only part of a protocol that may be
// missing.
#include <set>
#include <string>
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Table;
using textfiles::Value;
using Mention = evidence::Reading::Mention;

// Ids, each once.
std::vector<Mention> read_mentions(EntryReader& reader, std::string_view key, Problems& problems) {
    std::vector<Mention> mentions;
    std::set<std::string_view> seen;
    const Value* found = reader.value(key);
    const auto* array = found == nullptr ? nullptr : std::get_if<Array>(&found->data);
    static_cast<void>(reader.texts(key));
    if (array == nullptr) return mentions;
    for (const Value& element : *array) {
        const auto* id = std::get_if<std::string>(&element.data);
        if (id == nullptr || id->empty()) continue;  // reported by texts()
        if (seen.insert(*id).second) {
            mentions.push_back({*id, element.where});
        } else {
            problems.error(element.where, "'" + *id + "' stands twice in '" + std::string(key) + "'",
                           "remove one of the two");
        }
    }
    return mentions;
}

Mention read_mention(EntryReader& reader, std::string_view key) {
    if (!reader.has(key)) return {};
    return {reader.filled_text(key), reader.where_is(key)};
}

std::vector<evidence::Reading::Regrading> read_regradings(const Table& table, Problems& problems) {
    std::vector<evidence::Reading::Regrading> regraded;
    for (const auto& entry : table.entries) {
        const auto* text = std::get_if<std::string>(&entry.value.data);
        const auto grade = text == nullptr ? std::nullopt : evidence::parse_grade(*text);
        if (!grade) {
            problems.error(entry.value.where, "the grade of '" + entry.key + "' is no grade",
                           "write a letter from A to F and a number from 1 to 6: \"B2\"");
        } else {
            regraded.push_back({entry.key, *grade, entry.where});
        }
    }
    return regraded;
}

}  // namespace

evidence::Reading read_reading(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Reading reading;
    reading.theory = read_mention(reader, "theory");
    reading.focal = read_mention(reader, "focal");
    reading.baseline = read_mention(reader, "baseline");
    reading.coders = read_mentions(reader, "coders", problems);
    reading.set_aside = read_mentions(reader, "set_aside", problems);
    if (const Table* grades = reader.table_if("grades")) reading.regraded = read_regradings(*grades, problems);
    reader.finish();
    return reading;
}

}  // namespace entente::casefile
