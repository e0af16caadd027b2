// Capability shares: what part of the states system's military, industrial and demographic capabilities each state has
// in one year.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente::indices {

// The six components of the Composite Index of National Capability, in the order of the National Material Capabilities
// data.
enum class CapabilityComponent {
    MilitaryExpenditure,
    MilitaryPersonnel,
    IronAndSteel,
    EnergyConsumption,
    TotalPopulation,
    UrbanPopulation,
};

inline constexpr std::size_t kCapabilityComponents = 6;

// One state's components, in any unit that is the same for all states of the year. Nothing where a figure is missing:
// a missing code such as −9 must not get here as a number.
using CapabilityComponents = std::array<std::optional<double>, kCapabilityComponents>;

struct CapabilityShare {
    std::optional<double> value;  // CINC: the mean of the shares that exist
    std::string why_not;          // set if `value` is not
    std::array<std::optional<double>, kCapabilityComponents> shares;
    int components = 0;  // how many shares entered the mean
};

// Singer, Bremer and Stuckey (1972), "Capability Distribution, Uncertainty, and Major Power War, 1820–1965": each
// component as a share of the system's total, and the mean of a state's shares. As in the National Material
// Capabilities data 6.0, the total is over the states whose figure is known, and the mean over the components that are
// known; therefore the values of a year can add up to a little more or less than one. One result for each state, in
// their order; `states` are all states of one year, since a state left out makes every other share too large.
[[nodiscard]] std::vector<CapabilityShare> capability_shares(std::span<const CapabilityComponents> states);

}  // namespace entente::indices
