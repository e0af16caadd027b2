#include "burden/support_share.hpp"

#include <algorithm>
#include <cstdint>

namespace entente::burden {
namespace {

constexpr std::size_t kMostExtras = 10;

struct Amounts {
    double paid = 0;
    double cost = 0;
};

// Nothing where what was added makes a side less than nothing, or leaves nothing to share.
std::optional<SupportVariant> with(const Amounts& amounts, const std::vector<CountedExtra>& extras,
                                   const std::vector<bool>& counted) {
    SupportVariant variant{{}, amounts.paid, amounts.cost, 0};
    for (std::size_t place = 0; place < extras.size(); ++place) {
        if (!counted[place]) continue;
        variant.counted.push_back(extras[place].id);
        (extras[place].side == evidence::SupportSide::Paid ? variant.paid : variant.cost) += extras[place].amount;
    }
    if (!(variant.paid >= 0 && variant.cost >= 0 && variant.paid + variant.cost > 0)) return std::nullopt;
    variant.share = variant.paid / (variant.paid + variant.cost);
    return variant;
}

bool raises(const CountedExtra& extra) {
    return (extra.amount > 0) == (extra.side == evidence::SupportSide::Paid);
}

std::vector<std::vector<bool>> every_subset(std::size_t extras) {
    std::vector<std::vector<bool>> subsets;
    for (std::uint32_t bits = 0; bits < (std::uint32_t{1} << extras); ++bits) {
        auto& subset = subsets.emplace_back(extras);
        for (std::size_t place = 0; place < extras; ++place) subset[place] = ((bits >> place) & 1U) != 0;
    }
    return subsets;
}

// None, each alone, all that raise the share and all that lower it: the last two hold the most and the least.
std::vector<std::vector<bool>> telling_subsets(const std::vector<CountedExtra>& extras) {
    const std::vector<bool> none(extras.size(), false);
    std::vector<std::vector<bool>> subsets{none};
    auto raising = none;
    auto lowering = none;
    for (std::size_t place = 0; place < extras.size(); ++place) {
        auto alone = none;
        alone[place] = true;
        subsets.push_back(std::move(alone));
        (raises(extras[place]) ? raising : lowering)[place] = true;
    }
    subsets.push_back(std::move(raising));
    subsets.push_back(std::move(lowering));
    return subsets;
}

}  // namespace

SupportShare support_share(double paid, double cost, const std::vector<CountedExtra>& extras) {
    SupportShare result;
    if (!(paid >= 0 && cost >= 0 && paid + cost > 0)) return result;
    const auto subsets = extras.size() <= kMostExtras ? every_subset(extras.size()) : telling_subsets(extras);
    for (const auto& subset : subsets) {
        if (auto variant = with({paid, cost}, extras, subset)) result.variants.push_back(std::move(*variant));
    }
    const auto [least, most] =
        std::minmax_element(result.variants.begin(), result.variants.end(),
                            [](const SupportVariant& a, const SupportVariant& b) { return a.share < b.share; });
    result.least = least->share;
    result.most = most->share;
    if (paid > cost) result.cost_for_half = paid - cost;
    return result;
}

}  // namespace entente::burden
