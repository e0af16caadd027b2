#include "workbench/outlook_alliance.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

constexpr std::string_view kAtop = "atop:";
constexpr std::string_view kDash = "–";
constexpr int kFirstYear = 1815;

bool is_state(const StateTable& states, std::string_view written) {
    const auto match = states.find(written, day_range(make_day(kFirstYear, 1, 1), make_day(2100, 12, 31)));
    return match.code.has_value() || !match.candidates.empty();
}

std::string word(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::optional<OutlookTarget> two_states(const std::string& written, std::string_view dash, const StateTable& states) {
    for (auto place = written.find(dash); place != std::string::npos; place = written.find(dash, place + 1)) {
        auto first = word(std::string_view(written).substr(0, place));
        auto second = word(std::string_view(written).substr(place + dash.size()));
        if (first.empty() || second.empty() || !is_state(states, first) || !is_state(states, second)) continue;
        OutlookTarget target;
        target.first = std::move(first);
        target.second = std::move(second);
        return target;
    }
    return std::nullopt;
}

// Two words with one dash between them, of which one is no state: no such file is there either.
void refuse_unknown_state(const std::string& written, std::string_view dash, const StateTable& states) {
    const auto place = written.find(dash);
    if (place == std::string::npos || written.find(dash, place + dash.size()) != std::string::npos) return;
    for (const auto& state : {word(std::string_view(written).substr(0, place)),
                              word(std::string_view(written).substr(place + dash.size()))}) {
        if (state.empty() || is_state(states, state)) continue;
        throw Error(ErrorKind::NotFound,
                    fmt::format("there is no state '{}', and no file or folder '{}'", state, written),
                    "two states are written USA–JPN; `entente states NAME` says which state a name means");
    }
}

bool in_force(const outlook::PairAlliance& alliance, int year) {
    return alliance.begin_year <= year && (year <= alliance.last_year || alliance.ending == outlook::Ending::GoesOn);
}

bool is_between(const outlook::PairAlliance& alliance, int a, int b) {
    return std::any_of(alliance.phases.begin(), alliance.phases.end(), [&](const outlook::AlliancePhase& phase) {
        return (phase.member_a == a && phase.member_b == b) || (phase.member_a == b && phase.member_b == a);
    });
}

std::string span_of(const outlook::PairAlliance& alliance) {
    if (alliance.ending == outlook::Ending::GoesOn) {
        return fmt::format("atop:{} ({}, followed to {})", alliance.id, alliance.begin_year, alliance.last_year);
    }
    return fmt::format("atop:{} ({}–{})", alliance.id, alliance.begin_year, alliance.last_year);
}

std::string spans_of(const std::vector<const outlook::PairAlliance*>& alliances) {
    std::vector<std::string> words;
    for (const auto* alliance : alliances) words.push_back(span_of(*alliance));
    return joined(words, ", ");
}

}  // namespace

OutlookTarget outlook_target(const std::string& written, const StateTable& states) {
    OutlookTarget target;
    if (written.starts_with(kAtop)) {
        target.alliance = written.substr(kAtop.size());
        require(!target.alliance.empty(), "atop: lacks the number of an alliance", "as in `atop:3375`");
        return target;
    }
    if (!std::filesystem::exists(written) && written.find('/') == std::string::npos) {
        if (auto found = two_states(written, kDash, states)) return *found;
        if (auto found = two_states(written, "-", states)) return *found;
        refuse_unknown_state(written, kDash, states);
        refuse_unknown_state(written, "-", states);
    }
    target.folder = written;
    return target;
}

const outlook::PairAlliance* find_pair(const std::vector<outlook::PairAlliance>& alliances, std::string_view number,
                                       int year) {
    const outlook::PairAlliance* first = nullptr;
    for (const auto& alliance : alliances) {
        if (alliance.id != number && !alliance.id.starts_with(std::string(number) + '.')) continue;
        if (in_force(alliance, year)) return &alliance;
        if (first == nullptr) first = &alliance;
    }
    return first;
}

