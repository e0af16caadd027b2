#include "workbench/past_hostility.hpp"

#include <algorithm>

namespace entente::workbench {
namespace {

constexpr double kHighestHostility = 5;

}  // namespace

PastHostility::PastHostility(const panels::DisputeRecord& record, double half_life, int stale_after)
    : years_(record.coverage()), half_life_(half_life), stale_after_(stale_after) {
    for (const auto& dispute : record.years) {
        if (!dispute.began || !dispute.level) continue;
        auto& past = past_[{dispute.state_1, dispute.state_2}];
        const double level = *dispute.level / kHighestHostility;
        if (!past.empty() && past.back().year == dispute.year) {
            past.back().level = std::max(past.back().level, level);
        } else {
            past.push_back({dispute.year, level});
        }
    }
}

std::vector<PastHostility::Remembered> PastHostility::in(int year) const {
    std::vector<Remembered> found;
    for (const auto& [pair, past] : past_) {
        if (past.front().year > year) continue;
        found.push_back({pair.first, pair.second,
                         threat::remembered(past, years_.first, years_.last, year, half_life_, stale_after_)});
    }
    return found;
}

Reading PastHostility::of_none(int year) const {
    return threat::remembered({}, years_.first, years_.last, year, half_life_, stale_after_);
}

}  // namespace entente::workbench
