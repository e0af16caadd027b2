// Items and codings as TOML text: each key with its value as it stands in a file. For use inside the module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/coding.hpp"
#include "evidence/item.hpp"

namespace entente::casefile {

struct KeyText {
    std::string key;
    std::string value;  // `"words"`, `2017-02-10`, `["USA", "JPN"]`

    bool operator==(const KeyText&) const = default;
};

// The keys of a block, and those of the tables below it: `[[meeting]]` with its `[[meeting.promise]]`.
struct EntryText {
    std::vector<KeyText> keys;
    std::string child;  // `promise`; empty where a block has none
    std::vector<std::vector<KeyText>> children;

    bool operator==(const EntryText&) const = default;
};

// In the order of docs/case-format.md; optional keys only where they are set.
[[nodiscard]] std::vector<KeyText> key_texts(const evidence::Item& item);
[[nodiscard]] std::vector<KeyText> key_texts(const evidence::Coding& coding);

// `[[name]]` and the keys below it, their values aligned, ending in a line break; without a name the keys alone.
[[nodiscard]] std::string block_text(std::string_view name, const std::vector<KeyText>& keys);
[[nodiscard]] std::string block_text(std::string_view name, const EntryText& entry);

// The shortest text that reads as the same number: `1`, `0.35`.
[[nodiscard]] std::string number_text(double number);

// `credibility` or `credibility/will`.
[[nodiscard]] std::string factor_text(const evidence::Coding& coding);

}  // namespace entente::casefile
