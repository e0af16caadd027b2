#include "threat/components.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/error.hpp"
#include "threat/hostility.hpp"

namespace entente::threat {
namespace {

constexpr double kFarthestKm = 20015;  // half of the Earth's circumference
constexpr double kKmOfMile = 1.609344;

// The widest gap between two neighbours, in statute miles, by the types of Direct Contiguity: 1 is by land, 2 … 5 are
// across at most so much water (Stinnett et al. 2002). Nothing for states that are no neighbours.
std::optional<double> widest_gap_km(double contiguity) {
    constexpr std::array<double, 5> kMiles{0, 12, 24, 150, 400};
    if (!(contiguity >= 1) || !(contiguity <= kMiles.size())) return std::nullopt;
    return kKmOfMile * kMiles[static_cast<std::size_t>(contiguity) - 1];
}

Reading intention(const Reading& hostility) {
    return hostility.known() ? Reading::of(intention_from(hostility.value)) : hostility;
}

// What stops a component: the first needed part that is missing or, where nothing at all is known, the first part that
// has a weight.
Reading why_missing(const evidence::ThreatComponent& component, const std::vector<Reading>& parts) {
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (component.parts[part].needed && !parts[part].known()) return parts[part];
    }
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (!component.parts[part].moves) return parts[part];
    }
    return Reading::missing(Reason::Undefined);
}

bool can_be_computed(const evidence::ThreatComponent& component, const std::vector<Reading>& parts) {
    bool any_known = false;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (component.parts[part].needed && !parts[part].known()) return false;
        any_known = any_known || (parts[part].known() && !component.parts[part].moves);
    }
    return any_known;
}

double mean_of_known(const evidence::ThreatComponent& component, const std::vector<Reading>& parts) {
    double sum = 0;
    double weight = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (!parts[part].known() || component.parts[part].moves) continue;
        sum += component.parts[part].weight * parts[part].value;
        weight += component.parts[part].weight;
    }
    return sum / weight;
}

// `by` from −1 to 1: that share of the way to 1, or to 0 where it is negative. So what moves a value never moves it the
// other way, and never out of 0 … 1.
double moved(double value, double by) {
    return by >= 0 ? value + by * (1 - value) : value * (1 + by);
}

double value_of_known(const evidence::ThreatComponent& component, const std::vector<Reading>& parts) {
    double value = mean_of_known(component, parts);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (parts[part].known() && component.parts[part].moves) value = moved(value, parts[part].value);
    }
    return value;
}

}  // namespace

Reading closeness(const Reading& distance_km, const Reading& contiguity) {
    if (!contiguity.known()) return contiguity;  // a neighbour must not pass for a far state
    if (distance_km.known() && !(distance_km.value >= 0)) return Reading::missing(Reason::Undefined);
    const auto gap = widest_gap_km(contiguity.value);
    if (!gap && !distance_km.known()) return distance_km;
    double km = gap ? *gap : distance_km.value;
    if (distance_km.known()) km = std::min(km, distance_km.value);
    return Reading::of(std::max(0.0, 1 - std::log1p(km) / std::log1p(kFarthestKm)));
}

Reading part_value(evidence::ThreatFormula formula, const DyadFacts& facts) {
    using evidence::ThreatFormula;
    switch (formula) {
        case ThreatFormula::CapabilityShare:
            return facts.capability;
        case ThreatFormula::Closeness:
            return closeness(facts.distance_km, facts.contiguity);
        case ThreatFormula::SpendingShare:
            return facts.spending_share;
        case ThreatFormula::PersonnelShare:
            return facts.personnel_share;
        case ThreatFormula::DisputesStarted:
            return intention(facts.hostility);
        case ThreatFormula::Rivalry:
            return facts.rivalry;
        case ThreatFormula::TerritorialRivalry:
            return facts.territorial_rivalry;
        case ThreatFormula::PolicyDistance:
            return facts.policy_distance;
        case ThreatFormula::CodedEvidence:
            return intention(facts.coded_hostility);
    }
    ensure(false, "a part of a component names a formula that is not in the list");
    return {};
}

ComponentReading component_value(const evidence::ThreatComponent& component, const DyadFacts& facts) {
    ComponentReading reading;
    reading.parts.reserve(component.parts.size());
    for (const auto& part : component.parts) reading.parts.push_back(part_value(part.formula, facts));
    reading.value = can_be_computed(component, reading.parts) ? Reading::of(value_of_known(component, reading.parts))
                                                              : why_missing(component, reading.parts);
    return reading;
}

ThreatReading threat_reading(const evidence::ThreatTheory& theory, const DyadFacts& facts) {
    ThreatReading reading;
    reading.facts = facts;
    reading.components.reserve(theory.components.size());
    for (const auto& component : theory.components) reading.components.push_back(component_value(component, facts));
    return reading;
}

Reading component_of(const evidence::ThreatTheory& theory, const ThreatReading& reading, std::string_view id) {
    for (std::size_t component = 0; component < theory.components.size(); ++component) {
        if (theory.components[component].id == id) return reading.components.at(component).value;
    }
    return Reading::missing(Reason::NoDataset);
}

}  // namespace entente::threat
