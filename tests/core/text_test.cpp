#include "core/text.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace entente {

constexpr auto kNone = std::string_view::npos;

TEST(Text, well_formed_utf8_of_every_length_is_valid) {
    EXPECT_EQ(find_invalid_utf8(""), kNone);
    EXPECT_EQ(find_invalid_utf8("Abe, é, 日本, 🙂, \U0010FFFF"), kNone);
    EXPECT_EQ(find_invalid_utf8("\xED\x9F\xBF \xEE\x80\x80"), kNone);  // the neighbours of the surrogates
}

TEST(Text, ill_formed_utf8_is_found_where_it_begins) {
    EXPECT_EQ(find_invalid_utf8("ab\xC0\x80"), 2U);        // overlong in two bytes
    EXPECT_EQ(find_invalid_utf8("a\xE0\x80\x80"), 1U);     // overlong in three
    EXPECT_EQ(find_invalid_utf8("\xF0\x80\x80\x80"), 0U);  // overlong in four
    EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);      // a surrogate
    EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
    EXPECT_EQ(find_invalid_utf8("\xF5\x80\x80\x80"), 0U);
    EXPECT_EQ(find_invalid_utf8("日\xE6\x97"), 3U);    // cut off
    EXPECT_EQ(find_invalid_utf8("a\x80"), 1U);         // a continuation without a beginning
    EXPECT_EQ(find_invalid_utf8("caf\xE9 noir"), 3U);  // Latin-1
}

TEST(Text, control_characters_are_found_but_line_ends_and_tabs_are_layout) {
    EXPECT_EQ(find_control_character("a\tb\r\nc"), kNone);
    EXPECT_EQ(find_control_character(std::string_view("ab\0", 3)), 2U);
    EXPECT_EQ(find_control_character("red \x1B[31m"), 4U);
    EXPECT_EQ(find_control_character("\x7F"), 0U);
    EXPECT_EQ(find_control_character("é\xC2\x9B"), 2U);  // U+009B, a control sequence introducer
    EXPECT_EQ(find_control_character("日本é"), kNone);
}

TEST(Text, width_counts_wide_characters_twice_and_marks_not_at_all) {
    EXPECT_EQ(display_width("Tokyo"), 5U);
    EXPECT_EQ(display_width("日本"), 4U);
    EXPECT_EQ(display_width("서울"), 4U);
    EXPECT_EQ(display_width("ｶﾀｶﾅ"), 4U);    // half-width katakana
    EXPECT_EQ(display_width("Ａ、。"), 6U);  // full-width letters and punctuation
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("が"), 2U);
    EXPECT_EQ(display_width("か\u3099"), 2U);
    EXPECT_EQ(display_width("…▼–é"), 4U);
    EXPECT_EQ(display_width("🙂"), 2U);
}

TEST(Text, is_shortened_to_a_width_and_shows_that_it_was) {
    EXPECT_EQ(shortened("alliance", 8), "alliance");
    EXPECT_EQ(shortened("alliance", 5), "alli…");
    EXPECT_EQ(shortened("日本国", 5), "日本…");
    EXPECT_EQ(shortened("日本国", 4), "日…");  // half a character cannot stand
    EXPECT_EQ(shortened("alliance", 1), "…");
    EXPECT_EQ(shortened("alliance", 0), "");
}

TEST(Text, the_nearest_known_name_is_found_for_a_slip) {
    const std::vector<std::string> factors{"credibility", "society", "solidarity", "reputation"};
    EXPECT_EQ(nearest("credibilty", factors), "credibility");
    EXPECT_EQ(nearest("soceity", factors), "society");  // swapped neighbours are one slip
    EXPECT_EQ(nearest("solidarty", factors), "solidarity");
    EXPECT_EQ(nearest("hegemony", factors), "");
    EXPECT_EQ(nearest("", factors), "");
}

TEST(Text, a_short_word_is_not_taken_for_quite_another) {
    const std::vector<std::string> periods{"abe", "bush"};
    EXPECT_EQ(nearest("abx", periods), "abe");
    EXPECT_EQ(nearest("axx", periods), "");
}

TEST(Text, a_suggestion_is_a_question_or_nothing) {
    const std::vector<std::string> periods{"obama", "trump"};
    EXPECT_EQ(did_you_mean("trmup", periods), "; did you mean 'trump'?");
    EXPECT_EQ(did_you_mean("bush-koizumi", periods), "");
}

TEST(Text, parts_are_joined_with_a_separator_between) {
    EXPECT_EQ(joined(std::vector<std::string>{"a", "b", "c"}, ", "), "a, b, c");
    EXPECT_EQ(joined(std::vector<std::string>{"a"}, ", "), "a");
    EXPECT_EQ(joined(std::vector<std::string>{}, ", "), "");
}

TEST(Text, invisible_characters_that_reorder_text_are_control_characters) {
    EXPECT_EQ(find_control_character("abc\u202Edef"), 3U);  // right-to-left override
    EXPECT_EQ(find_control_character("\u2066x"), 0U);       // isolate
    EXPECT_EQ(find_control_character("安全保障 – “é”"), std::string_view::npos);
}

TEST(Nearest, a_word_that_begins_one_candidate_only_means_that_one) {
    const std::vector<std::string> ids{"ledger-v1", "walt-1987", "walt-1997"};
    EXPECT_EQ(nearest("ledger", ids), "ledger-v1");
    EXPECT_EQ(nearest("walt", ids), "");  // two begin so
    EXPECT_EQ(nearest("led", ids), "");   // too short to say
}

TEST(KnownWords, a_few_are_all_listed) {
    const std::vector<std::string> few{"a", "b", "c"};
    EXPECT_EQ(known_words("x", few), "a, b, c");
    EXPECT_EQ(known_words("x", {}), "");
}

TEST(KnownWords, of_many_the_nearest_are_listed_and_the_rest_is_counted) {
    std::vector<std::string> many;
    for (int number = 10; number < 60; ++number) many.push_back("source-" + std::to_string(number));
    many.emplace_back("the-nyt-of-2017-02-08");
    const std::string list = known_words("nyt", many);
    EXPECT_TRUE(list.starts_with("the-nyt-of-2017-02-08, source-10, ")) << list;
    EXPECT_TRUE(list.ends_with(", source-16, … and 43 more")) << list;
}

}  // namespace entente
