#include "evidence/theory.hpp"

#include <algorithm>

namespace entente::evidence {

const Factor* find_factor(const Theory& theory, std::string_view id) noexcept {
    const auto found = std::find_if(theory.factors.begin(), theory.factors.end(),
                                    [id](const Factor& factor) { return factor.id == id; });
    return found == theory.factors.end() ? nullptr : &*found;
}

const Indicator* find_indicator(const Theory& theory, std::string_view id) noexcept {
    const auto found = std::find_if(theory.indicators.begin(), theory.indicators.end(),
                                    [id](const Indicator& indicator) { return indicator.id == id; });
    return found == theory.indicators.end() ? nullptr : &*found;
}

}  // namespace entente::evidence
