// The forces that a theory's entries of force posture ask for, out of the store or of a case: who keeps how many where.
// For use inside the module.
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "threat/force_posture.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/system_years.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

class ForcesAbroad {
public:
    // Throws BadData if an entry's sender is no state's code.
    ForcesAbroad(const OpenStore& open, const evidence::ThreatTheory& theory, int from, int to);
    ForcesAbroad(const OpenCase& open, const evidence::ThreatTheory& theory, int from, int to);

    // One for each entry of the theory, in its order. `all` are the facts of threats to the same state in that year.
    [[nodiscard]] std::vector<NamedPosture> of(const threat::DyadFacts& facts, std::span<const threat::DyadFacts> all,
                                               const SystemYears& system) const;

    [[nodiscard]] const std::vector<ThreatSource>& sources() const noexcept { return sources_; }
    [[nodiscard]] const std::vector<std::string>& notes() const noexcept { return notes_; }
    [[nodiscard]] const std::vector<const panels::StoredDataset*>& datasets() const noexcept { return datasets_; }

private:
    struct Sent {
        std::map<int, int> sender;                         // its number, by year
        std::map<int, threat::StationedForces> stationed;  // by year
        Reason of_other_years = Reason::NoRow;
    };

    void find_senders(const StateTable& states, const evidence::ThreatTheory& theory, int from, int to);
    void read(const OpenStore& open, const evidence::ForcePosture& entry, Sent& sent, int from, int to);
    void read(const OpenCase& open, const evidence::ForcePosture& entry, Sent& sent, int from, int to);

    std::vector<Sent> sent_;  // by entry
    std::vector<ThreatSource> sources_;
    std::vector<std::string> notes_;
    std::vector<const panels::StoredDataset*> datasets_;
};

}  // namespace entente::workbench
