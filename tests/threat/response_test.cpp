#include "threat/response.hpp"

#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "small_theory.hpp"

namespace entente::threat {
namespace {

using evidence::Response;
using evidence::ThreatValue;
using testing::small_theory;

evidence::ResponseRule rule(std::string id, std::vector<evidence::ResponseCondition> when, Response pushes,
                            double decibels) {
    evidence::ResponseRule one;
    one.id = std::move(id);
    one.when = std::move(when);
    one.pushes = pushes;
    one.decibels = decibels;
    return one;
}

// A strong threat makes for balancing, weakness for bandwagoning.
evidence::ThreatTheory two_rules() {
    auto theory = small_theory();
    theory.rules = {rule("strong", {{ThreatValue::PowerRatio, 2, {}}}, Response::Balance, 10),
                    rule("weak", {{ThreatValue::OwnPower, {}, 0.005}, {ThreatValue::DefenceAllies, {}, 0}},
                         Response::Bandwagon, 5)};
    return theory;
}

ResponseFacts facts(double power_ratio, double own_power, double allies) {
    ResponseFacts given;
    given[ThreatValue::PowerRatio] = Reading::of(power_ratio);
    given[ThreatValue::OwnPower] = Reading::of(own_power);
    given[ThreatValue::DefenceAllies] = Reading::of(allies);
    return given;
}

// Even odds and 10 dB are 10 : 1, P = 10/11.
TEST(PredictResponse, turns_ten_decibels_into_ten_times_the_odds) {
    const auto prediction = predict_response(two_rules(), facts(2, 0.1, 1));
    EXPECT_DOUBLE_EQ(prediction.decibels, 10);
    EXPECT_NEAR(prediction.balances, 10.0 / 11, 1e-12);
    EXPECT_EQ(prediction.response, PredictedResponse::Balance);
}

// P = .8 are odds of 4 : 1, 10 · log10(4) = 6.0206 dB.
TEST(PredictResponse, begins_with_the_prior) {
    auto theory = two_rules();
    theory.prior = 0.8;
    const auto prediction = predict_response(theory, facts(1, 0.1, 1));
    EXPECT_NEAR(prediction.prior_decibels, 6.0206, 1e-4);
    EXPECT_NEAR(prediction.balances, 0.8, 1e-12);
}

// 10 − 5 dB on even odds: 10^.5 : 1, P = .7597469.
TEST(PredictResponse, adds_what_pushes_both_ways) {
    const auto prediction = predict_response(two_rules(), facts(5, 0.001, 0));
    EXPECT_DOUBLE_EQ(prediction.decibels, 5);
    EXPECT_NEAR(prediction.balances, 0.7597469, 1e-7);
    EXPECT_EQ(prediction.rules[1].decibels, -5);
}

TEST(PredictResponse, answers_by_the_thresholds_of_the_theory) {
    auto theory = two_rules();
    EXPECT_EQ(predict_response(theory, facts(1, 0.1, 1)).response, PredictedResponse::Open);
    EXPECT_EQ(predict_response(theory, facts(1, 0.001, 0)).response, PredictedResponse::Bandwagon);
    theory.balances_from = 0.5;
    EXPECT_EQ(predict_response(theory, facts(1, 0.1, 1)).response, PredictedResponse::Balance);
}

TEST(PredictResponse, takes_a_bound_as_met_on_the_bound) {
    EXPECT_EQ(predict_response(two_rules(), facts(2, 0.005, 0)).rules[1].outcome, RuleOutcome::Met);
    auto theory = two_rules();
    theory.rules[0].when[0].at_most = 3;
    EXPECT_EQ(predict_response(theory, facts(3, 1, 1)).rules[0].outcome, RuleOutcome::Met);
    EXPECT_EQ(predict_response(theory, facts(3.1, 1, 1)).rules[0].outcome, RuleOutcome::NotMet);
}

TEST(PredictResponse, says_that_a_rule_is_not_met_as_soon_as_one_condition_is_not) {
    auto given = facts(1, 0.1, 0);
    given[ThreatValue::DefenceAllies] = Reading::missing(Reason::NoDataset);
    const auto prediction = predict_response(two_rules(), given);
    EXPECT_EQ(prediction.rules[1].outcome, RuleOutcome::NotMet);
    EXPECT_EQ(prediction.rules[1].conditions[1].outcome, RuleOutcome::CannotJudge);
}

// Even odds and a rule of 5 dB towards bandwagoning that may or may not be met: between 1 / (1 + 10^.5) = .2402531
// and one half.
TEST(PredictResponse, counts_a_rule_that_cannot_be_judged_in_the_bounds_only) {
    auto given = facts(1, 0.001, 0);
    given[ThreatValue::DefenceAllies] = Reading::missing(Reason::OutsideCoverage);
    const auto prediction = predict_response(two_rules(), given);
    EXPECT_EQ(prediction.rules[1].outcome, RuleOutcome::CannotJudge);
    EXPECT_EQ(prediction.rules[1].decibels, 0);
    EXPECT_EQ(prediction.rules[1].conditions[1].got.reason, Reason::OutsideCoverage);
    EXPECT_NEAR(prediction.balances, 0.5, 1e-12);
    EXPECT_NEAR(prediction.least, 0.2402531, 1e-7);
    EXPECT_NEAR(prediction.most, 0.5, 1e-12);
}

TEST(PredictResponse, cannot_judge_where_no_rule_can_be_judged) {
    const auto prediction = predict_response(two_rules(), {});
    EXPECT_EQ(prediction.response, PredictedResponse::CannotJudge);
    EXPECT_NEAR(prediction.balances, 0.5, 1e-12);
    EXPECT_LT(prediction.least, prediction.balances);
    EXPECT_GT(prediction.most, prediction.balances);
}

evidence::ThreatTheory facing() {
    auto theory = two_rules();
    theory.faces = {{ThreatValue::AggressiveIntentions, 0.2, {}}};
    return theory;
}

TEST(PredictResponse, answers_that_there_is_no_threat_and_traces_the_rules_all_the_same) {
    auto given = facts(2, 0.1, 1);
    given[ThreatValue::AggressiveIntentions] = Reading::of(0.012);
    const auto prediction = predict_response(facing(), given);
    EXPECT_EQ(prediction.response, PredictedResponse::NoThreat);
    EXPECT_FALSE(prediction.has_probability());
    EXPECT_EQ(prediction.faces_threat, RuleOutcome::NotMet);
    ASSERT_EQ(prediction.faces.size(), 1U);
    EXPECT_EQ(prediction.faces[0].got.value, 0.012);
    EXPECT_EQ(prediction.rules[0].outcome, RuleOutcome::Met);
}

TEST(PredictResponse, answers_where_the_conditions_of_facing_a_threat_are_met) {
    auto given = facts(2, 0.1, 1);
    given[ThreatValue::AggressiveIntentions] = Reading::of(0.2);
    const auto prediction = predict_response(facing(), given);
    EXPECT_EQ(prediction.response, PredictedResponse::Balance);
    EXPECT_TRUE(prediction.has_probability());
}

TEST(PredictResponse, goes_on_where_it_cannot_be_judged_whether_there_is_a_threat) {
    auto given = facts(2, 0.1, 1);
    given[ThreatValue::AggressiveIntentions] = Reading::missing(Reason::OutsideCoverage);
    const auto prediction = predict_response(facing(), given);
    EXPECT_EQ(prediction.response, PredictedResponse::Balance);
    EXPECT_EQ(prediction.faces_threat, RuleOutcome::CannotJudge);
    EXPECT_EQ(prediction.faces[0].got.reason, Reason::OutsideCoverage);
}

TEST(PredictResponse, of_a_sworn_ally_says_what_it_would_be_without_the_pledge) {
    auto given = facts(2, 0.1, 1);
    given[ThreatValue::AggressiveIntentions] = Reading::of(0.3);
    EXPECT_EQ(predict_response(facing(), given).were_it_no_ally, std::nullopt);
    given.sworn_ally = true;
    const auto prediction = predict_response(facing(), given);
    EXPECT_EQ(prediction.response, PredictedResponse::Ally);
    EXPECT_EQ(prediction.were_it_no_ally, PredictedResponse::Balance);
    EXPECT_FALSE(prediction.has_probability());
    given[ThreatValue::AggressiveIntentions] = Reading::of(0.1);
    EXPECT_EQ(predict_response(facing(), given).were_it_no_ally, PredictedResponse::NoThreat);
}

TEST(ThreatStatus, is_that_of_an_ally_whatever_the_conditions_say) {
    ResponseFacts given;
    EXPECT_EQ(threat_status(facing(), given), ThreatStatus::CannotJudge);
    given[ThreatValue::AggressiveIntentions] = Reading::of(0.2);
    EXPECT_EQ(threat_status(facing(), given), ThreatStatus::Threat);
    given[ThreatValue::AggressiveIntentions] = Reading::of(0.19);
    EXPECT_EQ(threat_status(facing(), given), ThreatStatus::NoThreat);
    given.sworn_ally = true;
    EXPECT_EQ(threat_status(facing(), given), ThreatStatus::Ally);
}

// A theory without the condition takes every state for a threat that is no ally.
TEST(ThreatStatus, is_a_threat_where_the_theory_asks_for_nothing) {
    EXPECT_EQ(threat_status(two_rules(), {}), ThreatStatus::Threat);
}

TEST(PredictResponse, is_mirrored_when_every_push_and_the_prior_are) {
    auto theory = two_rules();
    theory.prior = 0.8;
    auto mirrored = theory;
    mirrored.prior = 0.2;
    for (auto& each : mirrored.rules) {
        each.pushes = each.pushes == Response::Balance ? Response::Bandwagon : Response::Balance;
    }
    auto given = facts(5, 0.001, 0);
    given[ThreatValue::DefenceAllies] = Reading::missing(Reason::NoDataset);
    const auto one = predict_response(theory, given);
    const auto other = predict_response(mirrored, given);
    EXPECT_NEAR(one.decibels, -other.decibels, 1e-12);
    EXPECT_NEAR(one.balances, 1 - other.balances, 1e-12);
    EXPECT_NEAR(one.least, 1 - other.most, 1e-12);
    EXPECT_NEAR(one.most, 1 - other.least, 1e-12);
}

TEST(PredictResponse, keeps_every_probability_and_its_bounds_in_order) {
    std::mt19937 draw{2};
    std::uniform_real_distribution<double> chance{0, 1};
    auto theory = two_rules();
    theory.rules.push_back(rule("certain", {{ThreatValue::AllyGain, 1, {}}}, Response::Balance, 100));
    for (int time = 0; time < 500; ++time) {
        theory.prior = 0.001 + 0.998 * chance(draw);
        ResponseFacts given;
        for (const auto value :
             {ThreatValue::PowerRatio, ThreatValue::OwnPower, ThreatValue::DefenceAllies, ThreatValue::AllyGain}) {
            if (chance(draw) < 0.7) given[value] = Reading::of(3 * chance(draw) * chance(draw));
        }
        const auto prediction = predict_response(theory, given);
        EXPECT_GE(prediction.least, 0);
        EXPECT_LE(prediction.least, prediction.balances);
        EXPECT_LE(prediction.balances, prediction.most);
        EXPECT_LE(prediction.most, 1);
        EXPECT_TRUE(std::isfinite(prediction.decibels));
    }
}

TEST(PredictResponse, does_not_depend_on_the_order_of_the_rules) {
    auto theory = two_rules();
    const auto given = facts(5, 0.001, 0);
    const double before = predict_response(theory, given).balances;
    std::swap(theory.rules[0], theory.rules[1]);
    EXPECT_NEAR(predict_response(theory, given).balances, before, 1e-12);
}

}  // namespace
}  // namespace entente::threat
