#include "assessment/likelihood.hpp"

#include <algorithm>
#include <cmath>

namespace entente::assessment {

using evidence::Kind;

// An absence that was searched for has become words by the time it is weighed.
double new_decibels(Kind kind, const evidence::Protocol& protocol) noexcept {
    switch (kind) {
        case Kind::Words:
        case Kind::Absence:
            return protocol.decibels.words;
        case Kind::Opinion:
            return protocol.decibels.opinion;
        case Kind::Act:
            return protocol.decibels.act;
        case Kind::Structural:
            return protocol.decibels.structural;
    }
    return 0;
}

double continuity_decibels(Kind kind, const evidence::Protocol& protocol) noexcept {
    switch (kind) {
        case Kind::Words:
        case Kind::Absence:
            return protocol.continuity.words * protocol.ritual_weight;
        case Kind::Opinion:
            return protocol.continuity.opinion * protocol.ritual_weight;
        case Kind::Act:
            return protocol.continuity.act_share * protocol.decibels.act;
        case Kind::Structural:
            return protocol.continuity.structural_share * protocol.decibels.structural;
    }
    return 0;
}

int magnitude_of(Kind kind, const evidence::Magnitudes& magnitudes) noexcept {
    switch (kind) {
        case Kind::Words:
        case Kind::Absence:
            return magnitudes.words;
        case Kind::Opinion:
            return magnitudes.opinion;
        case Kind::Act:
            return magnitudes.act;
        case Kind::Structural:
            return magnitudes.structural;
    }
    return 0;
}

DecibelVector untempered(const Content& content, const evidence::Protocol& protocol) noexcept {
    if (content.novelty == evidence::Novelty::Continuity) {
        const double decibels = continuity_decibels(content.kind, protocol) * content.specificity;
        return {-decibels, 0, -decibels};
    }
    const double decibels = new_decibels(content.kind, protocol) * content.specificity;
    if (content.direction == evidence::Direction::Collapse) return {decibels, 0, -decibels};
    return {-decibels, 0, decibels};
}

double reliance_on(evidence::Grade grade, const evidence::GradeWeights& weights) noexcept {
    const auto reliability = static_cast<std::size_t>(grade.reliability - 'A');
    const auto credibility = static_cast<std::size_t>(grade.credibility - 1);
    return weights.reliability[reliability] * weights.credibility[credibility];
}

// L′ = r L + (1 − r) mean(L): with probability 1 − r the report says nothing about the hypotheses.
// Decibels: Good, Probability and the Weighing of Evidence (1950), ch. 6.
DecibelVector tempered(const DecibelVector& decibels, double reliance) noexcept {
    DecibelVector likelihood{};
    double mean = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        likelihood[i] = std::pow(10.0, decibels[i] / 10);
        mean += likelihood[i] / 3;
    }
    DecibelVector result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = 10 * std::log10(reliance * likelihood[i] + (1 - reliance) * mean);
    }
    return result;
}

double spread(const DecibelVector& decibels) noexcept {
    const auto [smallest, largest] = std::minmax({decibels[0], decibels[1], decibels[2]});
    return largest - smallest;
}

double standing_decibels(const Content& content, double reliance, const evidence::Protocol& protocol) noexcept {
    if (content.novelty == evidence::Novelty::New) return 0;
    const double decibels = new_decibels(content.kind, protocol) * content.specificity * reliance;
    return content.direction == evidence::Direction::Endurance ? decibels : -decibels;
}

double dependence_multiplier(int items, double correlation) noexcept {
    return items == 0 ? 0 : items / (1 + (items - 1) * correlation);
}

}  // namespace entente::assessment