const outlook::PairAlliance& alliance_between(const std::vector<outlook::PairAlliance>& alliances,
                                              const SystemYears& system, const OutlookTarget& target,
                                              std::optional<int> year, int last_year) {
    const int from = year.value_or(kFirstYear);
    const int to = year.value_or(last_year);
    const int a = system.find(target.first.value(), from, to).number;
    const int b = system.find(target.second.value(), from, to).number;
    require(a != b, "an alliance has two members", "name two states");
    std::vector<const outlook::PairAlliance*> ever;
    std::vector<const outlook::PairAlliance*> then;
    for (const auto& alliance : alliances) {
        if (!is_between(alliance, a, b)) continue;
        ever.push_back(&alliance);
        const int asked = year.value_or(last_year + 1);
        const bool lost = alliance.last_year < last_year && asked > alliance.last_year;
        if (in_force(alliance, asked) && !lost) then.push_back(&alliance);
    }
    if (then.size() == 1) return *then.front();
    const auto names = fmt::format("{} and {}", system.named(a, to).name, system.named(b, to).name);
    const auto when = year ? std::to_string(*year) : fmt::format("{}, when the data end", last_year);
    if (then.size() > 1) {
        throw Error(ErrorKind::BadRequest, fmt::format("{} had several alliances in {}", names, when),
                    "name one of them: " + spans_of(then));
    }
    if (ever.empty()) {
        throw Error(ErrorKind::NotFound, fmt::format("{} never had an alliance of two states", names),
                    "one of several states is named by its number: `atop:3180`");
    }
    throw Error(ErrorKind::BadRequest, fmt::format("{} had no alliance of two states in {}", names, when),
                "name another --year; they had " + spans_of(ever));
}

std::string why_not_in_force(const outlook::PairAlliance& alliance, int year, int last_year, int beyond) {
    if (year < alliance.begin_year) {
        return fmt::format("alliance {} began in {}, after {}", alliance.id, alliance.begin_year, year);
    }
    if (alliance.ending != outlook::Ending::GoesOn && year > alliance.last_year) {
        return fmt::format("alliance {} ended in {}, before {}", alliance.id, alliance.last_year, year);
    }
    if (alliance.ending == outlook::Ending::GoesOn && alliance.last_year < last_year && year > alliance.last_year) {
        return fmt::format("alliance {} was lost sight of in {}", alliance.id, alliance.last_year);
    }
    if (year > last_year + 1 + beyond) {
        return fmt::format("the alliance data end in {}, more than {} years before {}", last_year, beyond, year);
    }
    return {};
}

std::vector<NamedState> members_in(const outlook::PairAlliance& alliance, int year, const SystemYears& system) {
    const auto* phase = outlook::phase_at_end_of(alliance, year - 1);
    for (const auto& later : alliance.phases) {
        if (phase == nullptr) phase = &later;
    }
    if (phase == nullptr) return {};
    return {system.named(phase->member_a, year), system.named(phase->member_b, year)};
}

std::string alliance_words(const outlook::PairAlliance& alliance, int year, const SystemYears& system) {
    const auto members = members_in(alliance, year, system);
    std::vector<std::string> names;
    names.reserve(members.size());
    for (const auto& member : members) names.push_back(member.name);
    return fmt::format("{}, {}", joined(names, "–"), alliance.begin_year);
}

const outlook::AllianceRow* find_alliance(const AllianceRecords& records, std::string_view number) {
    const auto found =
        std::find_if(records.rows.alliances.begin(), records.rows.alliances.end(),
                     [number](const outlook::AllianceRow& row) { return std::to_string(row.alliance) == number; });
    return found == records.rows.alliances.end() ? nullptr : &*found;
}

std::vector<NamedState> members_in(const AllianceRecords& records, int alliance, int year, const SystemYears& system) {
    std::set<int> numbers;
    for (const auto& row : records.rows.members) {
        if (row.alliance == alliance && row.entry.year < year && (!row.exit || row.exit->year >= year)) {
            numbers.insert(row.member);
        }
    }
    std::vector<NamedState> members;
    for (const int number : numbers) members.push_back(system.named(number, year));
    return members;
}

}  // namespace entente::workbench
