// Who moved a factor: the weight of the new items by the ally that did them.
#pragma once

#include <cstdint>
#include <vector>

#include "assessment/run.hpp"

namespace entente::assessment {

// Over the given clusters of one factor, heaviest member first.
[[nodiscard]] std::vector<MemberShare> member_shares(const Run& run, const Selection& selection,
                                                     const std::vector<std::uint32_t>& clusters);

}  // namespace entente::assessment
