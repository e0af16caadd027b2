// Text as people write it: UTF-8 validity, width on a terminal, and the known name nearest to a mistyped one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace entente {

// The byte offset of the first byte that is not valid UTF-8 (overlong, surrogate, truncated), or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text) noexcept;

// The byte offset of the first control character other than tab, line feed and carriage return, or of the first
// invisible one that reorders text, or npos.
[[nodiscard]] std::size_t find_control_character(std::string_view text) noexcept;

// Columns on a terminal: East Asian wide characters take two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

// Shortened to at most `width` columns, ending in `…` if anything was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

// The candidate nearest to `word` by edit distance, if it is near enough to be a likely slip; else the only one that
// `word` begins; else empty.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> candidates);

// `; did you mean 'x'?`, or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

// For messages about an unknown word: all known ones where they are few, else the nearest and `and 542 more`.
[[nodiscard]] std::string known_words(std::string_view word, std::span<const std::string> known);

[[nodiscard]] std::string joined(std::span<const std::string> parts, std::string_view separator);

}  // namespace entente
