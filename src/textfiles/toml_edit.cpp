#include "textfiles/toml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/error.hpp"

namespace entente::textfiles {

namespace {

// True if there are line ends and each is CRLF.
bool only_crlf(std::string_view text) {
    bool any = false;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (at == 0 || text[at - 1] != '\r') return false;
        any = true;
    }
    return any;
}

// `text` with the line ends of its new surroundings, unless it brings CRLF of its own.
std::string with_line_ends(std::string_view text, bool crlf) {
    if (!crlf || text.find('\r') != std::string_view::npos) return std::string(text);
    std::string result;
    for (const char byte : text) {
        if (byte == '\n') result += '\r';
        result += byte;
    }
    return result;
}

// The end of the line on which `at` stands, behind its line end, if the rest of it is blank.
std::optional<std::size_t> blank_rest(std::string_view bytes, std::size_t at) {
    const auto next = std::min(bytes.find_first_not_of(" \t\r", at), bytes.size());
    if (next == bytes.size()) return std::nullopt;
    return bytes[next] == '\n' ? std::optional(next + 1) : std::nullopt;
}

bool is_bare(std::string_view key) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '_' || byte == '-';
    };
    return !key.empty() && std::all_of(key.begin(), key.end(), fits);
}

// The shortest text that reads as the same number, always with a fraction or an exponent.
std::string float_text(double number) {
    ensure(std::isfinite(number), "a number that is written is finite");
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    std::string text(digits.data(), result.ptr);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

struct ValueText {
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return float_text(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(Day day) const { return to_text(day); }
    std::string operator()(const Array& array) const {
        std::string text = "[";
        for (const auto& element : array) text += (text.size() > 1 ? ", " : "") + value_text(element);
        return text + "]";
    }
    std::string operator()(const Table& table) const {
        std::string text = "{";
        for (const auto& [key, value, where] : table.entries) {
            text += text.size() > 1 ? ", " : " ";
            text += is_bare(key) ? key : quoted(key);
            text += " = " + value_text(value);
        }
        return text + (text.size() > 1 ? " }" : "}");
    }
    // Read, and reported as a wrong type wherever it stands; never written.
    std::string operator()(const Moment& moment) const { return quoted(moment.what); }
};

}  // namespace

std::string value_text(const Value& value) {
    return std::visit(ValueText{}, value.data);
}

std::string remove_block(const Document& document, const Block& block) {
    const std::string_view bytes = document.bytes;
    const auto before = bytes.substr(0, block.begin);
    const bool first = before.find_first_not_of("\xEF\xBB\xBF \t\r\n") == std::string_view::npos;
    const bool below_empty_line = before.ends_with("\n\n") || before.ends_with("\n\r\n");
    auto begin = block.begin;
    auto end = block.end;
    if (end == bytes.size() && below_empty_line) {
        begin -= before.ends_with("\r\n") ? 2 : 1;
    } else if (const auto next = blank_rest(bytes, end); next && (first || below_empty_line)) {
        end = *next;
    }
    return std::string(bytes.substr(0, begin)) + std::string(bytes.substr(end));
}

std::string replace_block(const Document& document, const Block& block, std::string_view text) {
    const std::string_view bytes = document.bytes;
    const auto old = bytes.substr(block.begin, block.end - block.begin);
    const bool crlf = only_crlf(old.empty() ? bytes : old);
    std::string result(bytes.substr(0, block.begin));
    result += with_line_ends(text, crlf);
    if (old.ends_with('\n') && !text.empty() && !text.ends_with('\n')) result += crlf ? "\r\n" : "\n";
    result += bytes.substr(block.end);
    return result;
}

std::string append_block(const Document& document, std::string_view text) {
    const bool crlf = only_crlf(document.bytes);
    const std::string_view line_end = crlf ? "\r\n" : "\n";
    std::string result = document.bytes;
    if (result.find_first_not_of("\xEF\xBB\xBF \t\r\n") != std::string::npos) {
        if (!result.ends_with('\n')) result += line_end;
        if (!result.ends_with("\n\n") && !result.ends_with("\n\r\n")) result += line_end;
    }
    result += with_line_ends(text, crlf);
    if (!result.ends_with('\n')) result += line_end;
    return result;
}

std::string quoted(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        switch (byte) {
            case '"':
                result += "\\\"";
                break;
            case '\\':
                result += "\\\\";
                break;
            case '\n':
                result += "\\n";
                break;
            case '\t':
                result += "\\t";
                break;
            case '\r':
                result += "\\r";
                break;
            default:
                if (code >= 0x20U && code != 0x7FU) {
                    result += byte;
                } else {
                    result += "\\u00";
                    result += kHex[code >> 4U];
                    result += kHex[code & 0xFU];
                }
        }
    }
    return result + '"';
}

}  // namespace entente::textfiles
