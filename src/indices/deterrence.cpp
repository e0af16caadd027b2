#include "indices/deterrence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::indices {
namespace {

bool is_capability(double number) {
    return std::isfinite(number) && number >= 0;
}

}  // namespace

Deterrence deterrence(double challenger, double target, std::span<const double> allies) {
    Deterrence result;
    if (!is_capability(challenger) || !is_capability(target) ||
        !std::all_of(allies.begin(), allies.end(), is_capability)) {
        result.why_not = "a capability is a number from 0 up";
        return result;
    }
    if (challenger + target <= 0) {
        result.why_not = "neither the challenger nor the target has any capability";
        return result;
    }
    const double defenders = std::accumulate(allies.begin(), allies.end(), target);
    result.alone = challenger / (challenger + target);
    result.with_allies = challenger / (challenger + defenders);
    result.gain = *result.alone - *result.with_allies;
    return result;
}

}  // namespace entente::indices
