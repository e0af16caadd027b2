#include "assessment/coverage.hpp"

#include <algorithm>
#include <array>
#include <string_view>
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

void count_items(Coverage& coverage, const Selection& selection, const evidence::CaseIndex& index) {
    const auto& which = *selection.which;
    for (const auto& item : which.items) {
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
                     const std::vector<IssueContinuity>& issues) {
    Coverage coverage;
    coverage.items = count_of(used_items(run, selection));
    coverage.clusters = clusters_in(run);
    count_sources(coverage, cited_by(run, selection), index);
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
