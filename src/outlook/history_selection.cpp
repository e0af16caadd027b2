#include "outlook/history_selection.hpp"

#include <algorithm>
#include <map>

namespace entente::outlook {
namespace {

bool is_of_kind(const AllianceRow& row, AllianceKind kind) {
    switch (kind) {
        case AllianceKind::Bilateral:
            return row.bilateral;
        case AllianceKind::Defence:
            return row.defence;
        case AllianceKind::BeyondNonaggression:
            return !row.only_nonaggression;
        case AllianceKind::All:
            break;
    }
    return true;
}

// Alliances in which both states were members in some year together.
std::set<int> alliances_of(const AllianceRows& rows, std::pair<int, int> states) {
    std::map<int, std::pair<std::vector<const MemberRow*>, std::vector<const MemberRow*>>> spells;
    for (const auto& row : rows.members) {
        if (row.member == states.first) spells[row.alliance].first.push_back(&row);
        if (row.member == states.second) spells[row.alliance].second.push_back(&row);
    }
    const auto last_year = [&](const MemberRow& row) { return row.exit ? row.exit->year : rows.last_year; };
    std::set<int> found;
    for (const auto& [alliance, of_both] : spells) {
        for (const auto* one : of_both.first) {
            const bool together = std::any_of(of_both.second.begin(), of_both.second.end(), [&](const auto* other) {
                return one->entry.year <= last_year(*other) && other->entry.year <= last_year(*one);
            });
            if (together) found.insert(alliance);
        }
    }
    return found;
}

}  // namespace

std::set<int> selected_alliances(const AllianceRows& rows, const HistorySelection& selection) {
    std::set<int> selected;
    for (const auto& row : rows.alliances) {
        if (!is_of_kind(row, selection.kind)) continue;
        if (selection.formed &&
            (row.begin.year < selection.formed->first || row.begin.year > selection.formed->second)) {
            continue;
        }
        selected.insert(row.alliance);
    }
    if (!selection.states) return selected;
    std::set<int> both;
    const auto of_states = alliances_of(rows, *selection.states);
    std::set_intersection(selected.begin(), selected.end(), of_states.begin(), of_states.end(),
                          std::inserter(both, both.end()));
    return both;
}

}  // namespace entente::outlook
