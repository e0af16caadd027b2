// A theory of threat as data: the components of threat and how each is measured, weights, the rules of response with
// their decibels, and the signs of abandonment and entrapment. Every number stands in its file.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"

namespace entente::evidence {

// The formulas that a part of a component may name; docs/threat.md states them.
enum class ThreatFormula {
    CapabilityShare,
    Closeness,
    SpendingShare,
    PersonnelShare,
    DisputesStarted,
    Rivalry,
    TerritorialRivalry,
    PolicyDistance,
    CodedEvidence,
};

struct ThreatPart {
    std::string id;
    ThreatFormula formula = ThreatFormula::CapabilityShare;
    double weight = 1;    // over 0; within its component; 0 of a part that moves
    bool needed = false;  // the component is missing where this part is
    bool moves = false;   // no part of the mean: it moves the mean of the others, towards 1 or towards 0
    std::string note;
    Position where;
};

struct ThreatComponent {
    std::string id;
    std::string name;
    std::string definition;
    std::string assumption;
    std::vector<ThreatPart> parts;
    std::vector<std::string> citations;
    double weight = 0;  // in the composite
    Position where;
};

enum class CompositeForm { Geometric, Arithmetic };

// What a rule of response may ask for.
enum class ThreatValue {
    ThreatPower,           // the threat's share of the system's capabilities
    PowerRatio,            // the threat's capabilities ÷ the state's
    Proximity,             // the component
    OffensivePower,        // the component
    AggressiveIntentions,  // the component
    OwnPower,              // the state's share of the system's capabilities
    Alone,                 // the threat's share against the state alone
    AllyGain,              // what the best ally takes from that
    AllyDistance,          // km between the capitals of the state and that ally
    DefenceAllies,         // how many states have pledged to defend it
    RegimeDistance,        // difference of polity2, 0 … 20
};

enum class Response { Balance, Bandwagon };

struct ResponseCondition {
    ThreatValue value = ThreatValue::ThreatPower;
    std::optional<double> at_least;
    std::optional<double> at_most;  // one of the two, or both
};

struct ResponseRule {
    std::string id;
    std::string says;
    std::vector<ResponseCondition> when;  // all must hold
    Response pushes = Response::Balance;
    double decibels = 0;  // 0 or more
    std::string note;
    std::vector<std::string> citations;
    Position where;
};

// What the rules cannot see.
struct Unseen {
    std::string id;
    std::string says;
    std::vector<std::string> citations;
};

enum class GaugeSign {
    Need,
    AllyGain,
    DefencePledge,
    OffencePledge,
    OwnDefencePledge,
    PolicyDistance,
    SharedRivals,
    AllyDisputes,
    CodedDoubt,
};

struct GaugePart {
    GaugeSign sign = GaugeSign::Need;
    bool one_minus = false;
    std::string says;
    double weight = 0;
    std::string factor;  // of CodedDoubt: the factor of the case's own theory whose codings are weighed; else empty
};

// A variable of a data set: `us-troops.troops` in its file.
struct DatasetVariable {
    std::string dataset;
    std::string variable;
};

// Forces that one state keeps in others, counted by a data set: shown beside the components, in none of them.
struct ForcePosture {
    std::string id;
    std::string name;                        // of the column that shows them
    std::string sender;                      // the code of the state whose forces they are
    std::string counts;                      // what is counted, in words
    std::vector<DatasetVariable> variables;  // the best first
    std::string reason;                      // why they stand in no component
    std::string note;                        // what a number means and what it does not
    std::vector<std::string> citations;
    Position where;
};

struct ThreatTheory {
    std::string id;
    std::string name;
    std::string summary;
    std::string citation;
    std::string references;  // BibTeX of all that the file cites, as it stands there; may be empty
    std::vector<std::string> cautions;
    std::vector<ThreatComponent> components;  // in the order in which they are printed
    std::vector<ForcePosture> force_posture;  // may be empty
    double half_life = 0;                     // years
    int stale_after = 0;                      // years
    std::vector<std::string> memory_citations;
    std::array<double, 5> hostility{};  // of a coded act, by HostilityLevel; 1 … 5
    double conciliation = 0;            // of a coded conciliatory step, on the same scale; taken from hostility
    CompositeForm form = CompositeForm::Geometric;
    double step = 0;  // of the weightings
    std::string composite_reason;
    std::vector<ResponseCondition> faces;  // all must hold for a state to face a threat; none: it always does
    std::string faces_reason;
    double prior = 0;  // P(balance) before any rule
    double balances_from = 0;
    double bandwagons_to = 0;
    std::string response_reason;
    std::vector<std::string> response_citations;
    std::vector<ResponseRule> rules;
    std::vector<Unseen> unseen;
    std::vector<GaugePart> abandonment;
    std::vector<GaugePart> entrapment;
    double gauge_known_at_least = 0;  // the share of the signs' weight without which a gauge has no value
    std::vector<std::string> gauge_citations;
    std::string gauge_caution;
    std::string sha256;  // of the file's bytes
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::ThreatFormula> {
    static constexpr std::array<std::string_view, 9> names{"capability-share",    "closeness",        "spending-share",
                                                           "personnel-share",     "disputes-started", "rivalry",
                                                           "territorial-rivalry", "policy-distance",  "coded-evidence"};
};
template <>
struct entente::NamesOf<entente::evidence::CompositeForm> {
    static constexpr std::array<std::string_view, 2> names{"geometric", "arithmetic"};
};
template <>
struct entente::NamesOf<entente::evidence::ThreatValue> {
    static constexpr std::array<std::string_view, 11> names{
        "threat-power", "power-ratio", "proximity",     "offensive-power", "aggressive-intentions", "own-power",
        "alone",        "ally-gain",   "ally-distance", "defence-allies",  "regime-distance"};
};
template <>
struct entente::NamesOf<entente::evidence::Response> {
    static constexpr std::array<std::string_view, 2> names{"balance", "bandwagon"};
};
template <>
struct entente::NamesOf<entente::evidence::GaugeSign> {
    static constexpr std::array<std::string_view, 9> names{"need",           "ally-gain",          "defence-pledge",
                                                           "offence-pledge", "own-defence-pledge", "policy-distance",
                                                           "shared-rivals",  "ally-disputes",      "coded-doubt"};
};
