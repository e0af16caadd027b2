// What a state does about its threats, and what its allies are worth to it then (threat_store.hpp says what is made
// up).
#include "workbench/threat.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "workbench/threat_state.hpp"

namespace entente::workbench {
namespace {

using evidence::GaugeSign;
using evidence::ThreatValue;

class ThreatResponse : public testing::ThreatsToJapan {};

// Johnson (2017): .3 / (.3 + .1) alone; with the United States .3 / (.3 + .1 + .5).
TEST_F(ThreatResponse, responds_with_the_ally_that_takes_most) {
    fill();
    auto request = japan(1998);
    request.against = {"CHN"};
    const auto result = threat(request);
    const auto& year = result.states[0].years[0];
    ASSERT_EQ(year.threats.size(), 1U);
    ASSERT_EQ(year.responses.size(), 1U);
    const auto& response = year.responses[0];
    ASSERT_TRUE(response.ally);
    EXPECT_EQ(response.ally->ally.code, "USA");
    EXPECT_TRUE(response.ally->pledged);
    EXPECT_DOUBLE_EQ(response.ally->alone.value, 0.75);
    EXPECT_NEAR(response.ally->with_ally.value, 1.0 / 3, 1e-12);
    EXPECT_NEAR(response.facts[ThreatValue::AllyGain].value, 0.75 - 1.0 / 3, 1e-12);
    EXPECT_EQ(response.facts[ThreatValue::DefenceAllies].value, 1);
    EXPECT_NEAR(response.facts[ThreatValue::PowerRatio].value, 3, 1e-12);
    EXPECT_EQ(response.facts[ThreatValue::RegimeDistance].reason, Reason::NoDataset);
}

// North Korea's pledges come from China alone: no ally against China.
TEST_F(ThreatResponse, counts_no_pledge_of_the_threat_itself) {
    fill();
    auto request = japan(1998);
    request.state = "PRK";
    request.against = {"CHN", "JPN"};
    const auto result = threat(request);
    for (const auto& response : result.states[0].years[0].responses) {
        const bool china = response.threat.code == "CHN";
        EXPECT_EQ(response.facts[ThreatValue::DefenceAllies].value, china ? 0 : 1);
        EXPECT_EQ(response.ally.has_value(), !china);
        EXPECT_EQ(response.facts[ThreatValue::AllyGain].reason, china ? Reason::NotApplicable : Reason::Present);
    }
}

TEST_F(ThreatResponse, takes_the_ally_asked_for_even_without_a_pledge) {
    fill();
    auto request = japan(1990);  // the pledge began in 1992
    request.ally = "USA";
    request.against = {"PRK"};
    const auto result = threat(request);
    const auto& response = result.states[0].years[0].responses[0];
    ASSERT_TRUE(response.ally);
    EXPECT_FALSE(response.ally->pledged);
    EXPECT_NEAR(response.ally->gain.value, 0.5 - 1.0 / 7, 1e-12);
    // What its help would do is the question, so it counts as the one ally.
    EXPECT_EQ(response.facts[ThreatValue::DefenceAllies].value, 1);
}

// The United States have pledged to defend Japan; the question is what China's help would do, which has not.
TEST_F(ThreatResponse, counts_no_pledge_of_others_beside_an_ally_that_has_not_pledged) {
    fill();
    auto request = japan(1998);
    request.ally = "CHN";
    request.against = {"PRK"};
    const auto result = threat(request);
    const auto& response = result.states[0].years[0].responses[0];
    ASSERT_TRUE(response.ally);
    EXPECT_EQ(response.ally->ally.code, "CHN");
    EXPECT_FALSE(response.ally->pledged);
    EXPECT_EQ(response.facts[ThreatValue::DefenceAllies].value, 1);
    EXPECT_EQ(response.facts[ThreatValue::AllyGain].value, response.ally->gain.value);
}

// The pledge began in 1992.
TEST_F(ThreatResponse, expects_no_balancing_against_a_sworn_ally) {
    fill();
    auto request = japan(1998);
    request.against = {"USA"};
    const auto sworn = threat(request);
    const auto& prediction = sworn.states[0].years[0].responses[0].prediction;
    EXPECT_EQ(prediction.response, threat::PredictedResponse::Ally);
    EXPECT_EQ(prediction.were_it_no_ally, threat::PredictedResponse::NoThreat);
    request.to = 1990;
    const auto before = threat(request);
    EXPECT_EQ(before.states[0].years[0].responses[0].prediction.response, threat::PredictedResponse::NoThreat);
}

// Without a figure of its spending North Korea has no rank: it is no principal threat, and still answered.
TEST_F(ThreatResponse, responds_to_a_state_without_a_rank_that_must_not_go_unseen) {
    fill({}, {"PRK,731,1998,1,1", "PRK,731,1998,-9,1"});
    const auto result = threat(japan(1998));
    const auto& responses = result.states[0].years[0].responses;
    EXPECT_TRUE(std::any_of(responses.begin(), responses.end(),
                            [](const ResponseTo& one) { return one.threat.code == "PRK"; }));
}

// The United States have no sign of hostile intentions towards Japan: their composite is 0.
TEST_F(ThreatResponse, responds_to_nobody_whose_composite_is_0) {
    fill();
    const auto result = threat(japan(1999));
    for (const auto& response : result.states[0].years[0].responses) EXPECT_NE(response.threat.code, "USA");
}

TEST_F(ThreatResponse, observes_what_the_state_did_before_and_after) {
    fill();
    const auto result = threat(japan(1993));
    const auto& year = result.states[0].years[0];
    const auto& pacts = change_of(year, "defence pacts", 1988);
    EXPECT_EQ(pacts.before.value, 0);
    EXPECT_EQ(pacts.after.value, 1);
    ASSERT_EQ(pacts.gained.size(), 1U);
    EXPECT_EQ(pacts.gained[0].code, "USA");
    EXPECT_TRUE(change_of(year, "defence pacts", 1993).gained.empty());
    const auto& spending = change_of(year, "military expenditure", 1993);
    EXPECT_EQ(spending.to, 1998);
    EXPECT_EQ(spending.after.value, 1);
    EXPECT_EQ(change_of(year, "arms suppliers", 1993).after.reason, Reason::NoDataset);
}

TEST_F(ThreatResponse, leaves_unsaid_what_lies_after_the_data) {
    fill();
    const auto result = threat(japan(1999));
    const auto& year = result.states[0].years[0];
    EXPECT_EQ(change_of(year, "defence pacts", 1999).after.reason, Reason::OutsideCoverage);
    EXPECT_TRUE(change_of(year, "defence pacts", 1999).lost.empty());
    EXPECT_FALSE(change_of(year, "military personnel", 1999).after.known());
}

// Japan's rivals are North Korea and China, of which the latter is the ally's too; the ally's only dispute with a third
// state was in 1985, and nobody's second ten years ago counts.
TEST_F(ThreatResponse, gauges_each_ally_with_a_pact) {
    fill();
    const auto result = threat(japan(1998));
    const auto& allies = result.states[0].years[0].allies;
    ASSERT_EQ(allies.size(), 1U);
    const auto& facts = allies[0].facts;
    EXPECT_EQ(allies[0].ally.code, "USA");
    ASSERT_TRUE(allies[0].against);
    EXPECT_EQ(allies[0].against->code, "CHN");
    EXPECT_DOUBLE_EQ(facts[GaugeSign::Need].value, 0.75);  // China comes first: .3 / (.3 + .1)
    EXPECT_EQ(facts[GaugeSign::DefencePledge].value, 1);
    EXPECT_EQ(facts[GaugeSign::OwnDefencePledge].value, 0);
    EXPECT_DOUBLE_EQ(facts[GaugeSign::SharedRivals].value, 0.5);
    EXPECT_EQ(facts[GaugeSign::AllyDisputes].value, 0);
    EXPECT_EQ(facts[GaugeSign::CodedDoubt].reason, Reason::NoDataset);
    EXPECT_TRUE(allies[0].gauge.abandonment.value.known());
}

// Nobody threatens the United States but China, a rival; where China is the ally asked for there is none.
TEST_F(ThreatResponse, has_no_need_of_an_ally_where_there_is_no_principal_threat) {
    fill();
    ThreatRequest request;
    request.state = "USA";
    request.to = 1999;
    request.ally = "CHN";
    const auto result = threat(request);
    const auto& year = result.states[0].years[0];
    ASSERT_EQ(year.principal.size(), 1U);
    EXPECT_EQ(year.principal[0].code, "CHN");
    EXPECT_FALSE(year.allies.at(0).against);
    EXPECT_EQ(year.allies.at(0).facts[GaugeSign::Need].reason, Reason::NotApplicable);
}

// By the same numbers, and a theory that asks for intentions of .3: China's are .25.
class ThreatsThatAreNone : public ThreatResponse {
protected:
    ThreatRequest asks_for_more(int year) {
        std::ifstream shipped(testing::source_folder() / "theories/walt-1985.toml");
        std::string text{std::istreambuf_iterator<char>(shipped), {}};
        const std::string bound = "at_least = 0.2 }]";
        text.replace(text.find(bound), bound.size(), "at_least = 0.3 }]");
        folder_.write("strict.toml", text);
        auto request = japan(year);
        request.theory = (folder_.path() / "strict.toml").string();
        return request;
    }

private:
    testing::Folder folder_;
};

TEST_F(ThreatsThatAreNone, keep_their_rank_and_are_not_principal) {
    fill();
    const auto result = threat(asks_for_more(1999));
    const auto& year = result.states[0].years[0];
    EXPECT_EQ(year.threats[0].other.code, "CHN");
    EXPECT_EQ(year.threats[0].standing.rank, 1);
    EXPECT_EQ(year.threats[0].status, threat::ThreatStatus::NoThreat);
    EXPECT_EQ(threat_of(year, "USA").status, threat::ThreatStatus::Ally);
    ASSERT_EQ(year.principal.size(), 1U);
    EXPECT_EQ(year.principal[0].code, "PRK");
}

TEST_F(ThreatsThatAreNone, get_no_response_unless_they_are_asked_for) {
    fill();
    auto request = asks_for_more(1999);
    const auto all = threat(request);
    EXPECT_EQ(all.states[0].years[0].responses.front().threat.code, "PRK");
    for (const auto& one : all.states[0].years[0].responses) EXPECT_NE(one.threat.code, "CHN");
    request.against = {"CHN"};
    const auto asked = threat(request);
    EXPECT_EQ(asked.states[0].years[0].responses.at(0).prediction.response, threat::PredictedResponse::NoThreat);
    // Who is principal does not depend on who was asked for.
    EXPECT_EQ(asked.states[0].years[0].principal.at(0).code, "PRK");
}

// North Korea's .1 / (.1 + .1).
TEST_F(ThreatsThatAreNone, are_not_what_an_ally_is_needed_against) {
    fill();
    const auto result = threat(asks_for_more(1998));
    const auto& ally = result.states[0].years[0].allies.at(0);
    ASSERT_TRUE(ally.against);
    EXPECT_EQ(ally.against->code, "PRK");
    EXPECT_DOUBLE_EQ(ally.facts[GaugeSign::Need].value, 0.5);
}

}  // namespace
}  // namespace entente::workbench
