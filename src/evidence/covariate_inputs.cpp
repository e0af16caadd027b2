#include <array>
#include <span>

#include "evidence/covariate.hpp"

namespace entente::evidence {
namespace {

using Input = CovariateInput;

constexpr std::array kCapability{Input::Capability};
constexpr std::array kPolity{Input::Polity};
constexpr std::array kSupport{Input::SupportChange};
constexpr std::array kSupportOfDemocracies{Input::SupportChange, Input::Polity};
constexpr std::array kLeader{Input::LeaderChange};
constexpr std::array kRivalries{Input::Rivalries};
constexpr std::array kRivalPressure{Input::Capability, Input::Rivalries};
constexpr std::array kAlliesOfLeader{Input::Pledges, Input::Capability};
constexpr std::array kMembers{Input::Members};
constexpr std::array kPhases{Input::Phases};

}  // namespace

std::span<const CovariateInput> inputs_of(CovariateMeasure measure) noexcept {
    switch (measure) {
        case CovariateMeasure::CapabilityChange:
        case CovariateMeasure::CapabilityRatio:
        case CovariateMeasure::Asymmetry:
        case CovariateMeasure::CombinedCapability:
            return kCapability;
        case CovariateMeasure::SharedRival:
            return kRivalries;
        case CovariateMeasure::RivalPressureChange:
            return kRivalPressure;
        case CovariateMeasure::RegimeChange:
        case CovariateMeasure::PolityDistance:
        case CovariateMeasure::JointDemocracy:
            return kPolity;
        case CovariateMeasure::SupportChange:
            return kSupport;
        case CovariateMeasure::SupportChangeDemocracy:
        case CovariateMeasure::SupportChangeNonDemocracy:
            return kSupportOfDemocracies;
        case CovariateMeasure::LeaderChange:
            return kLeader;
        case CovariateMeasure::AlliesOfLeader:
            return kAlliesOfLeader;
        case CovariateMeasure::NewOutsideAlliance:
            return kMembers;
        case CovariateMeasure::MilitaryInstitutions:
        case CovariateMeasure::NonMilitaryCooperation:
        case CovariateMeasure::RatifiedTreaty:
            return kPhases;
    }
    return {};
}

}  // namespace entente::evidence
