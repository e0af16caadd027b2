// KeyReader's two templates: a key whose value is one word out of the list of an enumeration.
#pragma once

#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "core/text.hpp"
#include "textfiles/toml.hpp"

namespace entente::textfiles {

template <typename Enumeration>
std::optional<Enumeration> KeyReader::choice_if(std::string_view key) {
    const Value* found = value(key);
    if (found == nullptr) return std::nullopt;
    const std::string expected = "one of " + names_of<Enumeration>();
    const auto* word = std::get_if<std::string>(&found->data);
    if (word != nullptr) {
        if (const auto choice = named<Enumeration>(*word)) return choice;
        const auto& names = NamesOf<Enumeration>::names;
        const std::vector<std::string> candidates(names.begin(), names.end());
        problems_.error(found->where, "'" + std::string(key) + "' should be " + expected + ", but is \"" + *word +
                                          "\"" + did_you_mean(*word, candidates));
    } else {
        wrong(key, *found, expected);
    }
    return std::nullopt;
}

template <typename Enumeration>
Enumeration KeyReader::choice(std::string_view key) {
    const auto first = NamesOf<Enumeration>::names.front();
    if (required(key, textfiles::quoted(first)) == nullptr) return Enumeration{};
    return choice_if<Enumeration>(key).value_or(Enumeration{});
}

}  // namespace entente::textfiles
