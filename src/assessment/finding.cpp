#include "assessment/finding.hpp"

#include <algorithm>
#include <cmath>

namespace entente::assessment {

namespace {

// Sums of decibels in another order differ in their last bits; what is equal by symmetry must stay equal.
bool nearly_equal(double left, double right) noexcept {
    return std::abs(left - right) <= 1e-9 * (left + right);
}

// An item counts for the size of a change only on the side that the evidence makes likelier.
int magnitude_on_likelier_side(const FactorEvidence& factor, const Probabilities& posterior) noexcept {
    int magnitude = 0;
    if (nearly_equal(posterior.weakened, posterior.strengthened)) {
        magnitude = std::max(factor.weakening, factor.strengthening);
    } else {
        magnitude = posterior.weakened > posterior.strengthened ? factor.weakening : factor.strengthening;
    }
    return std::max(magnitude, 1);
}

}  // namespace

// Bayes' rule with weights of evidence in decibels: Good, Probability and the Weighing of Evidence (1950), ch. 6;
// for process tracing: Fairfield and Charman, Political Analysis 25:3 (2017), 363–380.
Probabilities posterior(const evidence::Prior& prior, const Pull& pull) noexcept {
    const double weakened = prior.weakened * std::pow(10.0, pull.weakened / 10);
    const double strengthened = prior.strengthened * std::pow(10.0, pull.strengthened / 10);
    const double sum = weakened + prior.unchanged + strengthened;
    return {weakened / sum, prior.unchanged / sum, strengthened / sum};
}

Finding finding_of(const Probabilities& posterior, const evidence::FindingRule& rule) noexcept {
    const auto leans = [&](double side, double other) {
        return side >= rule.leaning && side > rule.leaning_ratio * other;
    };
    if (posterior.weakened >= rule.found) return Finding::Weakened;
    if (posterior.strengthened >= rule.found) return Finding::Strengthened;
    if (leans(posterior.weakened, posterior.strengthened)) return Finding::LeaningWeakened;
    if (leans(posterior.strengthened, posterior.weakened)) return Finding::LeaningStrengthened;
    if (posterior.unchanged < rule.contested_below) return Finding::Contested;
    return Finding::Unchanged;
}

FactorEvidence evidence_of(const FactorWeight& weight) noexcept {
    return {.pull = weight.pull(),
            .items = weight.items(),
            .weakening = weight.weakening(),
            .strengthening = weight.strengthening()};
}

Judgement judge(const FactorEvidence& factor, const evidence::Protocol& protocol) noexcept {
    const auto& prior = protocol.prior;
    Judgement judgement;
    judgement.posterior = {prior.weakened, prior.unchanged, prior.strengthened};
    if (factor.items == 0) return judgement;

    const double cap = protocol.cap_decibels;
    judgement.pull = {std::clamp(factor.pull.weakened, -cap, cap), std::clamp(factor.pull.strengthened, -cap, cap)};
    judgement.capped = std::max(std::abs(factor.pull.weakened), std::abs(factor.pull.strengthened)) > cap;
    judgement.posterior = posterior(prior, judgement.pull);
    judgement.finding = finding_of(judgement.posterior, protocol.finding);
    judgement.magnitude = magnitude_on_likelier_side(factor, judgement.posterior);
    return judgement;
}

}  // namespace entente::assessment
