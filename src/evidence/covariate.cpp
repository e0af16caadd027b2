#include "evidence/covariate.hpp"

namespace entente::evidence {

bool has_threshold(CovariateMeasure measure) noexcept {
    return measure == CovariateMeasure::CapabilityChange || measure == CovariateMeasure::Asymmetry ||
           measure == CovariateMeasure::RegimeChange || measure == CovariateMeasure::JointDemocracy ||
           measure == CovariateMeasure::SupportChangeDemocracy ||
           measure == CovariateMeasure::SupportChangeNonDemocracy;
}

}  // namespace entente::evidence
