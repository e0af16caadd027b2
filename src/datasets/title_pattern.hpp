// Regular expressions of descriptors ([[title]]), matched against the lines above a header.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::datasets {

// What is wrong with a pattern; empty if it compiles and has exactly one group.
[[nodiscard]] std::string trouble_with_pattern(const std::string& pattern);

// The group of the first cell that has the pattern in it; nothing if none has. Of a long cell the beginning counts.
[[nodiscard]] std::optional<std::string> match_title(const std::string& pattern,
                                                     std::span<const std::vector<std::string>> lines);

// The same; if no cell has it, of the first whole line that has: a separator without quotation marks has cut the title.
[[nodiscard]] std::optional<std::string> match_title(const std::string& pattern,
                                                     std::span<const std::vector<std::string>> lines, char separator);

}  // namespace entente::datasets
