#include "datasets/number_texts.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace entente::datasets {
namespace {

char* write_shortest(char* out, char* end, double number) {
    constexpr double kSmall = 1e-4;
    constexpr double kLarge = 1e16;
    const double size = std::abs(number);
    if (!(size >= kSmall && size < kLarge)) return std::to_chars(out, end, number).ptr;
    auto* const last = std::to_chars(out, end, number, std::chars_format::fixed).ptr;
    constexpr std::string_view kPoint = ".0";
    return std::find(out, last, '.') != last ? last : std::copy(kPoint.begin(), kPoint.end(), last);
}

}  // namespace

// Each number has one place, where the last two with that place stand.
std::string_view NumberTexts::text_of(double number) {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 ÷ the golden ratio: Knuth (1998), section 6.4
    const auto bits = std::bit_cast<std::uint64_t>(number);
    auto& last = known_[(bits * kSpread) >> (64U - kPlaceBits)].last;
    for (const auto& known : last) {
        if (known.bits == bits && bits != 0) return {known.text.data(), known.length};
    }
    const auto* const end = write_shortest(last_.data(), last_.data() + last_.size(), number);
    const auto length = static_cast<std::size_t>(end - last_.data());
    if (length <= kLongestKept) {
        last[1] = last[0];
        last[0].bits = bits;
        last[0].length = static_cast<std::uint8_t>(length);
        std::memcpy(last[0].text.data(), last_.data(), length);
    }
    return {last_.data(), length};
}

}  // namespace entente::datasets
