#include "textfiles/toml.hpp"

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

}  // namespace

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
