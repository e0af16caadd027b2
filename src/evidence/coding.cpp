#include "evidence/coding.hpp"

#include <set>

namespace entente::evidence {

Continuity continuity_of(const Coding& coding) noexcept {
    if (coding.novelty == Novelty::Continuity) return Continuity::Continued;
    return coding.against.empty() ? Continuity::New : Continuity::Reversed;
}

int items_read(const Coder& coder) {
    std::set<std::string_view> items(coder.read.begin(), coder.read.end());
    for (const auto& coding : coder.codings) items.insert(coding.item);
    return static_cast<int>(items.size());
}

}  // namespace entente::evidence
