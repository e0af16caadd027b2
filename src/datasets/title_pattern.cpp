#include "datasets/title_pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <regex>

#include "core/text.hpp"

namespace entente::datasets {

namespace {

// The library's matcher goes back and forth and calls itself for each character: both must stay small.
constexpr std::size_t kLongestPattern = 200;
constexpr std::size_t kLongestTitle = 500;

}  // namespace

std::string trouble_with_pattern(const std::string& pattern) {
    if (pattern.size() > kLongestPattern) {
        return "is longer than " + std::to_string(kLongestPattern) + " characters";
    }
    // A count multiplies the states of a pattern, and counts of counts the time to compile it.
    if (pattern.find('{') != std::string::npos && std::count(pattern.begin(), pattern.end(), '{') > 2) {
        return "has more than two counts in braces";
    }
    try {
        const std::regex compiled(pattern);
        if (compiled.mark_count() != 1) return "has " + std::to_string(compiled.mark_count()) + " groups";
    } catch (const std::regex_error&) {
        return "is not a regular expression";
    }
    return {};
}

std::optional<std::string> match_title(const std::string& pattern, std::span<const std::vector<std::string>> lines) {
    const std::regex compiled(pattern);
    for (const auto& line : lines) {
        for (const auto& cell : line) {
            const std::string title = cell.substr(0, kLongestTitle);
            std::smatch match;
            if (std::regex_search(title, match, compiled)) return match[1].str();
        }
    }
    return std::nullopt;
}

std::optional<std::string> match_title(const std::string& pattern, std::span<const std::vector<std::string>> lines,
                                       char separator) {
    if (auto found = match_title(pattern, lines)) return found;
    std::vector<std::vector<std::string>> whole;
    for (const auto& line : lines) whole.push_back({joined(line, std::string(1, separator))});
    return match_title(pattern, whole);
}

}  // namespace entente::datasets
