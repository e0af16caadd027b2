#include "threat/response.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::threat {
namespace {

// Odds in tenths of a power of ten, so that evidence adds: Good (1950), "Probability and the Weighing of Evidence".
double decibels_of(double probability) {
    return 10 * std::log10(probability / (1 - probability));
}

double probability_of(double decibels) {
    return 1 / (1 + std::pow(10, -decibels / 10));
}

ConditionOutcome outcome_of(const evidence::ResponseCondition& condition, const ResponseFacts& facts) {
    ConditionOutcome outcome{condition.value, facts[condition.value], RuleOutcome::CannotJudge};
    if (!outcome.got.known()) return outcome;
    const bool holds = (!condition.at_least || outcome.got.value >= *condition.at_least) &&
                       (!condition.at_most || outcome.got.value <= *condition.at_most);
    outcome.outcome = holds ? RuleOutcome::Met : RuleOutcome::NotMet;
    return outcome;
}

RuleOutcome outcome_of(const std::vector<ConditionOutcome>& conditions) {
    const auto any = [&conditions](RuleOutcome outcome) {
        return std::any_of(conditions.begin(), conditions.end(),
                           [outcome](const auto& condition) { return condition.outcome == outcome; });
    };
    if (any(RuleOutcome::NotMet)) return RuleOutcome::NotMet;
    return any(RuleOutcome::CannotJudge) ? RuleOutcome::CannotJudge : RuleOutcome::Met;
}

double push_of(const evidence::ResponseRule& rule) {
    return rule.pushes == evidence::Response::Balance ? rule.decibels : -rule.decibels;
}

RuleTrace trace_of(const evidence::ResponseRule& rule, const ResponseFacts& facts) {
    RuleTrace trace;
    trace.rule = &rule;
    for (const auto& condition : rule.when) trace.conditions.push_back(outcome_of(condition, facts));
    trace.outcome = outcome_of(trace.conditions);
    if (trace.outcome == RuleOutcome::Met) trace.decibels = push_of(rule);
    return trace;
}

std::vector<ConditionOutcome> faces_of(const evidence::ThreatTheory& theory, const ResponseFacts& facts) {
    std::vector<ConditionOutcome> faces;
    for (const auto& condition : theory.faces) faces.push_back(outcome_of(condition, facts));
    return faces;
}

PredictedResponse response_of_no_ally(const evidence::ThreatTheory& theory, const ResponsePrediction& prediction) {
    if (prediction.faces_threat == RuleOutcome::NotMet) return PredictedResponse::NoThreat;
    if (std::all_of(prediction.rules.begin(), prediction.rules.end(),
                    [](const auto& rule) { return rule.outcome == RuleOutcome::CannotJudge; })) {
        return PredictedResponse::CannotJudge;
    }
    if (prediction.balances >= theory.balances_from) return PredictedResponse::Balance;
    if (prediction.balances <= theory.bandwagons_to) return PredictedResponse::Bandwagon;
    return PredictedResponse::Open;
}

}  // namespace

ResponsePrediction predict_response(const evidence::ThreatTheory& theory, const ResponseFacts& facts) {
    ResponsePrediction prediction;
    prediction.faces = faces_of(theory, facts);
    prediction.faces_threat = outcome_of(prediction.faces);
    prediction.prior_decibels = decibels_of(theory.prior);
    prediction.decibels = prediction.prior_decibels;
    double unjudged_down = 0;
    double unjudged_up = 0;
    for (const auto& rule : theory.rules) {
        prediction.rules.push_back(trace_of(rule, facts));
        prediction.decibels += prediction.rules.back().decibels;
        if (prediction.rules.back().outcome != RuleOutcome::CannotJudge) continue;
        unjudged_down += std::min(0.0, push_of(rule));
        unjudged_up += std::max(0.0, push_of(rule));
    }
    prediction.balances = probability_of(prediction.decibels);
    prediction.least = probability_of(prediction.decibels + unjudged_down);
    prediction.most = probability_of(prediction.decibels + unjudged_up);
    prediction.response = response_of_no_ally(theory, prediction);
    if (facts.sworn_ally) {
        prediction.were_it_no_ally = std::exchange(prediction.response, PredictedResponse::Ally);
    }
    return prediction;
}

ThreatStatus threat_status(const evidence::ThreatTheory& theory, const ResponseFacts& facts) {
    if (facts.sworn_ally) return ThreatStatus::Ally;
    switch (outcome_of(faces_of(theory, facts))) {
        case RuleOutcome::Met:
            return ThreatStatus::Threat;
        case RuleOutcome::NotMet:
            return ThreatStatus::NoThreat;
        case RuleOutcome::CannotJudge:
            break;
    }
    return ThreatStatus::CannotJudge;
}

}  // namespace entente::threat
