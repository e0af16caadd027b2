#include "indices/capability_share.hpp"

#include <cmath>

#include <fmt/format.h>

namespace entente::indices {
namespace {

using Totals = std::array<double, kCapabilityComponents>;

// One impossible figure makes the total of its component wrong, and with it the shares of all states.
std::string why_not_summable(std::span<const CapabilityComponents> states) {
    for (std::size_t state = 0; state < states.size(); ++state) {
        for (std::size_t component = 0; component < kCapabilityComponents; ++component) {
            const auto& figure = states[state][component];
            if (!figure || (std::isfinite(*figure) && *figure >= 0)) continue;
            return fmt::format("component {} of state {} of this year is {}, and no total can be made with it",
                               component + 1, state + 1, *figure);
        }
    }
    return {};
}

Totals totals_of(std::span<const CapabilityComponents> states) {
    Totals totals{};
    for (const auto& state : states) {
        for (std::size_t component = 0; component < kCapabilityComponents; ++component) {
            totals[component] += state[component].value_or(0);
        }
    }
    return totals;
}

// A component that no state has any of is no evidence about anyone's share, and stays out of the mean.
CapabilityShare share_of(const CapabilityComponents& state, const Totals& totals) {
    CapabilityShare result;
    double sum = 0;
    for (std::size_t component = 0; component < kCapabilityComponents; ++component) {
        if (!state[component] || totals[component] <= 0) continue;
        const double share = *state[component] / totals[component];
        result.shares[component] = share;
        sum += share;
        ++result.components;
    }
    if (result.components == 0) {
        result.why_not = "none of the six components is known";
        return result;
    }
    result.value = sum / result.components;
    return result;
}

}  // namespace

std::vector<CapabilityShare> capability_shares(std::span<const CapabilityComponents> states) {
    std::vector<CapabilityShare> results(states.size());
    if (const auto why_not = why_not_summable(states); !why_not.empty()) {
        for (auto& result : results) result.why_not = why_not;
        return results;
    }
    const auto totals = totals_of(states);
    for (std::size_t state = 0; state < states.size(); ++state) results[state] = share_of(states[state], totals);
    return results;
}

}  // namespace entente::indices
