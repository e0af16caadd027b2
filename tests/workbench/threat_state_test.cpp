// Who threatens a state: out of a store of invented numbers (threat_store.hpp says what they are).
#include "workbench/threat.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include "workbench/threat_state.hpp"

namespace entente::workbench {
namespace {

class ThreatToState : public testing::ThreatsToJapan {};

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

// threat_store.hpp says what is made up; South Korea is Japan's only neighbour there.
TEST_F(ThreatToState, has_force_posture_beside_each_threat) {
    fill();
    const auto result = threat(japan(1998));
    const auto& year = result.states[0].years[0];
    const auto& ally = threat_of(year, "USA").posture.at(0);
    EXPECT_EQ(ally.forces.in_state.value, 100);
    EXPECT_EQ(ally.forces.in_neighbours.value, 50);
    ASSERT_EQ(ally.neighbours.size(), 1U);
    EXPECT_EQ(ally.neighbours[0].code, "ROK");
    EXPECT_EQ(threat_of(year, "CHN").posture.at(0).forces.in_it.value, 0);
    EXPECT_EQ(threat_of(year, "PRK").posture.at(0).forces.in_it.reason, Reason::NoRow);
    const auto& sources = result.sources;
    const auto source =
        std::find_if(sources.begin(), sources.end(), [](const auto& one) { return one.fact == "us-troops"; });
    ASSERT_NE(source, sources.end());
    EXPECT_EQ(source->dataset, "us-troops 1.0.4");
    EXPECT_EQ(source->variable, "troops");
}

// In 2000 there is no row of South Korea.
TEST_F(ThreatToState, has_no_sum_of_forces_in_neighbours_of_which_one_is_not_known) {
    fill();
    const auto result = threat(japan(2000));
    const auto& forces = threat_of(result.states[0].years[0], "USA").posture.at(0).forces;
    EXPECT_EQ(forces.in_state.value, 100);
    EXPECT_EQ(forces.in_neighbours.reason, Reason::NoRow);
}

TEST_F(ThreatToState, has_the_same_ranks_without_force_posture) {
    fill();
    const auto with = threat(japan(1998));
    fill({"troopdata.csv"});
    const auto without = threat(japan(1998));
    const auto& threats = with.states[0].years[0].threats;
    const auto& others = without.states[0].years[0].threats;
    ASSERT_EQ(threats.size(), others.size());
    for (std::size_t place = 0; place < threats.size(); ++place) {
        EXPECT_EQ(threats[place].other.code, others[place].other.code);
        EXPECT_EQ(threats[place].standing.rank, others[place].standing.rank);
        EXPECT_EQ(threats[place].standing.composite.value, others[place].standing.composite.value);
    }
    EXPECT_EQ(threat_of(without.states[0].years[0], "CHN").posture.at(0).forces.in_it.reason, Reason::NoDataset);
}

TEST_F(ThreatToState, says_which_sender_of_forces_is_no_state) {
    fill();
    const testing::Folder folder;
    std::ifstream shipped(testing::source_folder() / "theories/walt-1985.toml");
    std::string text{std::istreambuf_iterator<char>(shipped), {}};
    const std::string sender = "sender    = \"USA\"";
    text.replace(text.find(sender), sender.size(), "sender    = \"XXX\"");
    folder.write("other.toml", text);
    auto request = japan(1998);
    request.theory = (folder.path() / "other.toml").string();
    const auto error = testing::error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
    EXPECT_NE(std::string(error.what()).find("'XXX', which is no state's code"), std::string::npos) << error.what();
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

}  // namespace
}  // namespace entente::workbench
