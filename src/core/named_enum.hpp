// One way to give enumerators the words that files and output use. Specialise NamesOf for an enumeration whose
// values count from zero; name_of and named then work in both directions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

template <typename Enumeration>
struct NamesOf;  // static constexpr std::array<std::string_view, N> names

template <typename Enumeration>
[[nodiscard]] constexpr std::string_view name_of(Enumeration value) {
    return NamesOf<Enumeration>::names[static_cast<std::size_t>(value)];
}

template <typename Enumeration>
[[nodiscard]] constexpr std::optional<Enumeration> named(std::string_view name) {
    const auto& names = NamesOf<Enumeration>::names;
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enumeration>(found - names.begin());
}

// `words, opinion, act`: for messages that list the choices.
template <typename Enumeration>
[[nodiscard]] std::string names_of() {
    std::string list;
    for (const auto name : NamesOf<Enumeration>::names) {
        if (!list.empty()) list += ", ";
        list += name;
    }
    return list;
}

}  // namespace entente
