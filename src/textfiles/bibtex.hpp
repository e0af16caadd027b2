// BibTeX with positions: entries, fields, @string abbreviations, # concatenation, nested braces, common TeX accents.
// Never stops at the first mistake: a broken entry is reported and reading goes on at the next `@` at a line's start.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace entente::textfiles {

struct BibField {
    std::string name;   // lower case
    std::string value;  // without braces, accents decoded, white space folded
    Position where;
};

struct BibEntry {
    std::string type;  // lower case
    std::string key;
    std::vector<BibField> fields;
    Position where;

    [[nodiscard]] const BibField* find(std::string_view name) const noexcept;
};

[[nodiscard]] std::vector<BibEntry> read_bibtex(std::string_view bytes, const std::string& file, Problems& problems);

}  // namespace entente::textfiles
