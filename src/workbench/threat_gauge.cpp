#include <algorithm>
#include <set>
#include <tuple>

#include "threat/ally_gauge.hpp"
#include "workbench/threat_parts.hpp"

namespace entente::workbench {
namespace {

using evidence::GaugeSign;

constexpr std::size_t kGaugedAtMost = 5;

// Those with a pact in either direction, major powers first, then by their capabilities.
std::vector<int> allies_to_gauge(const StateInYear& at) {
    if (at.ally) return {*at.ally};
    auto pledged = at.records->defenders(at.year).value_or(std::set<int>{});
    pledged.merge(at.records->defended(at.year));
    std::vector<int> allies(pledged.begin(), pledged.end());
    const auto weight = [&](int ally) {
        const auto* reading = at.find(ally);
        const bool known = reading != nullptr && reading->facts.capability.known();
        return std::tuple(at.records->is_major(ally, at.year), known ? reading->facts.capability.value : 0.0);
    };
    std::stable_sort(allies.begin(), allies.end(), [&](int one, int other) { return weight(one) > weight(other); });
    if (allies.size() > kGaugedAtMost) allies.resize(kGaugedAtMost);
    return allies;
}

// What the state would need the ally for: the first by rank that counts as a threat and is not the ally itself.
const Threat* principal_threat(const std::vector<Threat>& by_rank, int ally) {
    const auto found = std::find_if(by_rank.begin(), by_rank.end(), [&](const Threat& one) {
        return counts_as_threat(one) && one.other.number != ally;
    });
    return found == by_rank.end() ? nullptr : &*found;
}

Reading doubt_of(const StateInYear& at, int ally) {
    const auto found = at.coded_doubt.find(ally);
    return found == at.coded_doubt.end() ? Reading::missing(Reason::NoDataset) : found->second;
}

GaugedAlly gauged(const StateInYear& at, int ally, const Threat* principal) {
    GaugedAlly result;
    result.ally = at.system->named(ally, at.year);
    auto& facts = result.facts;
    facts[GaugeSign::Need] = facts[GaugeSign::AllyGain] = Reading::missing(Reason::NotApplicable);
    if (principal != nullptr) {
        result.against = principal->other;
        const auto against = ally_against(at, ally, principal->reading.facts);
        facts[GaugeSign::Need] = against.alone;
        facts[GaugeSign::AllyGain] = against.gain;
    }
    facts[GaugeSign::DefencePledge] = at.records->pledge(Pledge::Defence, ally, at.state, at.year);
    facts[GaugeSign::OffencePledge] = at.records->pledge(Pledge::Offence, ally, at.state, at.year);
    facts[GaugeSign::OwnDefencePledge] = at.records->pledge(Pledge::Defence, at.state, ally, at.year);
    const auto* reading = at.find(ally);
    facts[GaugeSign::PolicyDistance] =
        reading == nullptr ? Reading::missing(Reason::NoRow) : reading->facts.policy_distance;
    facts[GaugeSign::SharedRivals] = at.records->shared_rivals(ally, at.year);
    facts[GaugeSign::AllyDisputes] = at.records->disputes_of_ally(ally, at.year);
    facts[GaugeSign::CodedDoubt] = doubt_of(at, ally);
    result.gauge = threat::ally_gauge(*at.theory, facts);
    return result;
}

}  // namespace

std::vector<GaugedAlly> gauged_allies(const StateInYear& at, const std::vector<Threat>& by_rank) {
    std::vector<GaugedAlly> result;
    for (const int ally : allies_to_gauge(at)) {
        result.push_back(gauged(at, ally, principal_threat(by_rank, ally)));
    }
    return result;
}

}  // namespace entente::workbench
