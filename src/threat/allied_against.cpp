#include "threat/allied_against.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace entente::threat {
namespace {

constexpr std::size_t kWord = 64;

bool contains(std::span<const std::uint64_t> set, std::size_t state) {
    return !set.empty() && ((set[state / kWord] >> (state % kWord)) & 1U) != 0;
}

}  // namespace

YearlySets::YearlySets(int from, int to, std::size_t states)
    : from_(from),
      to_(to),
      states_(states),
      words_((states + kWord - 1) / kWord),
      bits_(static_cast<std::size_t>(std::max(to - from + 1, 0)) * states * words_, 0) {}

void YearlySets::add(int year, std::size_t state, std::size_t other) {
    if (year < from_ || year > to_) return;
    ensure(state < states_ && other < states_, "a state is numbered below their count");
    bits_[(static_cast<std::size_t>(year - from_) * states_ + state) * words_ + other / kWord] |= std::uint64_t{1}
                                                                                                  << (other % kWord);
}

bool YearlySets::has(int year, std::size_t state, std::size_t other) const {
    return contains(of(year, state), other);
}

std::span<const std::uint64_t> YearlySets::of(int year, std::size_t state) const {
    if (year < from_ || year > to_) return {};
    return std::span(bits_).subspan((static_cast<std::size_t>(year - from_) * states_ + state) * words_, words_);
}

NewPacts new_pacts(const YearlySets& pacts, int year, std::size_t state, int window) {
    const auto now = pacts.of(year, state);
    NewPacts found;
    found.partners.assign(now.begin(), now.end());
    found.gained.assign(now.size(), 0);
    for (int later = year + 1; later <= year + window; ++later) {
        const auto then = pacts.of(later, state);
        for (std::size_t word = 0; word < std::min(then.size(), now.size()); ++word) {
            found.partners[word] |= then[word];
            found.gained[word] |= then[word] & ~now[word];
        }
    }
    return found;
}

bool allies_against(const NewPacts& pacts, const YearlySets& opposed, int year, std::size_t other) {
    if (contains(pacts.partners, other)) return false;
    const auto set = opposed.of(year, other);
    for (std::size_t word = 0; word < std::min(set.size(), pacts.gained.size()); ++word) {
        if ((set[word] & pacts.gained[word]) != 0) return true;
    }
    return false;
}

bool allies_by_name_against(const NewPacts& pacts, const YearlySets& named, int year, std::size_t state,
                            std::size_t other, int window) {
    if (contains(pacts.partners, other)) return false;
    for (int later = year + 1; later <= year + window; ++later) {
        if (named.has(later, state, other)) return true;
    }
    return false;
}

}  // namespace entente::threat
