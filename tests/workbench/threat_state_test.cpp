// Who threatens a state, and what it will do: out of a store of invented numbers (threat_store.hpp says what they are).
#include "workbench/threat.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "workbench/threat_store.hpp"

namespace entente::workbench {
namespace {

using evidence::GaugeSign;
using evidence::ThreatValue;
using testing::error_of;

class ThreatToState : public testing::ThreatStore {
protected:
    static ThreatRequest japan(int year) {
        ThreatRequest request;
        request.state = "JPN";
        request.to = year;
        return request;
    }
    static const Threat& threat_of(const YearOfThreats& year, const std::string& code) {
        return *std::find_if(year.threats.begin(), year.threats.end(),
                             [&](const Threat& one) { return one.other.code == code; });
    }
    static const ObservedChange& change_of(const YearOfThreats& year, const std::string& what, int from) {
        return *std::find_if(year.observed.begin(), year.observed.end(),
                             [&](const ObservedChange& one) { return one.what == what && one.from == from; });
    }
};

TEST_F(ThreatToState, lists_every_other_state_with_the_ranked_ones_first) {
    fill();
    const auto result = threat(japan(1999));
    ASSERT_EQ(result.states.size(), 1U);
    EXPECT_EQ(result.states[0].state.name, "Japan");
    ASSERT_EQ(result.states[0].years.size(), 1U);
    const auto& threats = result.states[0].years[0].threats;
    EXPECT_GT(threats.size(), 150U);
    // China, ÷ the largest of each component: power and offensive power .3 / .5, closeness .2218 / .2917, intentions
    // .25 (rivalry 1 of .2, of known weights .8) / .8574 (North Korea's .7148 · .5 + .5): the fourth root of .0798.
    EXPECT_EQ(threats[0].other.code, "CHN");
    EXPECT_EQ(threats[0].standing.rank, 1);
    EXPECT_NEAR(threats[0].standing.composite.value, 0.5315, 5e-4);
    // North Korea: .2 · 1 · .2 · 1.
    EXPECT_EQ(threats[1].other.code, "PRK");
    EXPECT_NEAR(threats[1].standing.composite.value, std::pow(0.04, 0.25), 1e-9);
    // The United States are the strongest, and without any sign of hostile intentions no threat.
    EXPECT_EQ(threats[2].other.code, "USA");
    EXPECT_EQ(threats[2].standing.composite.value, 0);
    EXPECT_FALSE(threats.back().standing.rank);
}

TEST_F(ThreatToState, takes_the_last_year_that_all_needed_data_cover) {
    fill();
    auto request = japan(0);
    request.to.reset();
    EXPECT_EQ(threat(request).to, 2000);
}

TEST_F(ThreatToState, says_which_data_end_when_a_year_lies_beyond_them) {
    fill();
    const auto error = error_of([] { (void)threat(japan(2005)); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("nmc 6.0 1985–2000"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("remembered 10 years longer"), std::string::npos) << error.what();
    EXPECT_EQ(error.advice(), "the last year that works is 2000");
    EXPECT_EQ(error_of([] { (void)threat(japan(1980)); }).advice(), "the first year that works is 1985");
}

TEST_F(ThreatToState, knows_no_state_by_a_word_that_means_none) {
    fill();
    auto request = japan(1999);
    request.state = "Atlantis";
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::NotFound);
    request.state = "";
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
}

TEST_F(ThreatToState, does_not_guess_which_korea_is_meant) {
    fill();
    auto request = japan(1999);
    request.state = "Korea";
    const auto error = error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(error.advice().find("PRK"), std::string::npos) << error.advice();
    EXPECT_NE(error.advice().find("ROK"), std::string::npos) << error.advice();
}

// Yugoslavia's successor: Slovenia entered the system in 1992.
TEST_F(ThreatToState, says_when_a_state_was_in_the_system) {
    fill();
    auto request = japan(1990);
    request.state = "Slovenia";
    const auto error = error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE((error.what() + error.advice()).find("1992"), std::string::npos) << error.what() << error.advice();
}

TEST_F(ThreatToState, makes_the_weights_asked_for_add_to_one) {
    fill();
    auto request = japan(1999);
    request.weights = {{"aggregate-power", 0.75}, {"proximity", 0.0}};
    const auto result = threat(request);
    EXPECT_TRUE(result.weights_changed);
    // .75, 0, .25 and .25, divided by their sum, 1.25.
    EXPECT_DOUBLE_EQ(result.theory.components[0].weight, 0.6);
    EXPECT_DOUBLE_EQ(result.theory.components[1].weight, 0);
    EXPECT_DOUBLE_EQ(result.theory.components[3].weight, 0.2);
}

TEST_F(ThreatToState, names_the_components_to_who_asks_for_another) {
    fill();
    auto request = japan(1999);
    request.weights = {{"proximty", 1.0}};
    const auto error = error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(error.advice().find("proximity"), std::string::npos) << error.advice();
    request.weights = {{"proximity", -1.0}};
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
}

// Johnson (2017): .3 / (.3 + .1) alone; with the United States .3 / (.3 + .1 + .5).
TEST_F(ThreatToState, responds_with_the_ally_that_takes_most) {
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
TEST_F(ThreatToState, counts_no_pledge_of_the_threat_itself) {
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

TEST_F(ThreatToState, takes_the_ally_asked_for_even_without_a_pledge) {
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
TEST_F(ThreatToState, counts_no_pledge_of_others_beside_an_ally_that_has_not_pledged) {
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
TEST_F(ThreatToState, expects_no_balancing_against_a_sworn_ally) {
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

TEST_F(ThreatToState, observes_what_the_state_did_before_and_after) {
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

TEST_F(ThreatToState, leaves_unsaid_what_lies_after_the_data) {
    fill();
    const auto result = threat(japan(1999));
    const auto& year = result.states[0].years[0];
    EXPECT_EQ(change_of(year, "defence pacts", 1999).after.reason, Reason::OutsideCoverage);
    EXPECT_TRUE(change_of(year, "defence pacts", 1999).lost.empty());
    EXPECT_FALSE(change_of(year, "military personnel", 1999).after.known());
}

// Japan's rivals are North Korea and China, of which the latter is the ally's too; the ally's only dispute with a third
// state was in 1985, and nobody's second ten years ago counts.
TEST_F(ThreatToState, gauges_each_ally_with_a_pact) {
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

// Without a figure of its spending North Korea has no offensive power, and so no rank; yet nobody began as many
// disputes.
TEST_F(ThreatToState, names_a_state_that_has_no_rank_and_comes_first_in_a_component) {
    fill({}, {"PRK,731,1998,1,1", "PRK,731,1998,-9,1"});
    const auto result = threat(japan(1998));
    EXPECT_FALSE(threat_of(result.states[0].years[0], "PRK").standing.rank);
    const auto& unranked = result.states[0].unranked;
    ASSERT_EQ(unranked.size(), 2U);  // South Korea, of which no capabilities are known at all, is the nearest
    EXPECT_EQ(unranked[1].other.code, "ROK");
    EXPECT_EQ(unranked[0].missing, "offensive power (spending share: missing in source)");
    // Of the six shares of capabilities five are known, and the personnel of 1 in 10 remains of offensive power.
    EXPECT_EQ(
        unranked[0].sentence,
        "North Korea has no rank, since its offensive power (spending share: missing in source) is missing; it is "
        "number 3 in aggregate power, 2 in proximity, 1 in aggressive intentions; at worst 2nd among those with a "
        "rank, were what is missing nothing.");
}

// The same: it is no principal threat by rank, and still answered.
TEST_F(ThreatToState, responds_to_a_state_without_a_rank_that_must_not_go_unseen) {
    fill({}, {"PRK,731,1998,1,1", "PRK,731,1998,-9,1"});
    const auto result = threat(japan(1998));
    const auto& responses = result.states[0].years[0].responses;
    EXPECT_TRUE(std::any_of(responses.begin(), responses.end(),
                            [](const ResponseTo& one) { return one.threat.code == "PRK"; }));
}

TEST_F(ThreatToState, names_such_a_state_in_the_years_of_a_history_in_which_it_has_no_rank) {
    fill({}, {"PRK,731,1998,1,1", "PRK,731,1998,-9,1"});
    auto request = japan(2000);
    request.from = 1997;
    const auto result = threat(request);
    const auto& unranked = result.states[0].unranked;
    ASSERT_EQ(unranked.size(), 2U);  // South Korea, of which no capabilities are known at all, is the nearest
    EXPECT_EQ(unranked[1].other.code, "ROK");
    ASSERT_EQ(unranked[0].years.size(), 1U);
    EXPECT_EQ(unranked[0].years[0].first, 1998);
    EXPECT_EQ(unranked[0].years[0].last, 1998);
    EXPECT_NE(unranked[0].sentence.find("North Korea has no rank 1998, since"), std::string::npos);
}

// The United States have no sign of hostile intentions towards Japan: their composite is 0.
TEST_F(ThreatToState, responds_to_nobody_whose_composite_is_0) {
    fill();
    const auto result = threat(japan(1999));
    for (const auto& response : result.states[0].years[0].responses) EXPECT_NE(response.threat.code, "USA");
}

// By the same numbers, and a theory that asks for intentions of .3: China's are .25.
class ThreatsThatAreNone : public ThreatToState {
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

// Nobody threatens the United States but China, a rival; where China is the ally asked for there is none.
TEST_F(ThreatToState, has_no_need_of_an_ally_where_there_is_no_principal_threat) {
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

TEST(CountsAsThreat, who_has_a_rank_is_something_and_no_ally) {
    Threat one;
    one.standing.rank = 4;
    one.standing.composite = Reading::of(0.1);
    for (const auto status : {threat::ThreatStatus::Threat, threat::ThreatStatus::CannotJudge}) {
        one.status = status;
        EXPECT_TRUE(counts_as_threat(one));
    }
    for (const auto status : {threat::ThreatStatus::NoThreat, threat::ThreatStatus::Ally}) {
        one.status = status;
        EXPECT_FALSE(counts_as_threat(one));
    }
    one.status = threat::ThreatStatus::Threat;
    one.standing.composite = Reading::of(0);
    EXPECT_FALSE(counts_as_threat(one));
    one.standing = {};
    EXPECT_FALSE(counts_as_threat(one));
}

TEST_F(ThreatToState, refuses_a_state_as_a_threat_to_itself_or_as_its_own_ally) {
    fill();
    auto request = japan(1999);
    request.against = {"China", "Japan"};
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
    request.against.clear();
    request.ally = "JPN";
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
}

// The codes of the Correlates of War are PRK, ROK, GMY and UKG; KOR is theirs too, for Korea up to 1905.
TEST_F(ThreatToState, understands_iso_codes_where_they_mean_one_state) {
    fill();
    auto request = japan(1999);
    for (const auto& [code, name] : std::map<std::string, std::string>{
             {"KOR", "South Korea"}, {"DEU", "Germany"}, {"GBR", "United Kingdom"}, {"FRA", "France"}}) {
        request.state = code;
        EXPECT_EQ(threat(request).states[0].state.name, name);
    }
}

// AUS is Austria to the Correlates of War, and Australia to ISO.
TEST_F(ThreatToState, says_so_where_an_iso_code_would_mean_another_state) {
    fill();
    auto request = japan(1999);
    request.state = "AUS";
    const auto result = threat(request);
    EXPECT_EQ(result.states[0].state.name, "Austria");
    ASSERT_FALSE(result.notes.empty());
    EXPECT_TRUE(std::any_of(result.notes.begin(), result.notes.end(), [](const std::string& note) {
        return note.find("Australia") != std::string::npos && note.find("iso:AUS") != std::string::npos;
    }));
}

// Japan was in the system in every year; the German Democratic Republic to 1990.
TEST_F(ThreatToState, says_which_years_of_a_history_are_left_out) {
    fill();
    auto request = japan(1992);
    request.from = 1988;
    request.against = {"GDR"};
    const auto result = threat(request);
    ASSERT_EQ(result.left_out.size(), 1U);
    EXPECT_EQ(result.left_out[0].other->code, "GDR");
    EXPECT_EQ(result.left_out[0].years.first, 1991);
    EXPECT_EQ(result.left_out[0].years.last, 1992);
}

TEST_F(ThreatToState, says_which_input_of_a_share_is_missing_and_why) {
    fill({}, {"PRK,731,1998,1,1", "PRK,731,1998,-9,1"});
    const auto result = threat(japan(1998));
    const auto& facts = threat_of(result.states[0].years[0], "PRK").reading.facts;
    EXPECT_EQ(facts.spending_share.reason, Reason::MissingInSource);
    EXPECT_TRUE(facts.personnel_share.known());
    // South Korea has no row in these capabilities at all.
    EXPECT_EQ(threat_of(result.states[0].years[0], "ROK").reading.facts.spending_share.reason, Reason::NoRow);
}

TEST_F(ThreatToState, has_a_history_without_the_parts_of_a_single_year) {
    fill();
    auto request = japan(2000);
    request.from = 1985;
    const auto result = threat(request);
    const auto& years = result.states[0].years;
    ASSERT_EQ(years.size(), 16U);
    EXPECT_EQ(years.front().year, 1985);
    EXPECT_TRUE(years.front().observed.empty());
    EXPECT_TRUE(years.front().allies.empty());
    // To China and North Korea, who else has a rank is nothing; and to South Korea, without a rank and the nearest.
    EXPECT_EQ(years.back().responses.size(), 3U);
}

TEST_F(ThreatToState, cites_the_theory_and_the_data) {
    fill();
    const auto bibtex = threat(japan(1999)).bibtex;
    EXPECT_NE(bibtex.find("Walt"), std::string::npos);
    EXPECT_NE(bibtex.find("singer1972"), std::string::npos);
    EXPECT_NE(bibtex.find("thompson2021"), std::string::npos);
    EXPECT_NE(bibtex.find("leeds2002"), std::string::npos);
}

}  // namespace
}  // namespace entente::workbench
