#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <vector>

namespace entente {

namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes; 0 if the bytes are not UTF-8
};

struct Range {
    char32_t first;
    char32_t last;
};

// East Asian Width W and F of Unicode 15, the blocks that terminals draw in two columns (UAX #11).
constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},   Range{0x23E9, 0x23EC},
    Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x26A1, 0x26A1},   Range{0x2705, 0x2705},
    Range{0x274C, 0x274C},   Range{0x2753, 0x2755},   Range{0x2795, 0x2797},   Range{0x2B1B, 0x2B1C},
    Range{0x2E80, 0x3029},   Range{0x302E, 0x303E},   Range{0x3041, 0x3098},   Range{0x309B, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x17000, 0x18CFF}, Range{0x1B000, 0x1B2FF}, Range{0x1F1E6, 0x1F1FF}, Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

// Combining marks and invisible format characters of the scripts that sources are written in.
constexpr std::array kWithoutWidth{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},   Range{0x05BF, 0x05C2}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x06D6, 0x06DC},   Range{0x0900, 0x0902}, Range{0x093C, 0x093C},
    Range{0x0941, 0x0948}, Range{0x094D, 0x094D}, Range{0x0E31, 0x0E31},   Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E},
    Range{0x1160, 0x11FF}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200F}, Range{0x202A, 0x202E},
    Range{0x2060, 0x2069}, Range{0x20D0, 0x20FF}, Range{0x302A, 0x302D},   Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF},
};

bool continues(std::string_view text, std::size_t offset) noexcept {
    return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U;
}

// The well-formed byte sequences of the Unicode Standard, table 3-7.
CodePoint code_point_at(std::string_view text, std::size_t offset) noexcept {
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return {};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t next = 1; next < length; ++next) {
        if (!continues(text, offset + next)) return {};
        value = (value << 6U) | (static_cast<unsigned char>(text[offset + next]) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < kSmallest[length] || surrogate || value > 0x10FFFF) return {};
    return {value, length};
}

template <std::size_t size>
bool contains(const std::array<Range, size>& ranges, char32_t value) noexcept {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), value,
                                        [](char32_t wanted, const Range& range) { return wanted < range.first; });
    return after != ranges.begin() && value <= std::prev(after)->last;
}

std::size_t columns_of(char32_t value) noexcept {
    if (value < 0x300) return 1;
    if (contains(kWithoutWidth, value)) return 0;
    return contains(kWide, value) ? 2 : 1;
}

// Steps over one character; a byte that is not UTF-8 counts as one.
CodePoint next_character(std::string_view text, std::size_t offset) noexcept {
    const CodePoint next = code_point_at(text, offset);
    return next.length > 0 ? next : CodePoint{0xFFFD, 1};
}

std::u32string characters(std::string_view text) {
    std::u32string all;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint next = next_character(text, offset);
        all.push_back(next.value);
        offset += next.length;
    }
    return all;
}

// Optimal string alignment distance (Damerau 1964; Boytsov 2011, §2.1): insertions, deletions, substitutions and
// swaps of neighbours. Gives up, returning limit + 1, as soon as the distance must exceed the limit.
std::size_t edit_distance(const std::u32string& left, const std::u32string& right, std::size_t limit) {
    if (std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column) last[column] = column;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        current[0] = row;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const bool same = left[row - 1] == right[column - 1];
            current[column] =
                std::min({last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0U : 1U)});
            const bool swapped =
                row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
            if (swapped) current[column] = std::min(current[column], before[column - 2] + 1);
        }
        if (*std::min_element(current.begin(), current.end()) > limit) return limit + 1;
        before.swap(last);
        last.swap(current);
    }
    return last[right.size()];
}

// One slip in a short word, two in a longer one, a third of the letters in a long one.
std::size_t likely_slips(std::size_t length) noexcept {
    return length <= 4 ? 1 : std::max<std::size_t>(2, length / 3);
}

// The only candidate that begins with `word`: somebody wrote `ledger` for `ledger-v1`. Shorter words begin too much.
std::string only_one_begun_by(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t kShortestBeginning = 4;
    if (word.size() < kShortestBeginning) return {};
    std::string found;
    for (const std::string& candidate : candidates) {
        if (!candidate.starts_with(word)) continue;
        if (!found.empty() && found != candidate) return {};
        found = candidate;
    }
    return found;
}

constexpr std::size_t kMostWordsInFull = 12;
constexpr std::size_t kNearestWordsShown = 8;
constexpr std::size_t kLongestComparedWord = 64;

// Invisible characters that reorder or hide what is shown: line and paragraph separators, bidirectional embeddings,
// overrides and isolates, tags (Unicode Technical Report 36).
bool rules_layout(char32_t character) noexcept {
    return (character >= 0x2028 && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
           (character >= 0xE0000 && character <= 0xE007F);
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) noexcept {
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint next = code_point_at(text, offset);
        if (next.length == 0) return offset;
        offset += next.length;
    }
    return std::string_view::npos;
}

std::size_t find_control_character(std::string_view text) noexcept {
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint next = next_character(text, offset);
        const bool layout = next.value == '\t' || next.value == '\n' || next.value == '\r';
        const bool control = next.value < 0x20 || (next.value >= 0x7F && next.value <= 0x9F);
        if ((control && !layout) || rules_layout(next.value)) return offset;
        offset += next.length;
    }
    return std::string_view::npos;
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint next = next_character(text, offset);
        width += columns_of(next.value);
        offset += next.length;
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    std::size_t used = 0;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const CodePoint next = next_character(text, offset);
        used += columns_of(next.value);
        if (used > width - 1) break;
        offset += next.length;
    }
    return std::string(text.substr(0, offset)) + "…";
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::u32string wanted = characters(word);
    std::size_t limit = likely_slips(wanted.size());
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(wanted, characters(candidate), limit);
        if (distance > limit) continue;
        found = candidate;
        if (distance == 0) break;
        limit = distance - 1;  // only a nearer one replaces it
    }
    return found.empty() ? only_one_begun_by(word, candidates) : found;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const std::string candidate = nearest(word, candidates);
    return candidate.empty() ? std::string() : "; did you mean '" + candidate + "'?";
}

std::string known_words(std::string_view word, std::span<const std::string> known) {
    if (known.size() <= kMostWordsInFull) return joined(known, ", ");
    const std::u32string wanted = characters(word).substr(0, kLongestComparedWord);
    // Those that contain the word first, then by distance; ties stay in the order given.
    using Rank = std::tuple<bool, std::size_t, std::size_t>;
    std::vector<Rank> ranks;
    for (std::size_t place = 0; place < known.size(); ++place) {
        const std::u32string other = characters(known[place]).substr(0, kLongestComparedWord);
        const bool contained = known[place].find(word) != std::string::npos;
        ranks.emplace_back(!contained, edit_distance(wanted, other, kLongestComparedWord), place);
    }
    std::sort(ranks.begin(), ranks.end());
    std::string list;
    for (std::size_t rank = 0; rank < kNearestWordsShown; ++rank) list += known[std::get<2>(ranks[rank])] + ", ";
    return list + "… and " + std::to_string(known.size() - kNearestWordsShown) + " more";
}

std::string joined(std::span<const std::string> parts, std::string_view separator) {
    std::string all;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) all += separator;
        all += part;
    }
    return all;
}

}  // namespace entente
