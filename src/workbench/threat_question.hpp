// What is asked of the analysis of threat, made definite: from which figures, about which states and years. For use
// inside the module.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/system_years.hpp"
#include "workbench/threat.hpp"
#include "workbench/threat_case.hpp"

namespace entente::workbench {

// A state as it was asked for, and what that means.
struct AskedState {
    std::string written;
    int number = 0;
};

// Everything that one question is answered from.
struct ThreatQuestion {
    const ThreatRequest* request = nullptr;
    const evidence::ThreatTheory* theory = nullptr;  // the result's, to which its rules and signs point
    std::shared_ptr<const OpenStore> store;          // null: the figures are the case's
    OpenCasePtr open_case;                           // null: no case
    std::unique_ptr<CodedEvidence> coded;
    std::unique_ptr<SystemYears> system;
    int from = 0;
    int to = 0;
    std::vector<AskedState> states;   // that may be threatened
    std::vector<AskedState> against;  // empty: all
    std::optional<AskedState> ally;
    std::vector<std::string> notes;  // on what was understood otherwise than it may have been meant

    [[nodiscard]] bool one_year() const noexcept { return from == to; }
};

// Whether the figures may be the store's where there is a case.
enum class UseStore { IfItCan, Never };

// Throws NotFound for a state that is unknown, ambiguous or was not in the system, and for years that no data cover;
// BadRequest where a state is asked about as a threat to itself, or as its own ally.
[[nodiscard]] ThreatQuestion threat_question(const ThreatRequest& request, const evidence::ThreatTheory& theory,
                                             OpenCasePtr open, UseStore use_store);

// Weights that are named take the place of the theory's; all are then made to add to 1. False: none is named.
bool apply_weights(evidence::ThreatTheory& theory, const std::map<std::string, double>& weights);

[[nodiscard]] int year_of_cutoff(const OpenCase& open);

}  // namespace entente::workbench
