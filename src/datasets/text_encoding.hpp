// Text in the encodings that official files come in, made UTF-8. Bytes come in pieces, cut anywhere; the result does
// not depend on where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::datasets {

enum class TextForm { Utf8, Utf16LittleEndian, Utf16BigEndian };

// What the byte order mark says; UTF-8 where there is none.
struct TextStart {
    TextForm form = TextForm::Utf8;
    std::size_t mark_bytes = 0;
};
[[nodiscard]] TextStart text_start(std::string_view first_bytes) noexcept;

// How much of a text is what, if it is read as UTF-8.
struct EncodingCounts {
    std::uint64_t beyond_ascii = 0;    // characters that are good UTF-8
    std::uint64_t stray = 0;           // bytes that are not part of UTF-8
    std::uint64_t undefined = 0;       // stray bytes that Windows-1252 does not have either, or halves of a UTF-16 pair
    std::uint64_t wrong_before = 0;    // characters that somebody else decoded wrongly, as `Ã©` for `é`
    std::uint64_t undefined_line = 0;  // of the first undefined one; lines as counted by line feeds
};

// Text as UTF-8, and the same as counted. Good UTF-8 stays; a byte that is none is read as Windows-1252, in which these
// files are; what Windows-1252 does not have becomes U+FFFD.
class TextDecoder {
public:
    explicit TextDecoder(TextForm form) : form_(form) {}

    // Appends to `text`.
    void add(std::string_view bytes, std::string& text);
    void finish(std::string& text);
    // Without making text of it: faster where nothing has to be changed.
    void count(std::string_view bytes);
    void finish_count();

    [[nodiscard]] const EncodingCounts& counts() const noexcept { return counts_; }

private:
    // What follows of a text; nothing is written where `text` is null.
    void decode(std::string_view bytes, bool last, std::string* text);
    std::size_t decode_utf8(std::string_view bytes, bool last, std::string* text);
    std::size_t decode_utf16(std::string_view bytes, bool last, std::string* text);
    void decode_stray(unsigned char byte, std::string* text);
    void note_undefined(std::string* text);
    void note_character(std::string_view character);

    TextForm form_;
    EncodingCounts counts_;
    std::string carried_;  // the bytes of a character that the next piece completes
    std::uint64_t lines_ = 1;
    std::uint32_t before_ = 0;  // the bytes of the character before, for those decoded wrongly
};

// One piece of bytes as UTF-8.
[[nodiscard]] std::string utf8_of(std::string_view bytes);

// Makes every line end a line feed.
class LineEnds {
public:
    enum class Returns {
        EndLines,   // a carriage return alone ends a line, as on old Macintoshes
        AreStrays,  // it is dirt inside a line: a blank takes its place
    };
    explicit LineEnds(Returns returns) : returns_(returns) {}

    // Appends to `text`.
    void add(std::string_view piece, std::string& text);
    void finish(std::string& text);

private:
    void settle(std::string& text);

    Returns returns_;
    std::size_t waiting_ = 0;  // carriage returns whose meaning the next byte tells
};

}  // namespace entente::datasets
