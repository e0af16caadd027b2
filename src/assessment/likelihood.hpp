// What one item says about one factor: decibels for the hypotheses weakened, unchanged and strengthened, and how far
// the grade of its source tempers them.
#pragma once

#include "assessment/assessment.hpp"
#include "evidence/coding.hpp"
#include "evidence/item.hpp"
#include "evidence/protocol.hpp"
#include "evidence/source.hpp"

namespace entente::assessment {

// b: the decibels of a new item of this kind about this alliance alone.
[[nodiscard]] double new_decibels(evidence::Kind kind, const evidence::Protocol& protocol) noexcept;

// b′: the decibels that a continuity item takes from both kinds of change.
[[nodiscard]] double continuity_decibels(evidence::Kind kind, const evidence::Protocol& protocol) noexcept;

// 1–3: how large a change of this kind is.
[[nodiscard]] int magnitude_of(evidence::Kind kind, const evidence::Magnitudes& magnitudes) noexcept;

struct Content {
    evidence::Kind kind = evidence::Kind::Words;
    evidence::Direction direction = evidence::Direction::Endurance;
    evidence::Novelty novelty = evidence::Novelty::Continuity;
    double specificity = 1;
};

// Before the source's grade is looked at.
[[nodiscard]] DecibelVector untempered(const Content& content, const evidence::Protocol& protocol) noexcept;

// Reliability × credibility, as a probability.
[[nodiscard]] double reliance_on(evidence::Grade grade, const evidence::GradeWeights& weights) noexcept;

[[nodiscard]] DecibelVector tempered(const DecibelVector& decibels, double reliance) noexcept;

// How much a vector says at all: its largest component less its smallest.
[[nodiscard]] double spread(const DecibelVector& decibels) noexcept;

// What an item of the baseline's making adds to how a factor stands: endurance up, collapse down; new items nothing.
[[nodiscard]] double standing_decibels(const Content& content, double reliance,
                                       const evidence::Protocol& protocol) noexcept;

// n reports of one thing, correlated by ρ, say as much as n / (1 + (n − 1) ρ) independent ones: n over the design
// effect of Kish, Survey Sampling (1965), §5.4. At most 1/ρ.
[[nodiscard]] double dependence_multiplier(int items, double correlation) noexcept;

}  // namespace entente::assessment
