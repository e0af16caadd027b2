#include "indices/commitment_level.hpp"

#include <array>

namespace entente::indices {
namespace {

using Pledge = std::optional<bool>;

Pledge either(const Pledge& first, const Pledge& second) {
    if (first == true || second == true) return true;
    if (!first || !second) return std::nullopt;
    return false;
}

// The pledges that give level 3, 2 and 1.
std::array<Pledge, 3> from_the_highest(const Pledges& pledges, CommitmentOrder order) {
    const auto support = either(pledges.defence, pledges.offence);
    if (order == CommitmentOrder::Atop) {
        return {support, either(pledges.neutrality, pledges.consultation), pledges.non_aggression};
    }
    return {support, either(pledges.neutrality, pledges.non_aggression), pledges.consultation};
}

}  // namespace

std::optional<int> commitment_level(const Pledges& pledges, CommitmentOrder order) {
    int level = 3;
    for (const auto& pledge : from_the_highest(pledges, order)) {
        if (!pledge) return std::nullopt;
        if (*pledge) return level;
        --level;
    }
    return 0;
}

}  // namespace entente::indices
