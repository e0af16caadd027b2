#include "evidence/case.hpp"

#include <algorithm>

namespace entente::evidence {

namespace {

template <typename Thing, typename Map>
const Thing* looked_up(const Map& map, std::string_view id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : found->second;
}

const Source* first_source(const Item& item, const CaseIndex& index) {
    return item.sources.empty() ? nullptr : index.source(item.sources.front().key);
}

}  // namespace

Membership membership_of(const Alliance& alliance, std::size_t member) {
    return member < alliance.memberships.size() ? alliance.memberships[member] : Membership{};
}

std::vector<const Actor*> members_on(const Alliance& alliance, Day day) {
    return members_during(alliance, day, day);
}

std::vector<const Actor*> members_during(const Alliance& alliance, Day first, Day last) {
    std::vector<const Actor*> members;
    for (std::size_t i = 0; i < alliance.members.size(); ++i) {
        const Membership days = membership_of(alliance, i);
        const bool joined = !days.from || *days.from <= last;
        const bool left = days.to && *days.to < first;
        if (joined && !left) members.push_back(&alliance.members[i]);
    }
    return members;
}

bool is_member_on(const Alliance& alliance, std::string_view code, Day day) {
    return std::ranges::any_of(members_on(alliance, day), [code](const Actor* each) { return each->code == code; });
}

bool ships_threat_figures(const Case& content) noexcept {
    return content.threat_figures.has_value() && !content.threat_figures->figures.empty();
}

const Period* find_period(const Case& which, std::string_view id) noexcept {
    const auto found = std::find_if(which.periods.begin(), which.periods.end(),
                                    [id](const Period& period) { return period.id == id; });
    return found == which.periods.end() ? nullptr : &*found;
}

// Of two things with one id the first is found; check_case reports the second.
CaseIndex::CaseIndex(const Case& which) {
    for (const Item& item : which.items) items_.emplace(item.id, &item);
    for (const Source& source : which.sources) sources_.emplace(source.key, &source);
    for (const Claim& claim : which.claims) claims_.emplace(claim.id, &claim);
    for (const Meeting& meeting : which.meetings) meetings_.emplace(meeting.id, &meeting);
    for (const Figure& figure : which.figures) figures_.emplace(figure.id, &figure);
}

const Item* CaseIndex::item(std::string_view id) const {
    return looked_up<Item>(items_, id);
}
const Source* CaseIndex::source(std::string_view key) const {
    return looked_up<Source>(sources_, key);
}
const Claim* CaseIndex::claim(std::string_view id) const {
    return looked_up<Claim>(claims_, id);
}
const Meeting* CaseIndex::meeting(std::string_view id) const {
    return looked_up<Meeting>(meetings_, id);
}
const Figure* CaseIndex::figure(std::string_view id) const {
    return looked_up<Figure>(figures_, id);
}

Grade grade_of(const Item& item, const CaseIndex& index) {
    if (item.grade) return *item.grade;
    const Source* source = first_source(item, index);
    return source != nullptr ? source->grade.value_or(Grade{}) : Grade{};
}

OutletClass class_of(const Item& item, const CaseIndex& index) {
    if (item.outlet_class) return *item.outlet_class;
    const Source* source = first_source(item, index);
    return source != nullptr ? source->outlet_class.value_or(OutletClass::Press) : OutletClass::Press;
}

Leaning leaning_of(const Item& item, const CaseIndex& index) {
    const Source* source = first_source(item, index);
    return source != nullptr ? source->leaning : Leaning::None;
}

bool belongs_to(const Item& item, const Period& period) {
    if (item.periods.empty()) return lies_within(item.date, period.begin, period.end);
    return std::find(item.periods.begin(), item.periods.end(), period.id) != item.periods.end();
}

std::optional<Day> known_since(const Item& item, const CaseIndex& index) {
    std::optional<Day> earliest;
    for (const Citation& citation : item.sources) {
        const Source* source = index.source(citation.key);
        if (source == nullptr || !source->published) continue;
        const Day published = source->published->last;
        if (!earliest || published < *earliest) earliest = published;
    }
    return earliest;
}

}  // namespace entente::evidence
