#include "assessment/issues.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace entente::assessment {

namespace {

using evidence::Continuity;

int rank(Continuity state) {
    switch (state) {
        case Continuity::Reversed:
            return 2;
        case Continuity::New:
            return 1;
        case Continuity::Continued:
            return 0;
    }
    return 0;
}

bool outranks(Continuity left, const std::optional<Continuity>& right) {
    return !right || rank(left) > rank(*right);
}

// What each item of the selection says, by its deciding coder; nothing where no factor was coded.
std::vector<std::optional<Continuity>> states_of_items(const Selection& selection) {
    std::vector<std::optional<Continuity>> states(selection.items.size());
    for (const auto& reading : selection.readings) {
        const auto first_reader = std::ranges::find_if(
            selection.read, [&](const std::vector<bool>& read) { return static_cast<bool>(read[reading.item]); });
        if (first_reader - selection.read.begin() != reading.coder) continue;
        const auto state = evidence::continuity_of(*reading.coding);
        if (outranks(state, states[reading.item])) states[reading.item] = state;
    }
    return states;
}

struct Said {
    Continuity state;
    std::uint32_t item;
};

IssueContinuity continuity_of_issue(const evidence::Issue& issue, std::vector<Said> said, const Selection& selection) {
    IssueContinuity result;
    result.issue = issue.id;
    for (const auto& one : said) {
        if (outranks(one.state, result.state)) result.state = one.state;
    }
    // Structural items before acts, opinion and words; the order of the case among equals.
    std::ranges::stable_sort(said, std::greater{}, [&](const Said& one) { return selection.items[one.item].kind; });
    for (const auto& one : said) {
        auto& list = one.state == result.state ? result.items : result.others;
        list.push_back(selection.items[one.item].item->id);
    }
    return result;
}

}  // namespace

std::vector<IssueContinuity> issue_continuity(const Selection& selection) {
    const auto states = states_of_items(selection);
    std::unordered_map<std::string_view, std::vector<Said>> said;
    for (std::uint32_t i = 0; i < states.size(); ++i) {
        if (!states[i]) continue;
        for (const auto& issue : selection.items[i].item->issues) said[issue].push_back({*states[i], i});
    }
    std::vector<IssueContinuity> all;
    for (const auto& issue : selection.which->issues) {
        all.push_back(continuity_of_issue(issue, std::move(said[issue.id]), selection));
    }
    return all;
}

}  // namespace entente::assessment
