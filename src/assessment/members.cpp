#include "assessment/members.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace entente::assessment {

namespace {

// The state of the doer, who stands first; empty for doers outside the alliance.
std::string member_of(const evidence::Item& item, const evidence::Alliance& alliance) {
    if (item.actors.empty()) return {};
    const auto& state = item.actors.front().member;
    const auto found = std::ranges::find(alliance.members, state, &evidence::Actor::code);
    return found == alliance.members.end() ? std::string{} : state;
}

struct Tally {
    MemberShare share;
    double heaviest = -1;
    std::uint32_t heaviest_item = 0;

    // Ties go to the item that stands first in the case.
    void weigh(double lean, std::uint32_t item) {
        if (lean < heaviest || (lean == heaviest && item >= heaviest_item)) return;
        heaviest = lean;
        heaviest_item = item;
    }
};

}  // namespace

std::vector<MemberShare> member_shares(const Run& run, const Selection& selection,
                                       const std::vector<std::uint32_t>& clusters) {
    std::map<std::string, Tally> tallies;
    for (const auto cluster : clusters) {
        const auto& span = run.arrangement.clusters[cluster];
        const auto& weight = run.weights[cluster];
        for (auto i = span.begin; i < span.end; ++i) {
            const auto& entry = run.arrangement.items[i];
            if (run.arrangement.readings[entry.heaviest].novelty != evidence::Novelty::New) continue;
            auto& tally = tallies[member_of(*selection.items[entry.item].item, selection.which->alliance)];
            ++tally.share.items;
            const double lean = run.decibels[i][0] - run.decibels[i][2];
            if (i == weight.strongest) tally.share.decibels += weight.multiplier * lean;
            tally.weigh(std::abs(lean), entry.item);
        }
    }
    std::vector<MemberShare> shares;
    for (auto& [member, tally] : tallies) {
        tally.share.member = member;
        tally.share.heaviest_item = selection.items[tally.heaviest_item].item->id;
        shares.push_back(std::move(tally.share));
    }
    std::ranges::stable_sort(shares, [](const MemberShare& left, const MemberShare& right) {
        return std::abs(left.decibels) > std::abs(right.decibels);
    });
    return shares;
}

}  // namespace entente::assessment
