// The verdict over all factors: the exact distribution of the sum of signed magnitudes, and what it is called.
#pragma once

#include <span>

#include "assessment/assessment.hpp"
#include "assessment/finding.hpp"
#include "evidence/protocol.hpp"

namespace entente::assessment {

// P(net < 0), P(net = 0), P(net > 0), where net is the sum over the assessed factors of −magnitude if weakened,
// +magnitude if strengthened, the factors being independent.
[[nodiscard]] Probabilities net_change(std::span<const Judgement> factors);

// The same from the prior alone, all magnitudes 1, over as many factors.
[[nodiscard]] Probabilities net_change_without_evidence(std::span<const Judgement> factors,
                                                        const evidence::Prior& prior);

struct Ruling {
    VerdictDirection direction = VerdictDirection::NotAssessed;
    Size size = Size::None;
    Probabilities probability;
};

[[nodiscard]] Ruling rule_on(std::span<const Judgement> factors, const evidence::VerdictRule& rule);

// True for the findings that a verdict in this direction can rest on.
[[nodiscard]] bool found_or_leaning(Finding finding, VerdictDirection direction) noexcept;
[[nodiscard]] bool found(Finding finding, VerdictDirection direction) noexcept;

[[nodiscard]] VerdictDirection mirrored(VerdictDirection direction) noexcept;

}  // namespace entente::assessment
