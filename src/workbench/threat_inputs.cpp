#include "workbench/threat_inputs.hpp"

#include <optional>

#include "workbench/state_values.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

const FactNeeds capability_data{"capability-share", {"nmc"}, {"milex", "milper", "irst", "pec", "tpop", "upop"}};
const FactNeeds force_data{"spending-share", {"nmc"}, {"milex", "milper"}};
const FactNeeds place_data{"closeness", {"capitals-cow", "capitals-gw"}, {"lat"}};
const FactNeeds vote_data{"policy-distance", {"unga-ideal-points"}, {"idealpointall"}};

}  // namespace

ThreatInputs::ThreatInputs(const panels::DataAtHand& data, int from, int to) {
    std::vector<std::string> columns;
    for (const auto* needs : {&capability_data, &force_data, &place_data, &vote_data}) {
        const auto* dataset = find_dataset(data, *needs);
        if (dataset == nullptr) continue;
        for (const auto variable : needs->variables) {
            columns.push_back(dataset->descriptor->id + '.' + std::string(variable));
        }
    }
    const auto [panel, values] = state_values(data, columns, from, to);
    for (std::size_t place = 0; place < panel.columns.size(); ++place) {
        auto& missing = missing_[panel.columns[place].variable];
        for (std::size_t row = 0; row < values.rows(); ++row) {
            const auto reading = values.reading(place, row);
            if (!reading.known()) missing[{values.states[row], values.years[row]}] = reading.reason;
        }
    }
}

Reason ThreatInputs::reason_of(const Variables& variables, int state, int year) const {
    std::optional<Reason> found;
    for (const auto& variable : variables) {
        const auto of_variable = missing_.find(variable);
        if (of_variable == missing_.end()) continue;
        const auto reason = of_variable->second.find({state, year});
        if (reason == of_variable->second.end()) continue;
        if (found && *found != reason->second) return Reason::Input;
        found = reason->second;
    }
    return found.value_or(Reason::Input);
}

void ThreatInputs::explain(threat::DyadFacts& facts) const {
    const auto because = [&](Reading& fact, const FactNeeds& needs, std::string_view only, std::optional<int> second) {
        if (fact.reason != Reason::Input) return;
        Variables variables(needs.variables.begin(), needs.variables.end());
        if (!only.empty()) variables = {std::string(only)};
        auto reason = reason_of(variables, facts.other, facts.year);
        if (second && reason == Reason::Input) reason = reason_of(variables, *second, facts.year);
        fact = Reading::missing(reason);
    };
    because(facts.capability, capability_data, {}, std::nullopt);
    because(facts.spending_share, force_data, "milex", std::nullopt);
    because(facts.personnel_share, force_data, "milper", std::nullopt);
    because(facts.distance_km, place_data, {}, facts.state);
    because(facts.policy_distance, vote_data, {}, facts.state);
    if (facts.own_capability.reason == Reason::Input) {
        const Variables variables(capability_data.variables.begin(), capability_data.variables.end());
        facts.own_capability = Reading::missing(reason_of(variables, facts.state, facts.year));
    }
}

}  // namespace entente::workbench
