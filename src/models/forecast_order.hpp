// Forecasts in the order of their size. For use inside the module.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::models {

// Places of the forecasts, the lowest first; of equals, the first.
[[nodiscard]] std::vector<std::uint32_t> in_order(std::span<const float> probabilities);

}  // namespace entente::models
