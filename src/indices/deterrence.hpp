// What an ally adds to a target's side against a challenger.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace entente::indices {

struct Deterrence {
    std::optional<double> alone;        // the challenger's share against the target alone
    std::optional<double> with_allies;  // … and against the target with its allies
    std::optional<double> gain;         // Δp, alone − with_allies: what the allies take from the challenger
    std::string why_not;                // set if the three are not
};

// Johnson (2017), "External Threat and Alliance Formation": p = c_challenger / (c_challenger + c_target), where c is
// any measure of capability from 0 up, the same for all; with allies their capabilities stand beside the target's. The
// literature reads p as the challenger's chance of winning; it is a share of capabilities, and calibrated on no wars.
// Nothing is assumed about whether the allies come: multiply their capabilities by a probability to assume less.
[[nodiscard]] Deterrence deterrence(double challenger, double target, std::span<const double> allies);

}  // namespace entente::indices
