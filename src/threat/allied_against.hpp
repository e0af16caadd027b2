// Whom a state allies against, as far as records of alliances and quarrels can say: no data set names the state that a
// pact is against. docs/threat-test.md discusses the rule and its rivals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::threat {

// For each year of a span and each state, a set of states. States are numbered by place, from 0.
class YearlySets {
public:
    YearlySets(int from, int to, std::size_t states);

    // Years outside the span are passed over.
    void add(int year, std::size_t state, std::size_t other);
    [[nodiscard]] bool has(int year, std::size_t state, std::size_t other) const;
    // 64 states to a word; empty for a year outside the span.
    [[nodiscard]] std::span<const std::uint64_t> of(int year, std::size_t state) const;
    [[nodiscard]] int from() const noexcept { return from_; }
    [[nodiscard]] int to() const noexcept { return to_; }
    [[nodiscard]] std::size_t states() const noexcept { return states_; }

private:
    int from_;
    int to_;
    std::size_t states_;
    std::size_t words_;
    std::vector<std::uint64_t> bits_;
};

// The defence pacts of a state from a year on, up to the end of a window.
struct NewPacts {
    std::vector<std::uint64_t> gained;    // partners within (year, year + window] that it did not have in the year
    std::vector<std::uint64_t> partners;  // within [year, year + window]
};

[[nodiscard]] NewPacts new_pacts(const YearlySets& pacts, int year, std::size_t state, int window);

// The state allies against `other` if it gains a partner that in the year is in the set of `opposed` (to the other),
// and has no pact with the other from the year to the end of the window. The other itself is never such a partner.
[[nodiscard]] bool allies_against(const NewPacts& pacts, const YearlySets& opposed, int year, std::size_t other);

// The state enters, within (year, year + window], a pact whose text names the other as the threat: `named` has it in
// the year of entry. It has no pact with the other meanwhile.
[[nodiscard]] bool allies_by_name_against(const NewPacts& pacts, const YearlySets& named, int year, std::size_t state,
                                          std::size_t other, int window);

}  // namespace entente::threat
