// The ids of one kind of thing, and the message for a reference that names none of them. For the checks only.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/problem.hpp"

namespace entente::evidence {

class KnownIds {
public:
    // `kind` as messages call it: `item`. `advice` says what to do about a reference without target.
    KnownIds(std::string kind, std::string advice);

    // The text has to outlive this object. Says whether the id is new.
    bool add(std::string_view id);

    [[nodiscard]] bool has(std::string_view id) const { return known_.contains(id); }

    // `by` names who refers: `the coding`.
    void require(std::string_view id, const Position& where, std::string_view by, Problems& problems);

    // `; did you mean 'x'?`, or empty. Silent when it would take too long: a big case full of broken references
    // needs each of them reported, not each of them guessed at.
    [[nodiscard]] std::string suggestion(std::string_view id);

private:
    std::string kind_;
    std::string advice_;
    std::unordered_set<std::string_view> known_;
    std::vector<std::string> in_order_;
    std::size_t comparisons_left_ = 200'000;
};

}  // namespace entente::evidence
