// Edits of one file in memory, as a page would ask for them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "case_copy.hpp"
#include "casefile/edit.hpp"

namespace entente::casefile {

using textfiles::Array;
using textfiles::Table;
using textfiles::Value;

inline Table table(std::vector<std::pair<std::string, Value>> entries) {
    Table result;
    for (auto& [key, value] : entries) result.entries.push_back({key, std::move(value), {}});
    return result;
}

inline Value text(std::string words) {
    return {std::move(words), {}};
}

inline Value list(const std::vector<std::string>& words) {
    Array array;
    for (const auto& word : words) array.push_back(text(word));
    return {std::move(array), {}};
}

inline Edit of_file(std::string file) {
    Edit edit;
    edit.file = std::move(file);
    return edit;
}

struct Edited {
    std::string bytes;
    Lines problems;
};

inline Edited applied(const Edit& edit, const std::string& bytes) {
    Problems problems;
    check_places(edit, true, problems);
    Edited result;
    if (!problems.has_errors()) result.bytes = edited_file(bytes, edit.file, edit, problems);
    result.problems = lines_of(problems);
    return result;
}

inline Edited put(const std::string& file, EntryKind kind, Table entry, std::optional<EntryName> replaces,
                  const std::string& bytes) {
    Edit edit = of_file(file);
    edit.put.push_back({kind, std::move(entry), std::move(replaces), {}});
    return applied(edit, bytes);
}

inline EntryName id(std::string words) {
    EntryName name;
    name.id = std::move(words);
    return name;
}

inline Table with(Table entry, const std::string& key, Value value) {
    for (auto& each : entry.entries) {
        if (each.key != key) continue;
        each.value = std::move(value);
        return entry;
    }
    entry.entries.push_back({key, std::move(value), {}});
    return entry;
}

inline Table without(Table entry, const std::string& key) {
    std::erase_if(entry.entries, [&](const auto& each) { return each.key == key; });
    return entry;
}

inline std::string replaced(std::string text, const std::string& old, const std::string& now) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), now);
}

}  // namespace entente::casefile
