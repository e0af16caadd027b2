#include "outlook/possible_values.hpp"

#include <cmath>

#include <fmt/format.h>

namespace entente::outlook {
namespace {

using evidence::CovariateMeasure;

// Sums of written decimals miss a whole number by less.
constexpr double kRounding = 1e-9;

}  // namespace

PossibleValues possible_values(CovariateMeasure measure) noexcept {
    switch (measure) {
        case CovariateMeasure::CapabilityChange:
        case CovariateMeasure::Asymmetry:
        case CovariateMeasure::SharedRival:
        case CovariateMeasure::RegimeChange:
        case CovariateMeasure::SupportChange:
        case CovariateMeasure::SupportChangeDemocracy:
        case CovariateMeasure::SupportChangeNonDemocracy:
        case CovariateMeasure::LeaderChange:
        case CovariateMeasure::JointDemocracy:
        case CovariateMeasure::NewOutsideAlliance:
        case CovariateMeasure::NonMilitaryCooperation:
        case CovariateMeasure::RatifiedTreaty:
            return {0, 1, true};
        case CovariateMeasure::MilitaryInstitutions:
            return {0, 2, true};
        case CovariateMeasure::CombinedCapability:
        case CovariateMeasure::PolityDistance:
            return {0, 1, false};
        case CovariateMeasure::CapabilityRatio:
        case CovariateMeasure::AlliesOfLeader:
            return {0, std::nullopt, false};
        case CovariateMeasure::RivalPressureChange:
            break;
    }
    return {};
}

bool is_possible(const PossibleValues& values, double value) noexcept {
    if (!std::isfinite(value)) return false;
    if (values.low && value < *values.low - kRounding) return false;
    if (values.high && value > *values.high + kRounding) return false;
    return !values.whole || std::abs(value - std::round(value)) <= kRounding;
}

std::string words_of(const PossibleValues& values) {
    if (!values.low) return "any number";
    if (!values.high) return fmt::format("{:g} or more", *values.low);
    if (!values.whole) return fmt::format("between {:g} and {:g}", *values.low, *values.high);
    const auto low = std::lround(*values.low);
    const auto high = std::lround(*values.high);
    std::string words = std::to_string(low);
    for (auto value = low + 1; value < high; ++value) words += ", " + std::to_string(value);
    return words + " or " + std::to_string(high);
}

}  // namespace entente::outlook
