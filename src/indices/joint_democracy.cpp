#include "indices/joint_democracy.hpp"

#include <algorithm>

namespace entente::indices {
namespace {

std::optional<int> score(std::optional<int> polity2) {
    if (!polity2 || *polity2 < kLeastPolity2 || *polity2 > kMostPolity2) return std::nullopt;
    return polity2;
}

double from_zero_to_one(int polity2) {
    return static_cast<double>(polity2 - kLeastPolity2) / (kMostPolity2 - kLeastPolity2);
}

}  // namespace

JointDemocracy joint_democracy(std::optional<int> first_polity2, std::optional<int> second_polity2,
                               int democracy_from) {
    const auto first = score(first_polity2);
    const auto second = score(second_polity2);
    JointDemocracy result;
    if ((first && *first < democracy_from) || (second && *second < democracy_from)) result.both = false;
    if (!first || !second) return result;

    result.weakest_link = std::min(*first, *second);
    result.both = *result.weakest_link >= democracy_from;
    result.product = from_zero_to_one(*first) * from_zero_to_one(*second);
    return result;
}

}  // namespace entente::indices
