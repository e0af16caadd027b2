#include "datasets/text_encoding.hpp"

#include <gtest/gtest.h>

namespace entente::datasets {

namespace {

using std::string_view_literals::operator""sv;

// In pieces of every size the result is the same.
std::string decoded(std::string_view bytes, TextForm form = TextForm::Utf8) {
    std::string first;
    for (std::size_t piece = 1; piece <= bytes.size() + 1; ++piece) {
        TextDecoder decoder(form);
        std::string text;
        for (std::size_t at = 0; at < bytes.size(); at += piece) decoder.add(bytes.substr(at, piece), text);
        decoder.finish(text);
        if (piece == 1) first = text;
        EXPECT_EQ(text, first) << "in pieces of " << piece;
    }
    return first;
}

EncodingCounts counted(std::string_view bytes) {
    TextDecoder decoder(TextForm::Utf8);
    for (const char byte : bytes) decoder.count({&byte, 1});
    decoder.finish_count();
    return decoder.counts();
}

std::string mended(std::string_view bytes, LineEnds::Returns returns) {
    std::string first;
    for (std::size_t piece = 1; piece <= bytes.size() + 1; ++piece) {
        LineEnds lines(returns);
        std::string text;
        for (std::size_t at = 0; at < bytes.size(); at += piece) lines.add(bytes.substr(at, piece), text);
        lines.finish(text);
        if (piece == 1) first = text;
        EXPECT_EQ(text, first) << "in pieces of " << piece;
    }
    return first;
}

}  // namespace

TEST(TextEncoding, good_utf8_stays) {
    EXPECT_EQ(decoded("Türkiye, ภาษา, 日本, 🜁"), "Türkiye, ภาษา, 日本, 🜁");
}

TEST(TextEncoding, other_bytes_are_windows_1252) {
    // The WHATWG encoding standard, index windows-1252: E9 é, F4 ô, 80 €, 92 ’.
    EXPECT_EQ(decoded("C\xF4te d\x92Ivoire, caf\xE9, \x80"), "Côte d’Ivoire, café, €");
}

TEST(TextEncoding, good_characters_stay_beside_bad_bytes) {
    EXPECT_EQ(decoded("J\xC3\xB3hannsson, Gonz\xE1lez"), "Jóhannsson, González");
}

TEST(TextEncoding, bytes_that_windows_1252_lacks_become_the_replacement_character) {
    EXPECT_EQ(decoded("a\x81z"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(counted("a\x81z").undefined, 1U);
}

TEST(TextEncoding, overlong_and_surrogate_sequences_are_not_utf8) {
    // RFC 3629, section 3: C0 80 and ED A0 80 must not be decoded as characters.
    EXPECT_EQ(counted("\xC0\x80").beyond_ascii, 0U);
    EXPECT_EQ(counted("\xED\xA0\x80").beyond_ascii, 0U);
    EXPECT_EQ(counted("\xF4\x90\x80\x80").beyond_ascii, 0U);
}

TEST(TextEncoding, a_character_cut_off_at_the_end_is_stray_bytes) {
    EXPECT_EQ(decoded("a\xE2\x82"), "aâ‚");
}

TEST(TextEncoding, counts_say_what_was_good_and_what_was_stray) {
    const auto counts = counted("é\xE9ô");
    EXPECT_EQ(counts.beyond_ascii, 2U);
    EXPECT_EQ(counts.stray, 1U);
}

TEST(TextEncoding, characters_decoded_wrongly_before_are_kept_and_counted) {
    EXPECT_EQ(decoded("CÃ´te"), "CÃ´te");
    EXPECT_EQ(counted("CÃ´te dâ€™Ivoire").wrong_before, 2U);
    EXPECT_EQ(counted("Côte d’Ivoire, São Tomé, Århus").wrong_before, 0U);
}

TEST(TextEncoding, utf16_of_both_orders_is_read) {
    // The Unicode standard, section 3.10: U+1F701 is the pair D83D DF01.
    EXPECT_EQ(decoded("a\0\xE9\0\x3D\xD8\x01\xDF"sv, TextForm::Utf16LittleEndian), "aé🜁");
    EXPECT_EQ(decoded("\0a\0\xE9\xD8\x3D\xDF\x01"sv, TextForm::Utf16BigEndian), "aé🜁");
}

TEST(TextEncoding, half_a_pair_becomes_the_replacement_character) {
    EXPECT_EQ(decoded("\x3D\xD8z\0"sv, TextForm::Utf16LittleEndian), "\xEF\xBF\xBDz");
    EXPECT_EQ(decoded("a\0z"sv, TextForm::Utf16LittleEndian), "a\xEF\xBF\xBD");
}

TEST(TextEncoding, byte_order_marks_are_known) {
    EXPECT_EQ(text_start("\xEF\xBB\xBFx").mark_bytes, 3U);
    EXPECT_EQ(text_start("\xFF\xFEx").form, TextForm::Utf16LittleEndian);
    EXPECT_EQ(text_start("\xFE\xFFx").form, TextForm::Utf16BigEndian);
    EXPECT_EQ(text_start("x").mark_bytes, 0U);
}

TEST(LineEnds, bare_returns_end_lines) {
    EXPECT_EQ(mended("a\rb\r\nc\r\rd\n\r", LineEnds::Returns::EndLines), "a\nb\nc\n\nd\n\n");
}

TEST(LineEnds, stray_returns_become_blanks_but_not_before_a_line_end) {
    EXPECT_EQ(mended("a\rb\r\r\nc\r", LineEnds::Returns::AreStrays), "a b\nc ");
}

}  // namespace entente::datasets
