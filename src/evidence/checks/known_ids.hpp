// The ids of one kind of thing, and the message for a reference that names none of them. For the checks only.
#pragma once

#include <optional>
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

    // Errors at `where` lost some of the ids: what is unknown may be one of these, and is not reported.
    void set_incomplete(const Position& where) { incomplete_at_ = where; }
    [[nodiscard]] bool is_incomplete() const noexcept { return incomplete_at_.has_value(); }
    // Says once, beside those errors, that references were not checked.
    void say_incomplete(Problems& problems);

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
    std::optional<Position> incomplete_at_;
    bool said_incomplete_ = false;
    std::size_t comparisons_left_ = 200'000;
};

}  // namespace entente::evidence
