// Edits of BibTeX: one entry changed, added or taken out; every other byte of the file stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "textfiles/bibtex.hpp"

namespace entente::textfiles {

// An entry in plain text, as read_bibtex() reads it.
struct BibText {
    struct Field {
        std::string name;
        std::string value;

        bool operator==(const Field&) const = default;
    };

    std::string type;
    std::string key;
    std::vector<Field> fields;

    bool operator==(const BibText&) const = default;
};

[[nodiscard]] BibText text_of(const BibEntry& entry);

// Each returns the new bytes of the file. Of a changed entry the fields whose text stays the same keep their bytes;
// `old` was read from these bytes.
[[nodiscard]] std::string replace_entry(std::string_view bytes, const BibEntry& old, const BibText& now);
[[nodiscard]] std::string append_entry(std::string_view bytes, const BibText& now);
[[nodiscard]] std::string remove_entry(std::string_view bytes, const BibEntry& old);

}  // namespace entente::textfiles
