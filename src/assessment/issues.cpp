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

// What an item says of its issues, and toward what the codings point that say so.
struct ItemSays {
    std::optional<Continuity> state;  // nothing: no factor was coded
    bool collapse = false;
    bool endurance = false;
};

// By each item's deciding coder, the first who read it.
std::vector<ItemSays> what_items_say(const Selection& selection) {
    std::vector<ItemSays> items(selection.items.size());
    for (const auto& reading : selection.readings) {
        const auto first_reader = std::ranges::find_if(
            selection.read, [&](const std::vector<bool>& read) { return static_cast<bool>(read[reading.item]); });
        if (first_reader - selection.read.begin() != reading.coder) continue;
        auto& says = items[reading.item];
        const auto state = evidence::continuity_of(*reading.coding);
        if (outranks(state, says.state)) says = {state, false, false};
        if (says.state != state) continue;
        (reading.direction == evidence::Direction::Collapse ? says.collapse : says.endurance) = true;
    }
    return items;
}

struct Said {
    ItemSays says;
    std::uint32_t item = 0;
};

IssueContinuity continuity_of_issue(const evidence::Issue& issue, std::vector<Said> said, const Selection& selection) {
    IssueContinuity result;
    result.issue = issue.id;
    for (const auto& one : said) {
        if (outranks(*one.says.state, result.state)) result.state = one.says.state;
    }
    // Structural items before acts, opinion and words; the order of the case among equals.
    std::ranges::stable_sort(said, std::greater{}, [&](const Said& one) { return selection.items[one.item].kind; });
    for (const auto& one : said) {
        const bool makes_the_state = one.says.state == result.state;
        auto& list = makes_the_state ? result.items : result.others;
        list.push_back(selection.items[one.item].item->id);
        if (!makes_the_state || result.state == Continuity::Continued) continue;
        result.toward_collapse += one.says.collapse ? 1 : 0;
        result.toward_endurance += one.says.endurance ? 1 : 0;
    }
    return result;
}

}  // namespace

std::vector<IssueContinuity> issue_continuity(const Selection& selection) {
    const auto items = what_items_say(selection);
    std::unordered_map<std::string_view, std::vector<Said>> said;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (!items[i].state) continue;
        for (const auto& issue : selection.items[i].item->issues) said[issue].push_back({items[i], i});
    }
    std::vector<IssueContinuity> all;
    for (const auto& issue : selection.which->issues) {
        all.push_back(continuity_of_issue(issue, std::move(said[issue.id]), selection));
    }
    return all;
}

}  // namespace entente::assessment
