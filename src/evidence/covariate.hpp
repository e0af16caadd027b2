// A covariate: a number that official data give for every alliance of two states and every year, and that is to bear on
// whether the alliance ends. What is measured stands in a theory's file, how in docs/covariates.md.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/coding.hpp"

namespace entente::evidence {

// How a covariate comes from its data. `t` is the year in which the alliance may end: all values are those at the end
// of t − 1. `f` is the year before the alliance began. 'Either' is the member for which the value is larger.
// docs/covariates.md has the formulas.
enum class CovariateMeasure {
    CapabilityChange,           // 1 if either member's capability share rose or fell since f by more than `threshold`
    CapabilityRatio,            // ln of the larger member's capability share ÷ the smaller's
    Asymmetry,                  // 1 if that ratio is at least `threshold`
    CombinedCapability,         // the members' capability shares together
    SharedRival,                // 1 if some state is a strategic rival of both
    RivalPressureChange,        // ln((1 + p(t−1)) ÷ (1 + p(f))), p: the rivals' capability shares ÷ the members'
    RegimeChange,               // 1 if either member's Polity score moved since f by at least `threshold`
    SupportChange,              // 1 if either member's source of leader support changed in t − 1
    SupportChangeDemocracy,     // … of a member whose Polity score is at least `threshold`
    SupportChangeNonDemocracy,  // … and of one whose score is less
    LeaderChange,               // 1 if either member had a new leader in t − 1
    PolityDistance,             // |Polity of one − that of the other| ÷ 20
    JointDemocracy,             // 1 if both members' Polity scores are at least `threshold`
    AlliesOfLeader,             // ln(1 + states to which the stronger member owes defence, the ally apart)
    NewOutsideAlliance,         // 1 if either member entered an alliance with another state in t − 1
    MilitaryInstitutions,       // 0, 1 or 2 (Leeds and Anac 2005), of the phase that is in force
    NonMilitaryCooperation,     // 1 if the treaty promises it
    RatifiedTreaty,             // 1 if it is a treaty that was ratified
};

// What a measure reads. A covariate's `data` name one data set for each, in the order of `inputs_of`.
enum class CovariateInput {
    Capability,     // of states in years: a share of the system's
    Polity,         // of states in years: −10 to 10
    SupportChange,  // of states in years: 0 or 1
    LeaderChange,   // of states in years: 0 or 1
    Rivalries,      // of pairs of states
    Pledges,        // of defence, of one state to another in years
    Members,        // of alliances
    Phases,         // of alliances, with their provisions
};

[[nodiscard]] std::span<const CovariateInput> inputs_of(CovariateMeasure measure) noexcept;

// Whether a threshold belongs to it.
[[nodiscard]] bool has_threshold(CovariateMeasure measure) noexcept;

// Whether a covariate moves with who governs or with what outlasts governments.
enum class Pace { Structure, Leader };

struct Covariate {
    std::string id;
    std::string factor;  // of the theory; empty for a covariate of none
    std::string name;
    CovariateMeasure measure = CovariateMeasure::CapabilityChange;
    double threshold = 0;
    Direction rise = Direction::Collapse;  // which way the theory says that a rise pushes
    Pace pace = Pace::Structure;
    std::vector<std::string> data;
    std::string reason;  // for the measure and its threshold, with the source
    std::string caution;
    Position where;
};

// A factor that no data of this kind can measure.
struct UnmeasuredFactor {
    std::string factor;
    std::string why;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::CovariateMeasure> {
    static constexpr std::array<std::string_view, 18> names{"capability-change",
                                                            "capability-ratio",
                                                            "asymmetry",
                                                            "combined-capability",
                                                            "shared-rival",
                                                            "rival-pressure-change",
                                                            "regime-change",
                                                            "support-change",
                                                            "support-change-democracy",
                                                            "support-change-non-democracy",
                                                            "leader-change",
                                                            "polity-distance",
                                                            "joint-democracy",
                                                            "allies-of-leader",
                                                            "new-outside-alliance",
                                                            "military-institutions",
                                                            "non-military-cooperation",
                                                            "ratified-treaty"};
};
template <>
struct entente::NamesOf<entente::evidence::CovariateInput> {
    static constexpr std::array<std::string_view, 8> names{"capability", "polity",  "support-change", "leader-change",
                                                           "rivalries",  "pledges", "members",        "phases"};
};
template <>
struct entente::NamesOf<entente::evidence::Pace> {
    static constexpr std::array<std::string_view, 2> names{"structure", "leader"};
};
