// Single figures of official data that a case ships about a few states as threats to another, so that the analysis of
// threat also works where there is no data store.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/item.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

// Each but the last is a field of threat::DyadFacts.
enum class ThreatFact {
    Capability,
    SpendingShare,
    PersonnelShare,
    DistanceKm,
    Contiguity,
    Hostility,
    Rivalry,
    TerritorialRivalry,
    PolicyDistance,
    Stationed,  // forces of another state in it: force posture, which is no fact of the pair
};

inline constexpr std::size_t kThreatFacts = 9;  // of the pair

struct ThreatFigure {
    Actor state;  // the one that may be threatened
    Actor other;  // the one that may threaten it; the state itself, for its own capability or forces stationed in it
    int year = 0;
    ThreatFact fact = ThreatFact::Capability;
    std::string posture;  // of Stationed: the entry of the theory's force posture; else empty
    double value = 0;
    Citation source;
    Position where;
};

struct ThreatFigures {
    std::string file;  // figures/*.csv
    std::string definition;
    double half_life = 0;  // years, of the remembered hostility
    int disputes_to = 0;   // the last year of the record of disputes behind it
    std::vector<ThreatFigure> figures;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::ThreatFact> {
    static constexpr std::array<std::string_view, entente::evidence::kThreatFacts + 1> names{
        "capability", "spending-share", "personnel-share",     "distance-km",     "contiguity",
        "hostility",  "rivalry",        "territorial-rivalry", "policy-distance", "stationed"};
};
