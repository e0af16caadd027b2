// Counter-based random numbers (Philox, Salmon et al. 2011): a number depends only on the seed, the purpose,
// the draw and its index, so results are the same on any number of threads and in any order.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

class RandomStream {
public:
    // `purpose` separates uses of one seed: "random-codings", "bootstrap", …
    RandomStream(std::uint64_t seed, std::string_view purpose);

    // Uniform on [0, 1).
    [[nodiscard]] double uniform(std::uint64_t draw, std::uint64_t index) const;

    // 32 fair coins in one word.
    [[nodiscard]] std::uint32_t bits(std::uint64_t draw, std::uint64_t index) const;

    // Uniform on 0 … size-1; size > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t size, std::uint64_t draw, std::uint64_t index) const;

private:
    std::uint64_t seed_;
    std::uint32_t purpose_;
};

}  // namespace entente
