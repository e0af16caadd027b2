#include "reports/json_threat.hpp"

#include <gtest/gtest.h>

#include "reports/json.hpp"
#include "threat_results.hpp"

namespace entente::reports {
namespace {

const Json& first_year(const Json& json) {
    return json.at("states").at(0).at("years").at(0);
}

}  // namespace

TEST(ThreatJson, has_a_value_or_null_with_the_reason_beside_it) {
    const auto json = threat_object(small_threat_result());
    const auto& threats = first_year(json).at("threats");
    EXPECT_EQ(threats.at(0).at("components").at(0).at("value"), 0.25);
    EXPECT_TRUE(threats.at(0).at("components").at(0).at("why_not").is_null());
    EXPECT_TRUE(threats.at(2).at("components").at(1).at("value").is_null());
    EXPECT_EQ(threats.at(2).at("components").at(1).at("why_not"), "outside coverage");
    EXPECT_EQ(threats.at(0).at("components").at(1).at("parts").at(1).at("why_not"), "no data set");
}

TEST(ThreatJson, gives_no_rank_and_no_share_to_a_state_without_a_composite) {
    const auto json = threat_object(small_threat_result());
    const auto& without = first_year(json).at("threats").at(2);
    for (const auto* key : {"rank", "best", "worst", "first_share", "composite"})
        EXPECT_TRUE(without.at(key).is_null()) << key;
    EXPECT_EQ(without.at("composite_why_not"), "outside coverage");
    EXPECT_EQ(without.at("by_component").dump(), "[3,null]");
}

TEST(ThreatJson, has_nine_significant_digits) {
    const auto json = threat_object(small_threat_result());
    EXPECT_EQ(first_year(json).at("threats").at(0).at("first_share").dump(), "0.666666667");
}

TEST(ThreatJson, says_when_strength_at_a_distance_is_inflated) {
    const auto json = threat_object(small_threat_result());
    EXPECT_EQ(first_year(json).at("threats").at(0).at("capability_at_distance").dump(),
              R"({"value":0.3,"why_not":null,"inflated":true})");
}

TEST(ThreatJson, has_force_posture_beside_the_components) {
    auto result = small_threat_result();
    add_small_posture(result);
    const auto json = threat_object(result);
    const auto& threats = first_year(json).at("threats");
    EXPECT_EQ(threats.at(0).at("posture").at(0).at("id"), "sent");
    EXPECT_EQ(threats.at(0).at("posture").at(0).at("in_it").at("value"), 1200);
    EXPECT_EQ(threats.at(2).at("posture").at(0).at("in_it").dump(), R"({"value":null,"why_not":"no row"})");
    const auto& sender = threats.at(1).at("posture").at(0);
    EXPECT_EQ(sender.at("in_it").at("why_not"), "not applicable");
    EXPECT_EQ(sender.at("in_neighbours").at("value"), 1200);
    EXPECT_EQ(sender.at("neighbours").dump(),
              R"([{"code":"A","name":"Aland","number":1,"value":1200.0,"why_not":null}])");
    EXPECT_EQ(json.at("theory").at("force_posture").at(0).at("variables").dump(), R"(["some-data.troops"])");
}

TEST(ThreatJson, traces_a_rule_with_the_value_that_it_asked_for) {
    auto result = small_threat_result();
    add_small_response(result);
    const auto json = threat_object(result);
    const auto& prediction = first_year(json).at("responses").at(0).at("prediction");
    const auto& met = prediction.at("rules").at(0);
    EXPECT_EQ(met.at("outcome"), "met");
    EXPECT_EQ(met.at("decibels"), 3.0);
    EXPECT_EQ(met.at("conditions").at(0).at("got"), 4.0);
    EXPECT_EQ(met.at("conditions").at(0).at("at_least"), 2.0);
    EXPECT_TRUE(met.at("conditions").at(0).at("at_most").is_null());
    const auto& unjudged = prediction.at("rules").at(1);
    EXPECT_EQ(unjudged.at("outcome"), "cannot-judge");
    EXPECT_EQ(unjudged.at("decibels"), 0.0);
    EXPECT_EQ(unjudged.at("conditions").at(0).at("why_not"), "no data set");
    // Prior .8 is 6.0206 dB; with 3 dB the odds are 10^.90206 = 7.981, P = .888654; less 1 dB for the rule that cannot
    // be judged 10^.80206 = 6.3396, P = .863752.
    EXPECT_NEAR(prediction.at("probability").get<double>(), 0.888654, 1e-6);
    EXPECT_NEAR(prediction.at("least").get<double>(), 0.863752, 1e-6);
    EXPECT_EQ(prediction.at("most"), prediction.at("probability"));
}

TEST(ThreatJson, gives_no_probability_to_an_ally_and_to_what_is_no_threat) {
    auto result = small_threat_result();
    result.theory.faces = {{evidence::ThreatValue::AggressiveIntentions, 0.2, std::nullopt}};
    add_small_response(result);
    auto& response = result.states[0].years[0].responses[0];
    response.facts[evidence::ThreatValue::AggressiveIntentions] = Reading::of(0.1);
    response.prediction = threat::predict_response(result.theory, response.facts);
    const auto none = threat_object(result);
    const auto& no_threat = first_year(none).at("responses").at(0).at("prediction");
    EXPECT_EQ(no_threat.at("response"), "no-threat");
    for (const auto* key : {"probability", "least", "most", "were_it_no_ally"}) {
        EXPECT_TRUE(no_threat.at(key).is_null()) << key;
    }
    EXPECT_EQ(no_threat.at("faces").at("outcome"), "not-met");
    EXPECT_EQ(no_threat.at("faces").at("conditions").at(0).at("got"), 0.1);

    response.facts[evidence::ThreatValue::AggressiveIntentions] = Reading::of(0.2);
    response.facts.sworn_ally = true;
    response.prediction = threat::predict_response(result.theory, response.facts);
    const auto sworn = threat_object(result);
    const auto& ally = first_year(sworn).at("responses").at(0).at("prediction");
    EXPECT_EQ(ally.at("response"), "ally");
    EXPECT_TRUE(ally.at("probability").is_null());
    EXPECT_NEAR(ally.at("were_it_no_ally").at("probability").get<double>(), 0.888654, 1e-6);
}

TEST(ThreatJson, says_what_each_state_is_and_who_is_principal) {
    auto result = small_threat_result();
    auto& year = result.states[0].years[0];
    year.threats[0].status = threat::ThreatStatus::Ally;
    year.threats[1].status = threat::ThreatStatus::CannotJudge;
    year.threats[2].status = threat::ThreatStatus::NoThreat;
    year.principal.erase(year.principal.begin());
    const auto json = threat_object(result);
    EXPECT_EQ(first_year(json).at("principal").dump(), R"([{"code":"B","name":"Bland","number":2}])");
    EXPECT_EQ(first_year(json).at("threats").at(0).at("is"), "ally");
    EXPECT_TRUE(first_year(json).at("threats").at(1).at("is").is_null());
    EXPECT_EQ(first_year(json).at("threats").at(2).at("is"), "no-threat");
}

TEST(ThreatJson, says_how_little_is_known_of_a_gauge_without_a_value) {
    auto result = small_threat_result();
    workbench::GaugedAlly ally;
    ally.ally = {3, "D", "Dland"};
    ally.facts[evidence::GaugeSign::Need] = Reading::of(0.5);
    result.theory.abandonment[0].weight = 0.25;
    result.theory.abandonment[1].weight = 0.75;
    result.theory.gauge_known_at_least = 0.5;
    ally.gauge = threat::ally_gauge(result.theory, ally.facts);
    result.states[0].years[0].allies.push_back(ally);
    const auto json = threat_object(result);
    const auto& gauge = first_year(json).at("allies").at(0).at("abandonment");
    EXPECT_TRUE(gauge.at("value").is_null());
    EXPECT_EQ(gauge.at("why_not"), "only 25% of the weight is known");
    EXPECT_EQ(gauge.at("signs").at(0).at("got"), 0.5);
}

TEST(ThreatJson, names_the_figures_behind_it) {
    auto result = small_threat_result();
    EXPECT_EQ(threat_object(result).at("figures"), "store");
    EXPECT_TRUE(threat_object(result).at("of_case").is_null());
    result.of_case.emplace();
    result.of_case->figures = workbench::FiguresOf::Case;
    EXPECT_EQ(threat_object(result).at("figures"), "case");
}

TEST(ThreatJson, leaves_the_years_of_a_source_that_is_not_at_hand_null) {
    const auto json = threat_object(small_threat_result());
    const auto& missing = json.at("sources").at(1);
    EXPECT_TRUE(missing.at("dataset").is_null());
    EXPECT_TRUE(missing.at("first").is_null());
    EXPECT_EQ(missing.at("why_not"), "add rivalries-tss");
}

}  // namespace entente::reports
