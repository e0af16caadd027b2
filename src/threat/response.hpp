// Will a state balance against a threat or bandwagon with it: whether it faces one, the rules of a theory, each with
// what met it, and the probability that follows. The rules are a stated reading of the theory; the probability is not
// estimated from data.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/missing.hpp"
#include "core/named_enum.hpp"
#include "evidence/threat_theory.hpp"

namespace entente::threat {

// One value for each of evidence::ThreatValue, in its order.
struct ResponseFacts {
    std::array<Reading, 11> values{};
    bool sworn_ally = false;  // the other has pledged to defend the state

    [[nodiscard]] const Reading& operator[](evidence::ThreatValue value) const {
        return values[static_cast<std::size_t>(value)];
    }
    [[nodiscard]] Reading& operator[](evidence::ThreatValue value) { return values[static_cast<std::size_t>(value)]; }
};

enum class RuleOutcome { Met, NotMet, CannotJudge };

struct ConditionOutcome {
    evidence::ThreatValue value = evidence::ThreatValue::ThreatPower;
    Reading got;
    RuleOutcome outcome = RuleOutcome::CannotJudge;
};

struct RuleTrace {
    const evidence::ResponseRule* rule = nullptr;
    RuleOutcome outcome =
        RuleOutcome::CannotJudge;  // NotMet as soon as one condition is not; else CannotJudge if one cannot be judged
    std::vector<ConditionOutcome> conditions;
    double decibels = 0;  // towards balancing; negative towards bandwagoning; 0 unless met
};

// What another state is to the one that it may threaten. Nothing of it enters a component or a rank.
enum class ThreatStatus {
    Threat,       // the conditions of facing a threat are met
    NoThreat,     // one of them is not
    Ally,         // it has pledged to defend the state, whatever the conditions say
    CannotJudge,  // one cannot be judged, and the others are met
};

enum class PredictedResponse {
    Balance,
    Bandwagon,
    Open,
    CannotJudge,  // no rule could be judged
    NoThreat,     // a condition of facing a threat is not met
    Ally,         // the other has pledged to defend the state
};

struct ResponsePrediction {
    std::vector<ConditionOutcome> faces;          // the conditions of facing a threat, in the order of the theory
    RuleOutcome faces_threat = RuleOutcome::Met;  // CannotJudge: the answer goes on as if the state faced one
    std::vector<RuleTrace> rules;                 // in the order of the theory
    double prior_decibels = 0;                    // 10·log10(prior / (1 − prior))
    double decibels = 0;                          // prior and rules
    double balances = 0;                          // P(balance | the state faces this threat)
    double least = 0;  // with every rule that cannot be judged counted as it would pull down …
    double most = 0;   // … and up
    PredictedResponse response = PredictedResponse::Open;
    std::optional<PredictedResponse> were_it_no_ally;  // the answer without the pledge; of an ally only

    // To no threat, and to an ally, there is no balancing: the probability is then of nothing.
    [[nodiscard]] bool has_probability() const {
        return response != PredictedResponse::NoThreat && response != PredictedResponse::Ally;
    }
};

[[nodiscard]] ResponsePrediction predict_response(const evidence::ThreatTheory& theory, const ResponseFacts& facts);

[[nodiscard]] ThreatStatus threat_status(const evidence::ThreatTheory& theory, const ResponseFacts& facts);

}  // namespace entente::threat

template <>
struct entente::NamesOf<entente::threat::RuleOutcome> {
    static constexpr std::array<std::string_view, 3> names{"met", "not-met", "cannot-judge"};
};
template <>
struct entente::NamesOf<entente::threat::ThreatStatus> {
    static constexpr std::array<std::string_view, 4> names{"threat", "no-threat", "ally", "cannot-judge"};
};
template <>
struct entente::NamesOf<entente::threat::PredictedResponse> {
    static constexpr std::array<std::string_view, 6> names{"balance",      "bandwagon", "open",
                                                           "cannot-judge", "no-threat", "ally"};
};
