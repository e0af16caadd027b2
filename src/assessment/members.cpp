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

// The heaviest item of one side; ties go to the item that stands first in the case.
struct Heaviest {
    double decibels = -1;
    std::uint32_t item = 0;

    void weigh(double lean, std::uint32_t candidate) {
        if (lean < decibels || (lean == decibels && candidate >= item)) return;
        decibels = lean;
        item = candidate;
    }
};

struct Tally {
    MemberShare share;
    Heaviest weakening;
    Heaviest strengthening;

    void weigh(double lean, std::uint32_t item) {
        if (lean >= 0) weakening.weigh(lean, item);
        if (lean <= 0) strengthening.weigh(-lean, item);
    }

    // On the side to which the member's items lean together: what is named must be a reason for the sum beside it.
    [[nodiscard]] std::uint32_t heaviest_item() const {
        const bool weakens =
            share.decibels > 0 || (share.decibels == 0 && weakening.decibels >= strengthening.decibels);
        const auto& side = weakens ? weakening : strengthening;
        const auto& other = weakens ? strengthening : weakening;
        return side.decibels >= 0 ? side.item : other.item;
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
            tally.weigh(lean, entry.item);
        }
    }
    std::vector<MemberShare> shares;
    for (auto& [member, tally] : tallies) {
        tally.share.member = member;
        tally.share.heaviest_item = selection.items[tally.heaviest_item()].item->id;
        shares.push_back(std::move(tally.share));
    }
    std::ranges::stable_sort(shares, [](const MemberShare& left, const MemberShare& right) {
        return std::abs(left.decibels) > std::abs(right.decibels);
    });
    return shares;
}

}  // namespace entente::assessment
