#include "core/random.hpp"

#include <Random123/philox.h>

#include "core/error.hpp"

namespace entente {

namespace {

using Philox = r123::Philox4x32_R<10>;

// FNV-1a (Fowler, Noll, Vo): the same number for the same words on every machine.
std::uint32_t hash_of(std::string_view words) noexcept {
    std::uint32_t hash = 2166136261U;
    for (const char letter : words) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 16777619U;
    }
    return hash;
}

std::uint32_t low_half(std::uint64_t value) noexcept {
    return static_cast<std::uint32_t>(value & 0xFFFFFFFFU);
}
std::uint32_t high_half(std::uint64_t value) noexcept {
    return static_cast<std::uint32_t>(value >> 32U);
}

Philox::ctr_type block(std::uint64_t seed, std::uint32_t purpose, std::uint64_t draw, std::uint64_t index) {
    const Philox::ctr_type counter{{low_half(draw), high_half(draw), low_half(index), high_half(index)}};
    const Philox::key_type key{{low_half(seed) ^ purpose, high_half(seed)}};
    return Philox{}(counter, key);
}

std::uint64_t word64(const Philox::ctr_type& numbers) noexcept {
    return (std::uint64_t{numbers[0]} << 32U) | numbers[1];
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view purpose) : seed_(seed), purpose_(hash_of(purpose)) {}

double RandomStream::uniform(std::uint64_t draw, std::uint64_t index) const {
    // 53 bits: as many as a double between 0 and 1 can hold evenly.
    return static_cast<double>(word64(block(seed_, purpose_, draw, index)) >> 11U) * 0x1.0p-53;
}

std::uint32_t RandomStream::bits(std::uint64_t draw, std::uint64_t index) const {
    return block(seed_, purpose_, draw, index)[0];
}

std::uint64_t RandomStream::below(std::uint64_t size, std::uint64_t draw, std::uint64_t index) const {
    ensure(size > 0, "a random choice among nothing");
    // The high half of the product (Lemire 2019). Without his rejection step, which would need further draws, a value
    // is off by at most size / 2^64: far below anything a case can show.
    __extension__ using Product = unsigned __int128;
    const Product product = static_cast<Product>(word64(block(seed_, purpose_, draw, index))) * size;
    return static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace entente
