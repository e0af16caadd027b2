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
    return entry.substr(open + 1, entry.find(',', open) - open - 1);
}

}  // namespace

std::string bibliography(const Panel& panel) {
    std::string text;
    std::set<std::string_view> seen;
    for (const auto* dataset : panel.datasets) {
        for (auto entry : entries_of(dataset->descriptor->citation)) {
            if (!seen.insert(key_of(entry)).second) continue;
            while (entry.ends_with('\n') || entry.ends_with(' ')) entry.remove_suffix(1);
            text += (text.empty() ? "" : "\n") + std::string(entry) + "\n";
        }
    }
    return text;
}

}  // namespace entente::panels
