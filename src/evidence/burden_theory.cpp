#include "evidence/burden_theory.hpp"

#include <algorithm>

namespace entente::evidence {

const BurdenMeasure* find_measure(const BurdenTheory& theory, std::string_view id) noexcept {
    const auto found = std::find_if(theory.measures.begin(), theory.measures.end(),
                                    [id](const BurdenMeasure& measure) { return measure.id == id; });
    return found == theory.measures.end() ? nullptr : &*found;
}

}  // namespace entente::evidence
