#include "textfiles/toml_values.hpp"

#include <algorithm>
#include <string_view>

#include "core/error.hpp"

namespace entente::textfiles {
namespace {

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The byte at which a line and a column point.
std::size_t offset_of(std::string_view bytes, const Position& where) {
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; line < where.line; ++line) {
        const auto end = bytes.find('\n', at);
        ensure(end != std::string_view::npos, "a value stands on a line of its file");
        at = end + 1;
    }
    for (int column = 1; column < where.column; ++column) {
        ++at;
        while (at < bytes.size() && continues_character(bytes[at])) ++at;
    }
    ensure(at < bytes.size(), "a value stands in its file");
    return at;
}

std::size_t string_end(std::string_view bytes, std::size_t at) {
    const char quote = bytes[at];
    const std::string three(3, quote);
    const bool long_string = bytes.substr(at).starts_with(three);
    for (at += long_string ? 3 : 1; at < bytes.size(); ++at) {
        if (bytes[at] == '\\' && quote == '"') {
            ++at;
        } else if (long_string && bytes.substr(at).starts_with(three)) {
            at += 3;
            // `"""a"""""` ends in two quotation marks of its own.
            for (int own = 0; own < 2 && at < bytes.size() && bytes[at] == quote; ++own) ++at;
            return at;
        } else if (!long_string && bytes[at] == quote) {
            return at + 1;
        }
    }
    return bytes.size();
}

// Where a value ends that is known to be well-formed.
std::size_t value_end(std::string_view bytes, std::size_t at) {
    int depth = 0;
    while (at < bytes.size()) {
        const char byte = bytes[at];
        if (byte == '"' || byte == '\'') {
            at = string_end(bytes, at);
        } else if (byte == '[' || byte == '{') {
            ++depth;
            ++at;
        } else if (byte == ']' || byte == '}') {
            if (depth == 0) return at;
            --depth;
            ++at;
        } else if (depth > 0) {
            at = byte == '#' ? std::min(bytes.find('\n', at), bytes.size()) : at + 1;
            continue;
        } else {
            return std::min(bytes.find_first_of(" \t\r\n,]}#", at), bytes.size());
        }
        if (depth == 0) return at;
    }
    return at;
}

}  // namespace

std::string replace_values(const Document& document, const std::vector<ValueEdit>& edits) {
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
        const std::string* text = nullptr;
    };
    const std::string_view bytes = document.bytes;
    std::vector<Span> spans;
    for (const auto& edit : edits) {
        const auto begin = offset_of(bytes, edit.value->where);
        spans.push_back({begin, value_end(bytes, begin), &edit.text});
    }
    std::sort(spans.begin(), spans.end(), [](const Span& left, const Span& right) { return left.begin < right.begin; });
    std::string result;
    std::size_t kept = 0;
    for (const auto& span : spans) {
        ensure(span.begin >= kept, "edits of values do not overlap");
        result += bytes.substr(kept, span.begin - kept);
        result += *span.text;
        kept = span.end;
    }
    result += bytes.substr(kept);
    return result;
}

}  // namespace entente::textfiles
