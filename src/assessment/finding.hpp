// From what a factor's clusters say together to its posterior, its finding and how large the change is.
#pragma once

#include "assessment/assessment.hpp"
#include "assessment/clusters.hpp"
#include "evidence/protocol.hpp"

namespace entente::assessment {

// Posterior odds are prior odds times 10^(dB/10).
[[nodiscard]] Probabilities posterior(const evidence::Prior& prior, const Pull& pull) noexcept;

[[nodiscard]] Finding finding_of(const Probabilities& posterior, const evidence::FindingRule& rule) noexcept;

// What decides about one factor.
struct FactorEvidence {
    Pull pull;
    int items = 0;
    int weakening = 0;  // the largest magnitudes that pull each way
    int strengthening = 0;
};

[[nodiscard]] FactorEvidence evidence_of(const FactorWeight& weight) noexcept;

struct Judgement {
    Finding finding = Finding::NotAssessed;
    Probabilities posterior;  // the prior if not assessed
    Pull pull;                // capped
    bool capped = false;
    int magnitude = 0;  // 0 if not assessed
};

[[nodiscard]] Judgement judge(const FactorEvidence& factor, const evidence::Protocol& protocol) noexcept;

}  // namespace entente::assessment
