// Numbers that are not whole as text, remembered: in a table of pairs a state's figure stands in the row of each
// partner, and to find the shortest decimals takes longer than to look them up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "datasets/cleared_memory.hpp"

namespace entente::datasets {

class NumberTexts {
public:
    NumberTexts() : known_(std::size_t{1} << kPlaceBits) {}

    // The shortest decimals that read back as the same number, with an exponent below 1e-4 and from 1e16 on,
    // else with a point. Valid until the next call.
    [[nodiscard]] std::string_view text_of(double number);

private:
    // Enough for the figures of all states in two centuries, which come round once for each partner of a state.
    static constexpr unsigned kPlaceBits = 16;
    static constexpr std::size_t kLongest = 32;
    static constexpr std::size_t kLongestKept = 23;  // -0.00012345678901234567

    struct Known {
        std::uint64_t bits;  // of the number; 0 is whole, so it never is one
        std::uint8_t length;
        std::array<char, kLongestKept> text;
    };

    struct alignas(64) Place {
        std::array<Known, 2> last;  // the last number first
    };

    ClearedArray<Place> known_;
    std::array<char, kLongest> last_{};
};

}  // namespace entente::datasets
