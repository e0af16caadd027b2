// What hosts pay, and figures that are taken for one another.
#include <utility>

#include <fmt/format.h>

#include "workbench/burden_parts.hpp"

namespace entente::workbench {
namespace {

using evidence::Figure;

// Empty if the two can be added.
std::string why_not_added(const Figure& figure, const Figure& to) {
    if (!figure.readable || !to.readable) return fmt::format("{} or {} could not be read", figure.id, to.id);
    if (figure.currency == to.currency && figure.unit == to.unit) return {};
    return fmt::format("{} is in {} {} and {} in {} {}", figure.id, figure.unit, figure.currency, to.id, to.unit,
                       to.currency);
}

void add_share(SupportResult& result, const evidence::CaseIndex& index) {
    const auto& support = *result.support;
    if (support.paid.empty() || support.cost.empty()) {
        result.why_not = "only the share that somebody published is known, not its two amounts";
        return;
    }
    const auto* paid = index.figure(support.paid);
    const auto* cost = index.figure(support.cost);
    if (paid == nullptr || cost == nullptr) {
        result.why_not = "there is no such figure";
        return;
    }
    result.why_not = why_not_added(*cost, *paid);
    std::vector<burden::CountedExtra> extras;
    for (const auto& extra : support.extras) {
        double amount = extra.amount.value_or(0);
        if (!extra.amount) {
            const auto* figure = index.figure(extra.figure);
            if (figure == nullptr) continue;
            if (result.why_not.empty()) result.why_not = why_not_added(*figure, *paid);
            amount = figure->value;
        }
        extras.push_back({extra.id, extra.side, amount});
    }
    if (!result.why_not.empty()) return;
    auto share = burden::support_share(paid->value, cost->value, extras);
    if (share.variants.empty()) {
        result.why_not = "an amount is below 0, or both are 0";
    } else {
        result.share = std::move(share);
    }
}

}  // namespace

std::vector<SupportResult> supports_of(const OpenCase& open, int year) {
    std::vector<SupportResult> results;
    if (!open.content.burden) return results;
    const evidence::CaseIndex index(open.content);
    for (const auto& support : open.content.burden->supports) {
        SupportResult result;
        result.support = &support;
        result.years_old = year - year_of(support.as_of.last);
        const auto* published = support.share.empty() ? nullptr : index.figure(support.share);
        if (published != nullptr && published->readable) result.published = published->value;
        add_share(result, index);
        results.push_back(std::move(result));
    }
    return results;
}

std::vector<BurdenOfCase::Coin> coins_of(const OpenCase& open) {
    std::vector<BurdenOfCase::Coin> coins;
    if (!open.content.burden) return coins;
    const auto& record = *open.content.burden;
    for (const auto& quantity : record.same_quantities) {
        coins.push_back({&quantity, burden::same_coin(quantity, open.content.figures, record.conversions)});
    }
    return coins;
}

}  // namespace entente::workbench
