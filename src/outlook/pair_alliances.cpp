#include "outlook/pair_alliances.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "outlook/alliance_histories.hpp"

namespace entente::outlook {
namespace {

using PhaseName = std::pair<int, int>;  // alliance, phase

class Pairs {
public:
    explicit Pairs(const AllianceRows& rows) : rows_(rows) {
        for (const auto& row : rows.members) members_[{row.alliance, row.phase}].push_back(&row);
    }

    // Nothing unless exactly two are members at the end of the year, or of the phase if that is in the year.
    [[nodiscard]] std::optional<std::pair<int, int>> members_at_end_of(const PhaseRow& phase, int year) const {
        const auto found = members_.find({phase.alliance, phase.phase});
        if (found == members_.end()) return std::nullopt;
        const bool phase_ends = phase.end && phase.end->year == year;
        std::set<int> there;
        for (const auto* row : found->second) {
            if (row->entry.year > year) continue;
            const bool stays = !row->exit || row->exit->year > year ||
                               (phase_ends && row->exit->year == year && row->exit->month == phase.end->month);
            if (stays) there.insert(row->member);
        }
        if (there.size() != 2) return std::nullopt;
        return std::pair{*there.begin(), *there.rbegin()};
    }

    // A treaty that ended without a TERM: by the loss of independence, unless no member's row says how it left.
    [[nodiscard]] Ending ending_of(const PhaseRow& phase) const {
        if (!phase.end) return Ending::GoesOn;
        const auto ending = ending_of_term(phase.term, true);
        if (ending != Ending::IndependenceLost) return ending;
        const auto found = members_.find({phase.alliance, phase.phase});
        const bool explained =
            found != members_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                   [](const MemberRow* row) { return row->termmode != 0; });
        return explained ? ending : Ending::GoesOn;
    }

    [[nodiscard]] int last_year_of(const PhaseRow& phase) const {
        return phase.end ? phase.end->year : rows_.last_year;
    }

private:
    const AllianceRows& rows_;
    std::map<PhaseName, std::vector<const MemberRow*>> members_;
};

// The phase from `from` to `to`, cut wherever a member changes.
void add_phases(const PhaseRow& row, int from, int to, const Pairs& pairs, PairAlliance& alliance) {
    for (int year = from; year <= to; ++year) {
        const auto members = pairs.members_at_end_of(row, year);
        if (!members) continue;
        auto& phases = alliance.phases;
        const bool goes_on = year > from && !phases.empty() && phases.back().to_year == year - 1 &&
                             phases.back().member_a == members->first && phases.back().member_b == members->second;
        if (goes_on) {
            phases.back().to_year = year;
            continue;
        }
        phases.push_back({year, year, members->first, members->second, row.provisions, row.non_military_cooperation});
    }
}

PairAlliance alliance_of(const std::vector<const PhaseRow*>& rows, const Chain& chain, const Pairs& pairs) {
    const auto& first = *rows[chain.members.front()];
    const auto& last = *rows[chain.members.back()];
    PairAlliance alliance;
    alliance.id = std::to_string(first.alliance);
    if (chain.start != ChainStart::First) alliance.id += "." + std::to_string(first.phase);
    alliance.begin_year = year_of(chain.began);
    alliance.last_year = pairs.last_year_of(last);
    alliance.ending = pairs.ending_of(last);
    for (std::size_t at = 0; at < chain.members.size(); ++at) {
        const auto& row = *rows[chain.members[at]];
        const bool is_last = at + 1 == chain.members.size();
        // The year of the change belongs to the phase that is in force at its end.
        const int to = is_last ? alliance.last_year : rows[chain.members[at + 1]]->begin.year - 1;
        add_phases(row, row.begin.year, to, pairs, alliance);
    }
    return alliance;
}

}  // namespace

std::vector<PairAlliance> pair_alliances(const AllianceRows& rows) {
    std::set<int> bilateral;
    for (const auto& row : rows.alliances) {
        if (row.bilateral) bilateral.insert(row.alliance);
    }
    const Day last_day = make_day(rows.last_year, 12, 31);
    std::map<int, std::pair<std::vector<const PhaseRow*>, std::vector<Stretch>>> by_alliance;
    for (const auto& row : rows.phases) {
        const auto entry = day_of(row.begin, UnknownDay::Middle);
        const auto exit = row.end ? day_of(*row.end, UnknownDay::Middle) : std::optional<Day>(last_day);
        if (!bilateral.contains(row.alliance) || !entry || !exit || *exit <= *entry || *exit > last_day) continue;
        by_alliance[row.alliance].first.push_back(&row);
        by_alliance[row.alliance].second.push_back({*entry, *exit, row.phase});
    }
    const Pairs pairs(rows);
    std::vector<PairAlliance> alliances;
    for (const auto& [number, phases] : by_alliance) {
        for (const auto& chain : chains_of(phases.second)) {
            auto alliance = alliance_of(phases.first, chain, pairs);
            if (!alliance.phases.empty()) alliances.push_back(std::move(alliance));
        }
    }
    return alliances;
}

}  // namespace entente::outlook
