#include "core/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "core/error.hpp"

namespace entente {

// FNV-1a of no words; a seed equal to it makes the key zero.
constexpr std::uint64_t kHashOfNoWords = 0x811c9dc5;

TEST(RandomStream, agrees_with_the_known_answers_of_philox) {
    // Random123, tests/kat_vectors, `philox4x32 10`: all zeros, all ones, the digits of pi.
    EXPECT_EQ(RandomStream(kHashOfNoWords, "").bits(0, 0), 0x6627e8d5U);
    constexpr std::uint64_t kOnes = 0xffffffffffffffff;
    EXPECT_EQ(RandomStream(kOnes ^ kHashOfNoWords, "").bits(kOnes, kOnes), 0x408f276dU);
    EXPECT_EQ(RandomStream(0x299f31d0a4093822 ^ kHashOfNoWords, "").bits(0x85a308d3243f6a88, 0x0370734413198a2e),
              0xd16cfe09U);
}

TEST(RandomStream, a_uniform_number_is_made_of_the_first_53_bits) {
    // The same vector: 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
    EXPECT_EQ(RandomStream(kHashOfNoWords, "").uniform(0, 0), std::ldexp(double(0x6627e8d5e169c58d >> 11), -53));
}

TEST(RandomStream, a_number_does_not_depend_on_the_order_of_the_calls) {
    const RandomStream stream(1, "random-codings");
    std::vector<double> forwards, backwards(100);
    for (std::uint64_t index = 0; index < 100; ++index) forwards.push_back(stream.uniform(7, index));
    for (std::uint64_t index = 100; index-- > 0;) backwards[index] = stream.uniform(7, index);
    EXPECT_EQ(forwards, backwards);
}

TEST(RandomStream, seed_purpose_draw_and_index_each_make_another_number) {
    const auto number = RandomStream(1, "bootstrap").uniform(2, 3);
    EXPECT_NE(number, RandomStream(2, "bootstrap").uniform(2, 3));
    EXPECT_NE(number, RandomStream(1, "random-codings").uniform(2, 3));
    EXPECT_NE(number, RandomStream(1, "bootstrap").uniform(3, 3));
    EXPECT_NE(number, RandomStream(1, "bootstrap").uniform(2, 4));
    EXPECT_NE(number, RandomStream(1, "bootstrap").uniform(3, 2));
}

TEST(RandomStream, uniform_numbers_fill_the_unit_interval_evenly) {
    // Ten classes of 10,000 expected numbers: chi-squared with 9 degrees of freedom exceeds 33.7 once in 10,000 seeds.
    const RandomStream stream(42, "uniformity");
    std::array<int, 10> counts{};
    for (std::uint64_t index = 0; index < 100'000; ++index) {
        const double number = stream.uniform(0, index);
        ASSERT_GE(number, 0.0);
        ASSERT_LT(number, 1.0);
        ++counts[static_cast<std::size_t>(number * 10)];
    }
    double chi_squared = 0;
    for (const int count : counts) chi_squared += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
    EXPECT_LT(chi_squared, 33.7);
}

TEST(RandomStream, coins_are_fair_in_every_bit) {
    // 20,000 throws of each coin: a deviation of 5 standard errors is 354.
    const RandomStream stream(42, "coins");
    std::array<int, 32> heads{};
    for (std::uint64_t draw = 0; draw < 20'000; ++draw) {
        const std::uint32_t coins = stream.bits(draw, 0);
        for (unsigned coin = 0; coin < 32; ++coin) heads[coin] += static_cast<int>((coins >> coin) & 1U);
    }
    for (const int count : heads) EXPECT_NEAR(count, 10'000, 354);
}

TEST(RandomStream, below_reaches_every_number_and_none_beyond) {
    const RandomStream stream(42, "below");
    std::array<int, 6> counts{};
    for (std::uint64_t draw = 0; draw < 6'000; ++draw) ++counts.at(stream.below(6, draw, 1));
    for (const int count : counts) EXPECT_NEAR(count, 1'000, 150);
    EXPECT_EQ(stream.below(1, 5, 5), 0U);
    EXPECT_THROW((void)stream.below(0, 1, 1), Error);
}

}  // namespace entente
