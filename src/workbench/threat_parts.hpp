// The parts of an analysis of one state's threats in one year: responses, observed conduct, the gauges of its allies.
// For use inside the module.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "threat/components.hpp"
#include "workbench/system_years.hpp"
#include "workbench/threat.hpp"
#include "workbench/threat_records.hpp"

namespace entente::workbench {

// What there is to go by. What the records do not know is missing.
struct StateInYear {
    int state = 0;
    int year = 0;
    const evidence::ThreatTheory* theory = nullptr;
    std::span<const threat::ThreatReading> readings;  // of all other states
    const ThreatRecords* records = nullptr;
    const SystemYears* system = nullptr;
    std::optional<int> ally;             // asked for
    std::map<int, Reading> coded_doubt;  // of a case: by ally

    [[nodiscard]] const threat::ThreatReading* find(int other) const;
};

// What an ally takes from a threat. Johnson (2017): see indices/deterrence.hpp.
[[nodiscard]] AllyAgainst ally_against(const StateInYear& at, int ally, const threat::DyadFacts& threat);

[[nodiscard]] ResponseTo response_to(const StateInYear& at, const threat::ThreatReading& threat);

[[nodiscard]] threat::ThreatStatus status_of(const StateInYear& at, const threat::ThreatReading& threat);

[[nodiscard]] std::vector<ObservedChange> observed_changes(const StateInYear& at);

// The threat against which allies are needed is the principal one. `by_rank` also has those without a rank.
[[nodiscard]] std::vector<GaugedAlly> gauged_allies(const StateInYear& at, const std::vector<Threat>& by_rank);

}  // namespace entente::workbench
