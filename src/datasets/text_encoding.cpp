#include "datasets/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace entente::datasets {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// The WHATWG encoding standard, index windows-1252, 0x80 to 0x9F; 0 where that code page has nothing (the standard
// keeps a control character there, which no official file means).
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(char32_t code, std::string& text) {
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

struct Utf8Step {
    std::size_t length = 0;  // of the character; 0 if these bytes are none
    bool cut = false;        // they could become one if more followed
};

// RFC 3629, section 4: the well-formed sequences, by their first two bytes.
Utf8Step utf8_step(std::string_view bytes) {
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(bytes[place]); };
    const unsigned char first = at(0);
    if (first < 0x80) return {1, false};
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else {
        return {};
    }
    for (std::size_t place = 1; place < length; ++place) {
        if (place == bytes.size()) return {0, true};
        if (at(place) < low || at(place) > high) return {};
        low = 0x80;
        high = 0xBF;
    }
    return {length, false};
}

std::size_t ascii_run(std::string_view bytes) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::size_t run = 0;
    for (std::uint64_t eight = 0; run + sizeof eight <= bytes.size(); run += sizeof eight) {
        std::memcpy(&eight, bytes.data() + run, sizeof eight);
        if ((eight & kHighBits) != 0) break;
    }
    while (run < bytes.size() && static_cast<unsigned char>(bytes[run]) < 0x80) ++run;
    return run;
}

}  // namespace

TextStart text_start(std::string_view bytes) noexcept {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {TextForm::Utf8, 3};
    if (bytes.starts_with("\xFF\xFE")) return {TextForm::Utf16LittleEndian, 2};
    if (bytes.starts_with("\xFE\xFF")) return {TextForm::Utf16BigEndian, 2};
    return {};
}

void TextDecoder::add(std::string_view bytes, std::string& text) {
    decode(bytes, false, &text);
}
void TextDecoder::finish(std::string& text) {
    decode({}, true, &text);
}
void TextDecoder::count(std::string_view bytes) {
    decode(bytes, false, nullptr);
}
void TextDecoder::finish_count() {
    decode({}, true, nullptr);
}

void TextDecoder::decode(std::string_view bytes, bool last, std::string* text) {
    const auto step = [&](std::string_view piece) {
        return form_ == TextForm::Utf8 ? decode_utf8(piece, last, text) : decode_utf16(piece, last, text);
    };
    if (!carried_.empty() || last) {
        // A character has at most four bytes, so that a few of the new ones complete what was carried.
        constexpr std::size_t kEnough = 8;
        const auto before = carried_.size();
        carried_ += bytes.substr(0, kEnough);
        const auto used = step(carried_);
        if (used < before || carried_.size() - before == bytes.size()) {
            carried_.erase(0, used);
            return;
        }
        bytes.remove_prefix(used - before);
        carried_.clear();
    }
    carried_ = bytes.substr(step(bytes));
}

// Bytes used; those left are the beginning of a character.
std::size_t TextDecoder::decode_utf8(std::string_view bytes, bool last, std::string* text) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (const auto run = ascii_run(bytes.substr(at)); run > 0) {
            const auto plain = bytes.substr(at, run);
            if (text != nullptr) {
                *text += plain;
                lines_ += static_cast<std::uint64_t>(std::count(plain.begin(), plain.end(), '\n'));
            }
            before_ = 0;
            at += run;
            continue;
        }
        const auto next = utf8_step(bytes.substr(at));
        if (next.cut && !last) return at;
        if (next.length == 0) {
            decode_stray(static_cast<unsigned char>(bytes[at]), text);
            ++at;
            continue;
        }
        const auto character = bytes.substr(at, next.length);
        note_character(character);
        if (text != nullptr) *text += character;
        at += next.length;
    }
    return at;
}

void TextDecoder::decode_stray(unsigned char byte, std::string* text) {
    ++counts_.stray;
    before_ = 0;
    const char32_t code = byte >= 0xA0 ? char32_t{byte} : char32_t{kWindows1252[byte - 0x80U]};
    if (code == 0) {
        note_undefined(text);
    } else if (text != nullptr) {
        append_utf8(code, *text);
    }
}

std::size_t TextDecoder::decode_utf16(std::string_view bytes, bool last, std::string* text) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return form_ == TextForm::Utf16LittleEndian ? first | (second << 8) : (first << 8) | second;
    };
    const auto is_high = [](int value) { return value >= 0xD800 && value <= 0xDBFF; };
    const auto is_low = [](int value) { return value >= 0xDC00 && value <= 0xDFFF; };
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const int value = unit(at);
        auto code = static_cast<char32_t>(value);
        std::size_t used = 2;
        if (is_high(value)) {
            if (at + 3 >= bytes.size() && !last) return at;
            const int pair = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (is_low(pair)) {
                code = 0x10000U + ((code - 0xD800U) << 10U) + (static_cast<char32_t>(pair) - 0xDC00U);
                used = 4;
            }
        }
        if (used == 2 && (is_high(value) || is_low(value))) {
            note_undefined(text);
        } else {
            if (code == '\n') ++lines_;
            if (code >= 0x80) ++counts_.beyond_ascii;
            if (text != nullptr) append_utf8(code, *text);
        }
        at += used;
    }
    if (last && at < bytes.size()) {  // half a unit
        note_undefined(text);
        ++at;
    }
    return at;
}

void TextDecoder::note_undefined(std::string* text) {
    if (counts_.undefined++ == 0) counts_.undefined_line = lines_;
    if (text != nullptr) *text += kReplacement;
}

// UTF-8 that was read as Windows-1252 and written as UTF-8 again shows as U+00C2 or U+00C3 before a sign, or as U+00E2
// before the sign of the euro.
void TextDecoder::note_character(std::string_view character) {
    ++counts_.beyond_ascii;
    std::uint32_t bytes = 0;
    for (const char byte : character) bytes = (bytes << 8U) | static_cast<unsigned char>(byte);
    const bool after_letter = before_ == 0xC382U || before_ == 0xC383U;
    const bool is_sign = bytes >= 0xC280U && bytes <= 0xC2BFU;
    if ((after_letter && is_sign) || (before_ == 0xC3A2U && bytes == 0xE282ACU)) ++counts_.wrong_before;
    before_ = bytes;
}

std::string utf8_of(std::string_view bytes) {
    std::string text;
    TextDecoder decoder(TextForm::Utf8);
    decoder.add(bytes, text);
    decoder.finish(text);
    return text;
}

void LineEnds::add(std::string_view piece, std::string& text) {
    while (!piece.empty()) {
        const auto plain = piece.substr(0, piece.find('\r'));
        if (!plain.empty()) {
            if (waiting_ > 0 && plain.front() == '\n' && returns_ == Returns::AreStrays) waiting_ = 0;
            if (waiting_ > 0 && plain.front() == '\n') --waiting_;
            settle(text);
            text += plain;
            piece.remove_prefix(plain.size());
        }
        const auto returns = std::min(piece.find_first_not_of('\r'), piece.size());
        waiting_ += returns;
        piece.remove_prefix(returns);
    }
}

void LineEnds::finish(std::string& text) {
    settle(text);
}

void LineEnds::settle(std::string& text) {
    text.append(waiting_, returns_ == Returns::EndLines ? '\n' : ' ');
    waiting_ = 0;
}

}  // namespace entente::datasets
