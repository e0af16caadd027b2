#include <algorithm>
#include <set>

#include "indices/deterrence.hpp"
#include "workbench/threat_parts.hpp"

namespace entente::workbench {
namespace {

using evidence::ThreatValue;

Reading reading_of(const std::optional<double>& value) {
    return value ? Reading::of(*value) : Reading::missing(Reason::Undefined);
}

Reading ratio(const Reading& threat, const Reading& state) {
    if (!threat.known()) return threat;
    if (!state.known()) return state;
    return state.value > 0 ? Reading::of(threat.value / state.value) : Reading::missing(Reason::Undefined);
}

Reading alone_against(const threat::DyadFacts& threat) {
    if (!threat.capability.known()) return threat.capability;
    if (!threat.own_capability.known()) return threat.own_capability;
    return reading_of(indices::deterrence(threat.capability.value, threat.own_capability.value, {}).alone);
}

// Who pledged to defend the state; a pledge of the threat itself is no help against it.
std::optional<std::set<int>> defenders_against(const StateInYear& at, int threat) {
    if (at.records == nullptr) return std::nullopt;
    auto defenders = at.records->defenders(at.year);
    if (defenders) defenders->erase(threat);
    return defenders;
}

// The ally asked for, else the one with a pledge that takes most.
std::optional<AllyAgainst> best_ally(const StateInYear& at, const threat::DyadFacts& threat,
                                     const std::optional<std::set<int>>& defenders) {
    if (at.ally) {
        if (*at.ally == threat.other) return std::nullopt;
        return ally_against(at, *at.ally, threat);
    }
    if (!defenders) return std::nullopt;
    std::optional<AllyAgainst> best;
    for (const int number : *defenders) {
        auto ally = ally_against(at, number, threat);
        if (!ally.gain.known()) continue;
        if (!best || ally.gain.value > best->gain.value) best = std::move(ally);
    }
    return best;
}

bool has_pledged(const StateInYear& at, int other) {
    if (at.records == nullptr) return false;
    const auto pledged = at.records->pledge(Pledge::Defence, other, at.state, at.year);
    return pledged.known() && pledged.value == 1;
}

// Why nothing is known of a pledge: no data set, or a year that it does not cover.
Reading unknown_pledges(const StateInYear& at) {
    if (at.records == nullptr) return Reading::missing(Reason::NoDataset);
    return at.records->pledge(Pledge::Defence, at.state, at.state, at.year);
}

Reading gain_of(const StateInYear& at, const std::optional<AllyAgainst>& ally,
                const std::optional<std::set<int>>& defenders) {
    if (ally) return ally->gain;
    if (at.ally) return Reading::missing(Reason::NotApplicable);
    if (!defenders) return unknown_pledges(at);
    return Reading::missing(defenders->empty() ? Reason::NotApplicable : Reason::Input);
}

// How many have pledged to defend the state. Of an ally asked for that has not, the question is what its help would do:
// then it stands alone, and no pledge of others counts.
Reading allies_at_hand(const StateInYear& at, const std::optional<AllyAgainst>& ally,
                       const std::optional<std::set<int>>& defenders) {
    if (!defenders) return unknown_pledges(at);
    if (at.ally && ally && !ally->pledged) return Reading::of(1);
    return Reading::of(static_cast<double>(defenders->size()));
}

// What is to be known of the two states without their allies.
threat::ResponseFacts facts_of_pair(const StateInYear& at, const threat::ThreatReading& threat) {
    const auto& facts = threat.facts;
    threat::ResponseFacts values;
    values[ThreatValue::ThreatPower] = facts.capability;
    values[ThreatValue::PowerRatio] = ratio(facts.capability, facts.own_capability);
    values[ThreatValue::Proximity] = threat::component_of(*at.theory, threat, "proximity");
    values[ThreatValue::OffensivePower] = threat::component_of(*at.theory, threat, "offensive-power");
    values[ThreatValue::AggressiveIntentions] = threat::component_of(*at.theory, threat, "aggressive-intentions");
    values[ThreatValue::OwnPower] = facts.own_capability;
    values[ThreatValue::Alone] = alone_against(facts);
    if (at.records != nullptr) values[ThreatValue::RegimeDistance] = at.records->regime_distance(facts.other, at.year);
    values.sworn_ally = has_pledged(at, facts.other);
    return values;
}

bool asks_of_allies(const evidence::ResponseCondition& condition) {
    return condition.value == ThreatValue::AllyGain || condition.value == ThreatValue::AllyDistance ||
           condition.value == ThreatValue::DefenceAllies;
}

}  // namespace

const threat::ThreatReading* StateInYear::find(int other) const {
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&](const auto& reading) { return reading.facts.other == other; });
    return found == readings.end() ? nullptr : &*found;
}

AllyAgainst ally_against(const StateInYear& at, int ally, const threat::DyadFacts& threat) {
    AllyAgainst result;
    result.ally = at.system->named(ally, at.year);
    result.pledged = has_pledged(at, ally);
    result.alone = alone_against(threat);
    const auto* theirs = at.find(ally);
    result.with_ally = result.gain = result.distance_km = Reading::missing(Reason::NoRow);
    if (theirs == nullptr) return result;
    result.distance_km = theirs->facts.distance_km;
    const auto& capability = theirs->facts.capability;
    if (!result.alone.known() || !capability.known()) {
        result.with_ally = result.gain = Reading::missing(Reason::Input);
        return result;
    }
    const auto found = indices::deterrence(threat.capability.value, threat.own_capability.value,
                                           std::span<const double>(&capability.value, 1));
    result.with_ally = reading_of(found.with_allies);
    result.gain = reading_of(found.gain);
    return result;
}

ResponseTo response_to(const StateInYear& at, const threat::ThreatReading& threat) {
    const auto& facts = threat.facts;
    const auto defenders = defenders_against(at, facts.other);
    ResponseTo response;
    response.threat = at.system->named(facts.other, at.year);
    response.ally = best_ally(at, facts, defenders);

    response.facts = facts_of_pair(at, threat);
    auto& values = response.facts;
    values[ThreatValue::AllyGain] = gain_of(at, response.ally, defenders);
    values[ThreatValue::AllyDistance] =
        response.ally ? response.ally->distance_km : gain_of(at, response.ally, defenders);
    values[ThreatValue::DefenceAllies] = allies_at_hand(at, response.ally, defenders);
    response.prediction = threat::predict_response(*at.theory, values);
    return response;
}

// Of every other state of the year: the search for its best ally is spared where no condition asks for it.
threat::ThreatStatus status_of(const StateInYear& at, const threat::ThreatReading& threat) {
    const auto& faces = at.theory->faces;
    const bool of_allies = std::any_of(faces.begin(), faces.end(), asks_of_allies);
    return threat::threat_status(*at.theory, of_allies ? response_to(at, threat).facts : facts_of_pair(at, threat));
}

}  // namespace entente::workbench
