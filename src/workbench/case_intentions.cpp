#include "workbench/case_intentions.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "threat/hostility.hpp"
#include "workbench/threat_case.hpp"

namespace entente::workbench {
namespace {

constexpr double kHighestHostility = 5;

using evidence::Stance;

int year_of(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

// What it says on the scale from 0 to 1; conciliation is below 0, and a perception of others is nothing that the state
// has done.
double share_of(const evidence::Intention& intention, const evidence::ThreatTheory& theory) {
    if (intention.stance == Stance::Conciliatory) return -theory.conciliation / kHighestHostility;
    if (intention.stance == Stance::Named || !intention.level) return 0;
    return theory.hostility.at(static_cast<std::size_t>(*intention.level)) / kHighestHostility;
}

bool is_same(const NamedState& one, const NamedState& other) {
    return one.number == other.number && one.name == other.name;
}

// Of one coder, pair and year the most hostile act counts, and the most conciliatory one: how many items a year has
// says how well it was collected, not how hostile it was.
void mark_what_counts(std::vector<CodedIntention>& all) {
    using Key = std::tuple<std::string, int, int, int, Stance>;
    std::map<Key, CodedIntention*> most;
    for (auto& each : all) {
        each.counts = false;
        if (each.stance == Stance::Named) continue;
        auto& best = most[{each.coder, each.of.number, each.toward.number, year_of(each.date.first), each.stance}];
        if (best == nullptr || std::abs(each.level_share) > std::abs(best->level_share)) best = &each;
    }
    for (const auto& [key, each] : most) each->counts = true;
}

}  // namespace

NamedState named_state(const StateTable& states, const std::string& code, int year) {
    const auto* row = states.row_of(code, make_day(year, 12, 31));
    return row == nullptr ? NamedState{0, code, code} : NamedState{row->cow_number, row->code, row->name};
}

CaseIntentions case_intentions(const OpenCase& open, const evidence::ThreatTheory& theory, int year) {
    CaseIntentions found;
    const evidence::CaseIndex index(open.content);
    for (const auto& coder : open.content.coders) {
        for (const auto& intention : coder.intentions) {
            const auto* item = index.item(intention.item);
            if (intention.theory != theory.id || item == nullptr) continue;
            const auto known = evidence::known_since(*item, index);
            if (known && *known > open.content.cutoff) {
                ++found.beyond_cutoff;
                continue;
            }
            const int at = year_of(item->date.first);
            found.all.push_back({.item = item->id,
                                 .text = item->text,
                                 .date = item->date,
                                 .coder = coder.id,
                                 .of = named_state(open.states, intention.of.code, at),
                                 .toward = named_state(open.states, intention.toward.code, at),
                                 .stance = intention.stance,
                                 .level = intention.level,
                                 .level_share = share_of(intention, theory),
                                 .weighs = 0,
                                 .counts = false,
                                 .note = intention.note});
        }
    }
    std::stable_sort(found.all.begin(), found.all.end(),
                     [](const auto& one, const auto& two) { return one.date.first < two.date.first; });
    mark_what_counts(found.all);
    for (auto& each : found.all) {
        if (!each.counts) continue;
        const threat::HostileYear act{year_of(each.date.first), each.level_share};
        each.weighs = threat::remembered_hostility({&act, 1}, year, theory.half_life);
    }
    return found;
}

std::vector<NamedThreat> named_threats(const std::vector<CodedIntention>& intentions) {
    std::vector<NamedThreat> named;
    for (const auto& each : intentions) {  // by date
        if (each.stance != Stance::Named) continue;
        const int at = year_of(each.date.first);
        // A state that has changed its name since stands under both: Russia was not named before there was one.
        auto threat = std::find_if(named.begin(), named.end(), [&](const NamedThreat& one) {
            return is_same(one.of, each.of) && is_same(one.by, each.toward);
        });
        if (threat == named.end()) threat = named.insert(threat, {each.of, each.toward, {}, at, at});
        threat->last = at;
        // Several coders may read the same into one item.
        if (std::find(threat->items.begin(), threat->items.end(), each.item) == threat->items.end()) {
            threat->items.push_back(each.item);
        }
    }
    std::stable_sort(named.begin(), named.end(), [](const auto& one, const auto& two) {
        return std::pair(one.by.number, one.of.number) < std::pair(two.by.number, two.of.number);
    });
    return named;
}

CodedEvidence::CodedEvidence(const OpenCase& open, const evidence::ThreatTheory& theory)
    : half_life_(theory.half_life) {
    std::map<std::tuple<Pair, std::string, int>, double> net;  // of each coder and year
    for (const auto& each : case_intentions(open, theory, year_of(open.content.cutoff)).all) {
        if (!each.counts) continue;
        net[{{each.of.number, each.toward.number}, each.coder, year_of(each.date.first)}] += each.level_share;
    }
    for (const auto& [key, level] : net) {
        const auto& [pair, coder, year] = key;
        years_[pair][coder].push_back({year, level});
    }
}

Reading CodedEvidence::hostility(int of, int toward, int year) const {
    const auto found = years_.find({of, toward});
    if (found == years_.end()) return Reading::missing(Reason::NoRow);
    double sum = 0;
    int coders = 0;
    for (const auto& [coder, past] : found->second) {
        if (past.front().year > year) continue;
        sum += threat::remembered_hostility(past, year, half_life_);
        ++coders;
    }
    return coders == 0 ? Reading::missing(Reason::NoRow) : Reading::of(sum / coders);
}

void CodedEvidence::add_to(threat::DyadFacts& facts) const {
    facts.coded_hostility = hostility(facts.other, facts.state, facts.year);
}

}  // namespace entente::workbench
