#include <set>
#include <string_view>

#include "panels/codebook.hpp"

namespace entente::panels {
namespace {

// Descriptors hold whole entries, each beginning with an `@` at a line's start.
std::vector<std::string_view> entries_of(std::string_view citation) {
    std::vector<std::string_view> entries;
    std::size_t begin = citation.starts_with('@') ? 0 : citation.find("\n@");
    while (begin != std::string_view::npos && begin < citation.size()) {
        if (citation[begin] == '\n') ++begin;
        const auto next = citation.find("\n@", begin + 1);
        entries.push_back(citation.substr(begin, next == std::string_view::npos ? next : next + 1 - begin));
        begin = next;
    }
    return entries;
}

std::string_view key_of(std::string_view entry) {
    const auto open = entry.find('{');
    if (open == std::string_view::npos) return entry;
    auto key = entry.substr(open + 1, entry.find(',', open) - open - 1);
    while (key.starts_with(' ')) key.remove_prefix(1);
    while (key.ends_with(' ')) key.remove_suffix(1);
    return key;
}

}  // namespace

std::string bibliography(const Panel& panel, std::string_view others) {
    std::string text;
    std::set<std::string_view> seen;
    const auto add = [&](std::string_view entries) {
        for (auto entry : entries_of(entries)) {
            if (!seen.insert(key_of(entry)).second) continue;
            while (entry.ends_with('\n') || entry.ends_with(' ')) entry.remove_suffix(1);
            text += (text.empty() ? "" : "\n") + std::string(entry) + "\n";
        }
    };
    add(others);
    for (const auto* dataset : panel.datasets) {
        add(dataset->descriptor->citation);
        if (dataset->version != nullptr) add(dataset->version->citation);
    }
    return text;
}

std::vector<std::string> cited_keys(std::string_view bibtex) {
    std::vector<std::string> keys;
    for (const auto entry : entries_of(bibtex)) keys.emplace_back(key_of(entry));
    return keys;
}

}  // namespace entente::panels
