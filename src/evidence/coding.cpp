#include "evidence/coding.hpp"

namespace entente::evidence {

Continuity continuity_of(const Coding& coding) noexcept {
    if (coding.novelty == Novelty::Continuity) return Continuity::Continued;
    return coding.against.empty() ? Continuity::New : Continuity::Reversed;
}

}  // namespace entente::evidence
