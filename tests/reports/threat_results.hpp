// Invented results about threat. The theory has two components, the second of two parts; its rules and signs point into
// it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "workbench/threat.hpp"

namespace entente::reports {

inline evidence::ThreatTheory small_threat_theory() {
    evidence::ThreatTheory theory;
    theory.id = "small";
    theory.name = "Small";
    theory.sha256 = std::string(64, 'a');
    const auto part = [](std::string id, evidence::ThreatFormula formula, bool needed) {
        evidence::ThreatPart made;
        made.id = std::move(id);
        made.formula = formula;
        made.needed = needed;
        return made;
    };
    evidence::ThreatComponent power;
    power.id = "power";
    power.name = "raw power";
    power.weight = 0.5;
    power.parts = {part("capability-share", evidence::ThreatFormula::CapabilityShare, true)};
    evidence::ThreatComponent intent;
    intent.id = "intent";
    intent.name = "ill intent";
    intent.weight = 0.5;
    intent.parts = {part("disputes-started", evidence::ThreatFormula::DisputesStarted, true),
                    part("rivalry", evidence::ThreatFormula::Rivalry, false)};
    theory.components = {power, intent};
    theory.step = 0.5;  // weightings: (0, 1), (.5, .5), (1, 0)
    theory.prior = 0.8;
    evidence::ResponseRule strong;
    strong.id = "strong-threat";
    strong.says = "The stronger, the more.";
    strong.when = {{evidence::ThreatValue::PowerRatio, 2.0, std::nullopt}};
    strong.decibels = 3;
    evidence::ResponseRule alike;
    alike.id = "alike";
    alike.says = "Birds of a feather.";
    alike.when = {{evidence::ThreatValue::RegimeDistance, std::nullopt, 2.0}};
    alike.pushes = evidence::Response::Bandwagon;
    alike.decibels = 1;
    theory.rules = {strong, alike};
    theory.unseen = {{"buck-passing", "Waiting for another.", {}}};
    theory.abandonment = {{evidence::GaugeSign::Need, false, "dependence", 0.5, {}},
                          {evidence::GaugeSign::DefencePledge, true, "explicitness", 0.5, {}}};
    return theory;
}

inline workbench::Threat threat_with(const std::string& code, std::vector<Reading> components,
                                     threat::Ranked standing) {
    workbench::Threat threat;
    threat.other = {1, code, code + "land"};
    for (auto& value : components) threat.reading.components.push_back({value, {value}});
    threat.reading.components.back().parts.push_back(Reading::missing(Reason::NoDataset));
    threat.standing = std::move(standing);
    return threat;
}

// A is first under two of three weightings, B under one; C lacks what its second component needs.
inline workbench::ThreatResult small_threat_result() {
    workbench::ThreatResult result;
    result.theory = small_threat_theory();
    result.from = result.to = 1999;
    workbench::YearOfThreats year;
    year.year = 1999;
    year.ranked = 2;
    year.threats.push_back(
        threat_with("A", {Reading::of(0.25), Reading::of(0.5)}, {Reading::of(0.75), 1, 1, 2, 2.0 / 3, {1, 2}, {}}));
    year.threats.push_back(
        threat_with("B", {Reading::of(0.0625), Reading::of(1)}, {Reading::of(0.5), 2, 1, 2, 1.0 / 3, {2, 1}, {}}));
    year.threats.push_back(
        threat_with("C", {Reading::of(0.01), Reading::missing(Reason::OutsideCoverage)},
                    {Reading::missing(Reason::OutsideCoverage), std::nullopt, 0, 0, 0, {3, std::nullopt}, {}}));
    for (auto& threat : year.threats) threat.status = threat::ThreatStatus::Threat;
    for (int place = 0; place < 3; ++place) {
        year.threats[place].other.number = place + 1;
        if (year.threats[place].standing.rank) year.principal.push_back(year.threats[place].other);
    }
    year.threats[0].reading.facts.capability_at_distance = Reading::of(0.3);
    year.threats[0].reading.facts.inflated = true;
    result.states.push_back({{2, "S", "Sland"}, {}, {}});
    result.states[0].years.push_back(std::move(year));
    result.sources = {{"capability-share", "invented 1.0", "cinc", 1990, 2000, ""},
                      {"rivalry", "", "", 0, 0, "add rivalries-tss"}};
    return result;
}

// Forces of B: 1,200 in A, which is the neighbour, and 30 in the state itself; nothing is known of those in C.
inline void add_small_posture(workbench::ThreatResult& result) {
    result.theory.force_posture = {{"sent", "B's troops", "B", "persons", {{"some-data", "troops"}}, "r", "", {}, {}}};
    auto& threats = result.states[0].years[0].threats;
    const auto not_applicable = Reading::missing(Reason::NotApplicable);
    for (auto& threat : threats) {
        workbench::NamedPosture posture;
        posture.forces.in_it = posture.forces.in_state = posture.forces.in_neighbours = not_applicable;
        threat.posture = {posture};
    }
    threats[0].posture[0].forces.in_it = Reading::of(1200);
    threats[2].posture[0].forces.in_it = Reading::missing(Reason::NoRow);
    auto& sender = threats[1].posture[0];
    sender.forces.in_state = Reading::of(30);
    sender.forces.in_neighbours = Reading::of(1200);
    sender.forces.neighbours = {1};
    sender.forces.in_each = {Reading::of(1200)};
    sender.neighbours = {threats[0].other};
}

inline void add_small_response(workbench::ThreatResult& result) {
    workbench::ResponseTo response;
    response.threat = {1, "A", "Aland"};
    response.facts[evidence::ThreatValue::PowerRatio] = Reading::of(4);
    response.prediction = threat::predict_response(result.theory, response.facts);
    result.states[0].years[0].responses.push_back(std::move(response));
}

}  // namespace entente::reports
