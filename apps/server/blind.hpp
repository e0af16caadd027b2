// What a coder who works blind is refused, in one place. That what they are given holds nothing of others is
// LiveCase's: it was opened for them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::server {

// The last segment of a path below a case.
[[nodiscard]] inline bool is_hidden_from_blind(std::string_view name) {
    // `check` names the items that nobody coded.
    constexpr std::array<std::string_view, 18> kHidden{
        "agreement", "assess",     "burden",      "burdens-beside", "check",      "claims",
        "compare",   "continuity", "corrections", "forecast",       "meetings",   "outlook",
        "readings",  "scenario",   "scenarios",   "threat",         "trajectory", "what-if"};
    return std::find(kHidden.begin(), kHidden.end(), name) != kHidden.end();
}

}  // namespace entente::server
