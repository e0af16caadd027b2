#include "assessment/coverage.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace entente::assessment {

namespace {

std::unordered_set<std::string_view> cited_by(const Run& run, const Selection& selection) {
    const auto used = used_items(run, selection);
    std::unordered_set<std::string_view> cited;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        for (const auto& citation : selection.items[i].item->sources) cited.insert(citation.key);
    }
    return cited;
}

void count_sources(Coverage& coverage, const std::unordered_set<std::string_view>& cited,
                   const evidence::CaseIndex& index) {
    constexpr auto& kNames = NamesOf<evidence::OutletClass>::names;
    std::array<int, kNames.size()> counts{};
    for (const auto key : cited) {
        const auto* source = index.source(key);
        if (source != nullptr && source->outlet_class) ++counts[static_cast<std::size_t>(*source->outlet_class)];
    }
    coverage.sources = static_cast<int>(cited.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) coverage.sources_by_class.emplace_back(kNames[i], counts[i]);
    }
}

// What the protocol's reading changes, in the order of the case.
void list_changed_items(Coverage& coverage, const Selection& selection, const evidence::CaseIndex& index,
                        const evidence::Reading& reading) {
    std::unordered_set<std::string_view> set_aside;
    std::unordered_map<std::string_view, evidence::Grade> grades;
    for (const auto& item : reading.set_aside) set_aside.insert(item.id);
    for (const auto& item : reading.regraded) grades.emplace(item.item, item.grade);
    if (set_aside.empty() && grades.empty()) return;
    for (const auto& item : selection.which->items) {
        if (set_aside.contains(item.id)) coverage.set_aside.push_back(item.id);
        const auto other = grades.find(item.id);
        if (other == grades.end()) continue;
        const auto own = evidence::grade_of(item, index);
        if (own != other->second) coverage.regraded.push_back({item.id, other->second, own});
    }
}

void count_items(Coverage& coverage, const Selection& selection, const evidence::CaseIndex& index) {
    const auto& which = *selection.which;
    const std::unordered_set<std::string_view> set_aside(coverage.set_aside.begin(), coverage.set_aside.end());
    for (const auto& item : which.items) {
        if (set_aside.contains(item.id)) continue;
        const auto belongs = [&](const evidence::Period& period) { return evidence::belongs_to(item, period); };
        if (known_too_late(item, which, index)) {
            ++coverage.items_after_cutoff;
        } else if (belongs(*selection.focal)) {
            ++coverage.items_in_period;
        } else if (std::ranges::none_of(which.periods, belongs)) {
            ++coverage.items_in_no_period;
        }
    }
}

// Items that nobody chosen has read: neither coded, nor found outside the theory, nor listed as read.
std::vector<std::string> unread(const Selection& selection) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < selection.items.size(); ++i) {
        const bool read = std::ranges::any_of(selection.read, [&](const auto& by) { return static_cast<bool>(by[i]); });
        if (!read) ids.push_back(selection.items[i].item->id);
    }
    return ids;
}

std::vector<std::string> meetings_without_items(const Run& run, const Selection& selection) {
    const auto used = used_items(run, selection);
    std::unordered_set<std::string_view> ids;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i]) ids.insert(selection.items[i].item->id);
    }
    std::vector<std::string> meetings;
    for (const auto& meeting : selection.which->meetings) {
        if (!lies_within(meeting.date, selection.focal->begin, selection.focal->end)) continue;
        const bool used_any = std::ranges::any_of(meeting.items, [&](const auto& id) { return ids.contains(id); });
        if (!used_any) meetings.push_back(meeting.id);
    }
    return meetings;
}

}  // namespace

Coverage coverage_of(const Run& run, const Selection& selection, const evidence::CaseIndex& index,
                     const evidence::Reading& reading, const std::vector<IssueContinuity>& issues) {
    Coverage coverage;
    coverage.items = count_of(used_items(run, selection));
    coverage.clusters = clusters_in(run);
    count_sources(coverage, cited_by(run, selection), index);
    list_changed_items(coverage, selection, index, reading);
    count_items(coverage, selection, index);
    for (const auto item : selection.outside) coverage.outside.push_back(selection.items[item].item->id);
    coverage.uncoded = unread(selection);
    for (const auto& issue : issues) {
        if (!issue.state) coverage.issues_without_items.push_back(issue.issue);
    }
    coverage.meetings_without_items = meetings_without_items(run, selection);
    return coverage;
}

int clusters_in(const Run& run) {
    Mask named(run.arrangement.names.size(), false);
    for (const auto& cluster : run.arrangement.clusters) named[cluster.name] = true;
    return count_of(named);
}

int sources_in(const Run& run, const Selection& selection) {
    return static_cast<int>(cited_by(run, selection).size());
}

}  // namespace entente::assessment
