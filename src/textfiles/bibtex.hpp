// BibTeX with positions: entries, fields, @string abbreviations, # concatenation, nested braces, common TeX accents.
// Never stops at the first mistake: a broken entry is reported and reading goes on at the next `@` at a line's start.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace entente::textfiles {

struct BibField {
    std::string name;   // lower case
    std::string value;  // without braces, accents decoded, white space folded
    Position where;
    std::size_t begin = 0;  // bytes of the file: of its name …
    std::size_t value_begin = 0;
    std::size_t value_end = 0;  // … to behind its value
};

struct BibEntry {
    std::string type;  // lower case
    std::string key;
    std::vector<BibField> fields;
    Position where;
    std::size_t begin = 0;  // bytes of the file: of `@` …
    std::size_t type_begin = 0;
    std::size_t type_end = 0;
    std::size_t key_begin = 0;
    std::size_t key_end = 0;
    std::size_t end = 0;  // … to behind the closing brace

    [[nodiscard]] const BibField* find(std::string_view name) const noexcept;
};

// Addresses and keys, whose signs mean themselves.
[[nodiscard]] bool is_bib_address(std::string_view field) noexcept;

[[nodiscard]] std::vector<BibEntry> read_bibtex(std::string_view bytes, const std::string& file, Problems& problems);

}  // namespace entente::textfiles
