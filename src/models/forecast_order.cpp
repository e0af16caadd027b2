#include "models/forecast_order.hpp"

#include <array>
#include <bit>
#include <cstddef>

namespace entente::models {
namespace {

constexpr unsigned kDigit = 11;  // bits
constexpr unsigned kDigits = 3;
constexpr std::size_t kValues = std::size_t{1} << kDigit;

struct Keyed {
    std::uint32_t key = 0;
    std::uint32_t place = 0;
};

// A whole number that is larger for a larger number: the bits of a positive one are in order as they stand, those of a
// negative one run backwards. Both zeros are one.
std::uint32_t key_of(float number) {
    constexpr std::uint32_t kSign = 0x80000000;
    const auto bits = std::bit_cast<std::uint32_t>(number + 0.0F);
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

std::size_t digit_of(std::uint32_t key, unsigned digit) {
    return (key >> (digit * kDigit)) & (kValues - 1);
}

}  // namespace

// Knuth (1998), The Art of Computer Programming 3, section 5.2.5: sorted by one digit after the other, the last one
// first. Millions of forecasts are sorted by each model of a contest, and comparing them takes several times as long.
std::vector<std::uint32_t> in_order(std::span<const float> probabilities) {
    std::vector<Keyed> from(probabilities.size());
    std::array<std::array<std::size_t, kValues>, kDigits> next{};
    for (std::size_t place = 0; place < probabilities.size(); ++place) {
        const auto key = key_of(probabilities[place]);
        from[place] = {key, static_cast<std::uint32_t>(place)};
        for (unsigned digit = 0; digit < kDigits; ++digit) ++next[digit][digit_of(key, digit)];
    }
    std::vector<Keyed> to(from.size());
    for (unsigned digit = 0; digit < kDigits; ++digit) {
        std::size_t before = 0;
        for (auto& count : next[digit]) {
            const auto begin = before;
            before += count;
            count = begin;
        }
        for (const auto& one : from) to[next[digit][digit_of(one.key, digit)]++] = one;
        from.swap(to);
    }
    std::vector<std::uint32_t> order;
    order.reserve(from.size());
    for (const auto& one : from) order.push_back(one.place);
    return order;
}

}  // namespace entente::models
