#include "textfiles/toml_blocks.hpp"

#include <algorithm>
#include <utility>

namespace entente::textfiles {

namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

bool is_bare(char byte) {
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t", at), text.size());
}

std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

// The end of one part of a dotted name; `at` itself if there is none.
std::size_t name_part_end(std::string_view text, std::size_t at) {
    if (at == text.size()) return at;
    const char quote = text[at];
    if (quote != '"' && quote != '\'') {
        const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_bare);
        return static_cast<std::size_t>(end - text.begin());
    }
    for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == quote) return i + 1;
        if (text[i] == '\\' && quote == '"') ++i;
    }
    return at;
}

TomlHeader read_header(std::string_view text, std::size_t at) {
    TomlHeader header;
    header.array_entry = text.substr(at).starts_with("[[");
    const std::string_view closing = header.array_entry ? "]]" : "]";
    at += closing.size();
    for (;;) {
        at = skip_blanks(text, at);
        const auto end = name_part_end(text, at);
        if (end == at) return header;
        if (++header.parts == 1) {
            header.bare = is_bare(text[at]);
            header.first = header.bare ? text.substr(at, end - at) : text.substr(at + 1, end - at - 2);
        }
        at = skip_blanks(text, end);
        if (at == text.size() || text[at] != '.') break;
        ++at;
    }
    header.closed = text.substr(at).starts_with(closing);
    header.end = at + closing.size();
    return header;
}

// Whether the line is a header and could not be an element of an array: `[[item]]` but not `[1]` or `["a"]`.
bool looks_like_header(std::string_view text, std::size_t line_begin) {
    const auto at = skip_blanks(text, line_begin);
    if (at == text.size() || text[at] != '[') return false;
    const auto header = read_header(text, at);
    if (!header.closed || !header.bare || !is_letter(header.first.front())) return false;
    for (const std::string_view word : {"true", "false", "inf", "nan"}) {
        if (header.first == word) return false;
    }
    const auto rest = skip_blanks(text, header.end);
    return rest == text.size() || text[rest] == '\n' || text[rest] == '\r' || text[rest] == '#';
}

}  // namespace

void TomlBlockScanner::start(TomlSpan& span, std::size_t line_begin, std::size_t header) const {
    span.line = line_begin;
    span.header = header;
    span.begin = comments_ == kNone ? line_begin : comments_;
}

bool TomlBlockScanner::continues(const TomlSpan& span, const TomlHeader& header) const {
    if (header.first.empty() || header.first != span.name) return false;
    return header.parts > 1 || (!header.array_entry && !span.array_entry && !span.own_header);
}

std::optional<TomlSpan> TomlBlockScanner::next() {
    std::optional<TomlSpan> span;
    std::size_t comments_end = kNone;  // of the comment lines directly below the last line of the block
    while (at_ < text_.size()) {
        const auto line_begin = at_;
        const auto first = skip_blanks(text_, at_);
        const char byte = first < text_.size() ? text_[first] : '\n';
        if (byte == '\n' || byte == '\r') {
            if (span && comments_end != kNone) span->end = std::exchange(comments_end, kNone);
            comments_ = kNone;
            skip_line();
            // A carriage return alone ends no line; the parser says so.
            if (span && byte == '\r' && text_.substr(first, 2) != "\r\n") span->end = at_;
            continue;
        }
        if (byte == '#') {
            if (comments_ == kNone) comments_ = line_begin;
            skip_line();
            if (span && (comments_end != kNone || span->end == line_begin)) comments_end = at_;
            continue;
        }
        comments_end = kNone;
        if (byte == '[') {
            auto header = read_header(text_, first);
            if (span && !continues(*span, header)) return span;
            if (!span) {
                start(span.emplace(), line_begin, first);
                span->headed = true;
                span->name = header.first;
                span->array_entry = header.array_entry && header.parts == 1;
            }
            span->own_header = span->own_header || header.parts == 1;
            if (header.parts > kDeepestNesting) span->too_deep = first;
            skip_line();
        } else {
            if (!span) start(span.emplace(), line_begin, first);
            at_ = first;
            skip_statement(*span);
        }
        span->end = at_;
        comments_ = kNone;
    }
    if (span && comments_end != kNone) span->end = comments_end;
    return span;
}

void TomlBlockScanner::restart_at(std::size_t header_line) {
    at_ = header_line;
    comments_ = kNone;
    strict_ = true;
}

void TomlBlockScanner::skip_line() {
    at_ = std::min(line_end(text_, at_) + 1, text_.size());
}

// From a key to the end of the line on which its value ends.
void TomlBlockScanner::skip_statement(TomlSpan& span) {
    int depth = 0;
    int dots = 0;
    std::size_t bracket = kNone;
    while (at_ < text_.size()) {
        const char byte = text_[at_];
        if (byte == '"' || byte == '\'') {
            skip_string(span);
            if (span.unclosed != kNone) return;
            continue;
        }
        if (byte == '#') {
            at_ = line_end(text_, at_);
            continue;
        }
        if (byte == '.') {
            ++dots;
        } else if (std::string_view("=,[]{}\n").find(byte) != std::string_view::npos) {
            dots = 0;
        }
        if ((byte == '[' || byte == '{') && depth++ == 0) bracket = at_;
        if ((byte == ']' || byte == '}') && depth > 0) --depth;
        if ((depth > kDeepestNesting || dots >= kDeepestNesting) && span.too_deep == kNone) span.too_deep = at_;
        ++at_;
        if (byte != '\n') continue;
        if (depth == 0) return;
        if (looks_like_header(text_, at_)) break;
    }
    if (depth > 0) span.unclosed = std::min(span.unclosed, bracket);
}

void TomlBlockScanner::skip_string(TomlSpan& span) {
    const char quote = text_[at_];
    for (const std::string_view quotes : {"\"\"\"", "'''"}) {
        if (text_.substr(at_).starts_with(quotes)) return skip_multi_line_string(span, quotes);
    }
    for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
        if (text_[at_] == quote) {
            ++at_;
            return;
        }
        if (text_[at_] == '\\' && quote == '"' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
    }
}

void TomlBlockScanner::skip_multi_line_string(TomlSpan& span, std::string_view quotes) {
    const auto opening = at_;
    std::size_t header_line = kNone;
    for (at_ += quotes.size(); at_ < text_.size(); ++at_) {
        if (text_.substr(at_).starts_with(quotes)) {
            at_ += quotes.size();
            // `"""a"""""` ends in two quotation marks of its own.
            for (int own = 0; own < 2 && at_ < text_.size() && text_[at_] == quotes.front(); ++own) ++at_;
            if (header_line != kNone && span.header_in_string == kNone) {
                span.string_with_header = opening;
                span.header_in_string = header_line;
            }
            return;
        }
        if (text_[at_] == '\\' && quotes.front() == '"' && at_ + 1 < text_.size()) ++at_;
        if (text_[at_] == '\n' && header_line == kNone && looks_like_header(text_, at_ + 1)) {
            header_line = at_ + 1;
            if (strict_) break;
        }
    }
    span.unclosed = std::min(span.unclosed, opening);
    if (header_line != kNone) restart_at(header_line);
}

}  // namespace entente::textfiles
