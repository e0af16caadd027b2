#include "core/name_folding.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace entente {

namespace {

// The letters U+00C0 to U+017F without their accents, by Unicode's decompositions; `*` stands for two letters, below.
constexpr std::string_view kPlainLetters =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr char32_t kFirstLetter = 0xC0;
constexpr std::array<std::pair<char32_t, std::string_view>, 9> kTwoLetters{{{U'Æ', "ae"},
                                                                            {U'æ', "ae"},
                                                                            {U'Þ', "th"},
                                                                            {U'þ', "th"},
                                                                            {U'ß', "ss"},
                                                                            {U'Œ', "oe"},
                                                                            {U'œ', "oe"},
                                                                            {U'Ĳ', "ij"},
                                                                            {U'ĳ', "ij"}}};

struct Character {
    char32_t code = 0;  // 0 for bytes that are no UTF-8 of up to three bytes: kept as they are
    std::size_t bytes = 1;
};

// Two- and three-byte characters only: no letter or mark that is folded needs four.
Character first_character(std::string_view text) {
    const auto byte = [&](std::size_t place) {
        return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
    };
    const auto continues = [&](std::size_t place) { return (byte(place) & 0xC0U) == 0x80U; };
    if (byte(0) < 0x80) return {byte(0), 1};
    if ((byte(0) & 0xE0U) == 0xC0U && continues(1)) {
        return {static_cast<char32_t>(((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU)), 2};
    }
    if ((byte(0) & 0xF0U) == 0xE0U && continues(1) && continues(2)) {
        return {static_cast<char32_t>(((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU)), 3};
    }
    return {};
}

bool is_dropped(char32_t code) {
    const bool combining_mark = code >= 0x300 && code <= 0x36F;
    return combining_mark || code == '.' || code == ',' || code == '\'' || code == '`' || code == U'´' ||
           code == U'‘' || code == U'’' || code == U'ʼ';
}

bool is_blank(char32_t code) {
    const bool dash = code == '-' || (code >= 0x2010 && code <= 0x2015);
    return dash || code == ' ' || code == '\t' || code == '/' || code == '(' || code == ')' || code == 0xA0;
}

std::string plain_letter(char32_t code) {
    const char letter = kPlainLetters[code - kFirstLetter];
    if (letter != '*') return {letter};
    for (const auto& [two, letters] : kTwoLetters) {
        if (two == code) return std::string(letters);
    }
    return {};
}

std::string written_out(std::string word) {
    if (word == "st") return "saint";
    if (word == "rep") return "republic";
    if (word == "dem") return "democratic";
    return word;
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(written_out(std::move(word)));
        word.clear();
    };
    while (!name.empty()) {
        const auto [code, bytes] = first_character(name);
        if (code >= 'A' && code <= 'Z') {
            word += static_cast<char>(code - 'A' + 'a');
        } else if (code >= kFirstLetter && code < kFirstLetter + kPlainLetters.size()) {
            word += plain_letter(code);
        } else if (is_blank(code)) {
            end_word();
        } else if (code == '&') {
            end_word();
            words.emplace_back("and");
        } else if (!is_dropped(code)) {
            word += name.substr(0, bytes);
        }
        name.remove_prefix(bytes);
    }
    end_word();
    return words;
}

}  // namespace

std::string folded_name(std::string_view name) {
    auto words = words_of(name);
    if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
    while (words.size() > 1 && (words.back() == "the" || words.back() == "of")) words.pop_back();
    std::string folded;
    for (const std::string& word : words) {
        if (!folded.empty()) folded += ' ';
        folded += word;
    }
    return folded;
}

}  // namespace entente
