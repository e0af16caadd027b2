#include "datasets/number_texts.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdint>
#include <string>

namespace entente::datasets {
namespace {

double read_back(std::string_view text) {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Far more numbers than are remembered, so that each place is taken again and again.
TEST(NumberTexts, read_back_as_the_same_numbers_however_many_there_are) {
    NumberTexts texts;
    for (int round = 0; round < 2; ++round) {
        for (std::uint64_t number = 1; number <= 300'000; ++number) {
            const double share = (round == 0 ? 1.0 : -1.0) / static_cast<double>(number) + 0.1;
            ASSERT_EQ(read_back(texts.text_of(share)), share);
        }
    }
}

TEST(NumberTexts, say_the_same_when_asked_again) {
    NumberTexts texts;
    const std::string first(texts.text_of(0.5686274509803921));
    EXPECT_EQ(first, "0.5686274509803921");
    EXPECT_EQ(texts.text_of(0.5686274509803921), first);
}

// Sign, 16 more digits than the first and an exponent of three: 24 letters, more than are kept.
TEST(NumberTexts, write_the_longest_numbers_too) {
    NumberTexts texts;
    constexpr double kLongest = -1.2345678901234568e-300;
    EXPECT_EQ(texts.text_of(kLongest), "-1.2345678901234568e-300");
    EXPECT_EQ(texts.text_of(kLongest), "-1.2345678901234568e-300");
    EXPECT_EQ(texts.text_of(-0.00012345678901234567), "-0.00012345678901234567");
}

TEST(NumberTexts, have_an_exponent_where_the_number_is_extreme) {
    NumberTexts texts;
    EXPECT_EQ(texts.text_of(0.00025), "0.00025");
    EXPECT_EQ(texts.text_of(0.000025), "2.5e-05");
}

}  // namespace
}  // namespace entente::datasets
