// Where the top-level blocks of a TOML file begin and end: a light scanner that knows comments, strings, arrays and
// inline tables, and nothing else. It finds the next block even after a string or an array that nobody closed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente::textfiles {

inline constexpr std::size_t kNone = std::string_view::npos;
inline constexpr int kDeepestNesting = 32;

struct TomlHeader {
    std::string first;  // the first part of the name, as written between quotes
    int parts = 0;
    bool array_entry = false;
    bool closed = false;  // its brackets
    bool bare = false;    // the first part has no quotes
    std::size_t end = 0;  // after the closing bracket
};

struct TomlSpan {
    std::string name;          // as written between quotes
    bool array_entry = false;  // [[name]]
    bool headed = false;       // false: the keys before the first header
    bool own_header = false;   // [name], not only [name.part]
    std::size_t header = 0;    // of `[`, or the first key of a block without header
    std::size_t line = 0;      // where the line of `header` starts
    std::size_t begin = 0;     // as in Block
    std::size_t end = 0;       // as in Block

    std::size_t unclosed = kNone;            // the string or bracket that is open at the end
    std::size_t too_deep = kNone;            // where the nesting passes the limit
    std::size_t string_with_header = kNone;  // a multi-line string in which a line looks like a header …
    std::size_t header_in_string = kNone;    // … and that line
};

class TomlBlockScanner {
public:
    TomlBlockScanner(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

    [[nodiscard]] std::optional<TomlSpan> next();

    // For a string that probably was not meant to reach beyond `header_line`. From here on no string reaches beyond a
    // line that looks like a header, which keeps the scan linear.
    void restart_at(std::size_t header_line);

private:
    void start(TomlSpan& span, std::size_t line_begin, std::size_t header) const;
    [[nodiscard]] bool continues(const TomlSpan& span, const TomlHeader& header) const;
    void skip_statement(TomlSpan& span);
    void skip_string(TomlSpan& span);
    void skip_multi_line_string(TomlSpan& span, std::string_view quotes);
    void skip_line();

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t comments_ = kNone;  // the first of the comment lines directly above at_
    bool strict_ = false;
};

}  // namespace entente::textfiles
