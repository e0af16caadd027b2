// Edits of a copy of a case, as a page would ask for them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "core/sha256.hpp"
#include "workbench/edit_case.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline textfiles::Value text(std::string words) {
    return {std::move(words), {}};
}

inline textfiles::Table with(textfiles::Table entry, const std::string& key, textfiles::Value value) {
    for (auto& each : entry.entries) {
        if (each.key != key) continue;
        each.value = std::move(value);
        return entry;
    }
    entry.entries.push_back({key, std::move(value), {}});
    return entry;
}

inline EntryName named_entry(std::string id) {
    EntryName name;
    name.id = std::move(id);
    return name;
}

inline EntryName coding_of(std::string item, std::string factor, std::string baseline) {
    EntryName name;
    name.item = std::move(item);
    name.factor = std::move(factor);
    name.baseline = std::move(baseline);
    return name;
}

// The entry as it stands, to be put back changed.
inline EditRequest changing(const std::filesystem::path& folder, EntryKind kind, const EntryName& name,
                            const std::string& key, textfiles::Value value) {
    EntryRequest wanted;
    wanted.which.folder = folder;
    wanted.kind = kind;
    wanted.name = name;
    const auto stands = standing_entry(wanted);
    EditRequest request;
    request.which.folder = folder;
    request.edit.file = stands.file;
    request.edit.sha256 = stands.sha256;
    request.edit.put.push_back({kind, with(stands.entry, key, std::move(value)), name, {}});
    return request;
}

inline EditResult done(const EditRequest& request) {
    return std::get<EditResult>(edit_case(request));
}

}  // namespace entente::workbench
