#include "panels/measures.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.hpp"
#include "indices/loss_of_strength.hpp"
#include "invented_store.hpp"
#include "official_files.hpp"

namespace entente::panels::tests {
namespace {

const std::string kMore = "\n[[column]]\nname = ";

std::string democracy() {
    return descriptor("polity", "state-year", kStateYear, "name = \"polity2\"\nmain = true");
}

// Threshold 6: one score below it settles that not both are democracies, even if the other is missing.
TEST(JointDemocracy, is_known_as_false_from_one_score) {
    InventedStore store;
    store.add(
        democracy(), "1",
        "SELECT * FROM (VALUES (2, 1960, 10), (20, 1960, 6), (740, 1960, 5), (732, 1960, NULL), (710, 1960, -66)) "
        "AS t(state, year, polity2)");
    const auto data = store.data();
    (void)build_panel(
        request_of(PanelUnit::DyadYear, 1960, 1960, {"joint-democracy"}, {"USA", "CAN", "JPN", "ROK", "CHN"}), data);
    EXPECT_EQ(cell(data, "joint_democracy", "cow_1 = 2 AND cow_2 = 20"), "1");
    EXPECT_EQ(cell(data, "democracy_weakest_link", "cow_1 = 2 AND cow_2 = 20"), "6");
    EXPECT_EQ(cell(data, "joint_democracy", "cow_1 = 2 AND cow_2 = 740"), "0");
    EXPECT_EQ(cell(data, "joint_democracy", "cow_1 = 2 AND cow_2 = 732"), "<one of its inputs>");
    EXPECT_EQ(cell(data, "joint_democracy", "cow_1 = 732 AND cow_2 = 740"), "0");
    EXPECT_EQ(cell(data, "democracy_weakest_link", "cow_1 = 732 AND cow_2 = 740"), "<one of its inputs>");
    // A special code is no score.
    EXPECT_EQ(cell(data, "joint_democracy", "cow_1 = 2 AND cow_2 = 710"), "<one of its inputs>");
}

TEST(IdealPointDistance, is_the_absolute_difference) {
    InventedStore store;
    store.add(descriptor("unga-ideal-points", "state-year", kStateYear, "name = \"idealpointall\"\nmain = true"), "1",
              "SELECT * FROM (VALUES (2, 1960, 1.5), (20, 1960, -0.25)) AS t(state, year, idealpointall)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"ideal-point-distance"}, {"USA", "CAN", "JPN"}),
                      data);
    EXPECT_EQ(cell(data, "ideal_point_distance", "cow_1 = 2 AND cow_2 = 20"), "1.75");
    EXPECT_EQ(cell(data, "ideal_point_distance", "cow_1 = 2 AND cow_2 = 740"), "<one of its inputs>");
}

TEST(Rivalry, is_known_as_none_within_coverage) {
    InventedStore store;
    store.add(
        descriptor("rivalries-tss", "dyad-spell",
                   "numbering = \"cow\"\nstate_1 = \"state_1\"\nstate_2 = \"state_2\"\nbegin = [\"began\"]\nend = "
                   "[\"ended\"]",
                   kValue, "[1950, 1970]"),
        "1",
        "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES (2, 740, 1955, 1957, 1.0), (740, 2, 1956, "
        "1960, 1.0)) AS t(state_1, state_2, began, ended, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1954, 1971, {"rivalry"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "rivalry", "year = 1954"), "0");
    EXPECT_EQ(cell(data, "rivalry", "year = 1956"), "1");
    EXPECT_EQ(cell(data, "rivalry", "year = 1960"), "1");
    EXPECT_EQ(cell(data, "rivalry", "year = 1971"), "<outside coverage>");
}

TEST(Disputes, count_a_dispute_once_though_both_directions_stand_in_the_data) {
    InventedStore store;
    store.add(descriptor("gml", "directed-dyad-year", kPairYear, "name = \"dispnum\"\nmain = true", "[1950, 1970]"),
              "1",
              "SELECT * FROM (VALUES (2, 740, 1960, 11), (740, 2, 1960, 11), (2, 740, 1960, 12), (740, 2, 1960, 12), "
              "(2, 20, 1961, 13)) AS "
              "t(state_1, state_2, year, dispnum)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1961, {"disputes"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "disputes", "cow_1 = 2 AND year = 1960"), "2");
    EXPECT_EQ(cell(data, "disputes", "cow_1 = 740 AND year = 1960"), "2");
    EXPECT_EQ(cell(data, "disputes", "cow_1 = 740 AND year = 1961"), "0");
}

std::string capabilities() {
    return descriptor("nmc", "state-year", kStateYear, "name = \"milex\"\nmain = true") + kMore + "\"milper\"" + kMore +
           "\"irst\"" + kMore + "\"pec\"" + kMore + "\"tpop\"" + kMore + "\"upop\"\n";
}

TEST(CapabilityShare, divides_by_the_states_of_the_whole_system_whoever_is_chosen) {
    InventedStore store;
    store.add(
        capabilities(), "1",
        "SELECT * FROM (VALUES (2, 1960, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0), (20, 1960, 1.0, 1.0, 1.0, 1.0, 1.0, NULL)) "
        "AS t(state, year, milex, milper, irst, pec, tpop, upop)");
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"capability-share"}, {"USA"}), data);
    // Five components 3 / 4, the sixth 3 / 3: (5 × 0.75 + 1) / 6 = 0.7916…
    EXPECT_EQ(fact(data, "round(max(capability_share), 6)"), "0.791667");
    ASSERT_EQ(panel.columns[0].notes.size(), 1U);
    EXPECT_EQ(panel.columns[0].notes[0], "1 state-years of the source rest on fewer than six components");
}

TEST(CapabilityAtDistance, agrees_with_the_formula_for_one_pair) {
    InventedStore store;
    store.add(capabilities(), "1",
              "SELECT * FROM (VALUES (2, 1960, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0), (740, 1960, 1.0, 1.0, 1.0, 1.0, 1.0, "
              "1.0)) AS t(state, year, milex, milper, irst, pec, tpop, upop)");
    store.add(
        descriptor("capitals-cow", "state-spell",
                   "numbering = \"cow\"\nstate = \"state\"\nbegin = [\"began\"]\nend = [\"ended\"]",
                   "name = \"lat\"\nmain = true" + kMore + "\"lng\"\n"),
        "1",
        "SELECT *, 1900 AS begin_year, CAST(NULL AS BIGINT) AS end_year FROM (VALUES (2, '1900-01-01', NULL, 0.0, "
        "0.0), (740, '1900-01-01', NULL, 0.0, 90.0)) AS t(state, began, ended, lat, lng)");
    store.add(
        descriptor("contiguity", "dyad-spell",
                   "numbering = \"cow\"\nstate_1 = \"state_1\"\nstate_2 = \"state_2\"\nbegin = [\"began\"]\nend = "
                   "[\"ended\"]",
                   "name = \"conttype\"\nabsent = 0\nmain = true"),
        "1",
        "SELECT *, 1900 AS begin_year, 1910 AS end_year FROM (VALUES (2, 740, 1900, 1910, 1)) AS t(state_1, "
        "state_2, began, ended, conttype)");
    const auto data = store.data();
    (void)build_panel(
        request_of(PanelUnit::DyadYear, 1960, 1960, {"capability-at-distance", "capital-distance"}, {"USA", "JPN"}),
        data);
    // A quarter of the equator: 2π · 6371.0088 / 4 = 10007.557 km.
    EXPECT_EQ(fact(data, "round(max(capital_distance), 3)"), "10007.557");
    const auto expected = indices::strength_at_distance(0.75, 10007.5572 / 1.609344, 500);
    EXPECT_NEAR(std::stod(fact(data, "max(capability_at_distance_1)")), *expected.value, 1e-6);
}

// Two states that pledge to each other alone, in a system of all states of the year. S of the two by hand: they differ
// towards themselves (3 and 3 towards the other): own profile (self 3, other 3), so they are equal: S = 1.
TEST(AllianceSimilarity, sets_a_state_tied_to_itself_at_the_highest_level) {
    InventedStore store;
    store.add(descriptor("atop-directed", "directed-dyad-year", kPairYear,
                         "name = \"defense\"\nmain = true" + kMore + "\"offense\"" + kMore + "\"neutral\"" + kMore +
                             "\"nonagg\"" + kMore + "\"consul\"\n"),
              "1",
              "SELECT * FROM (VALUES (2, 740, 1960, 1, 0, 0, 0, 0), (740, 2, 1960, 1, 0, 0, 0, 0)) AS t(state_1, "
              "state_2, year, defense, offense, neutral, nonagg, consul)");
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"alliance-similarity"}, {"USA", "JPN", "CAN"}), data);
    EXPECT_EQ(cell(data, "alliance_s", "cow_1 = 2 AND cow_2 = 740"), "1.0");
    // Canada is tied to itself alone: of the year's N states three differ by 3 of 3: S = 1 − 2 · 3 / N.
    const auto states = std::stod(fact(data, "(SELECT count(*) FROM panel_states WHERE year = 1960)"));
    EXPECT_NEAR(std::stod(cell(data, "alliance_s", "cow_1 = 2 AND cow_2 = 20")), 1 - 2 * 3 / states, 1e-12);
    EXPECT_EQ(cell(data, "alliance_few_ties", "cow_1 = 2 AND cow_2 = 740"), "1");
    const auto& few = panel.columns.back();
    ASSERT_EQ(few.notes.size(), 1U);
    EXPECT_EQ(few.notes[0].substr(0, 12), "3 rows in wh");
}

TEST(VoteSimilarity, compares_the_roll_calls_in_which_both_took_part) {
    InventedStore store;
    store.add(
        descriptor("unga-votes", "other", kStateYear, "name = \"vote\"\nmain = true" + kMore + "\"rcid\"\n"), "1",
        "SELECT * FROM (VALUES (2, 1960, 1, 1), (2, 1960, 2, 3), (2, 1960, 3, 1), (740, 1960, 1, 1), (740, 1960, 2, "
        "1), (740, 1960, 3, 8)) AS t(state, year, rcid, vote)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"vote-similarity"}, {"USA", "JPN", "CAN"}), data);
    // Two roll calls: distances 0 and 2 of at most 2, so S = 1 − 2 · 2 / (2 · 2) = 0.
    EXPECT_EQ(cell(data, "vote_s", "cow_1 = 2 AND cow_2 = 740"), "0.0");
    EXPECT_EQ(cell(data, "votes_compared", "cow_1 = 2 AND cow_2 = 740"), "2");
    EXPECT_EQ(cell(data, "vote_s", "cow_1 = 2 AND cow_2 = 20"), "<no row>");
}

TEST(Measures, name_the_data_set_that_they_lack) {
    InventedStore store;
    store.add(democracy(), "1", "SELECT 2 AS state, 1960 AS year, 10 AS polity2");
    const auto data = store.data();
    try {
        (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"minimum-distance"}), data);
        FAIL() << "a distance without distances";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::NotFound);
        EXPECT_NE(std::string(error.what()).find("min-distance"), std::string::npos) << error.what();
    }
}

// MILINST of ATOP 3180 (NATO), high from the text of the treaty's provisions: an integrated command.
TEST(OfficialInstitutionalisation, is_high_for_an_alliance_with_an_integrated_command) {
    ENTENTE_NEEDS_DATA(phases, "atop/atop5_0aph.csv");
    OfficialStore store;
    store.add(phases);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::AllianceYear, 1949, 2018, {"institutionalisation", "formality"}), data);
    EXPECT_EQ(cell(data, "institutionalisation", "alliance = 3180 AND year = 2000"), "2");
}

}  // namespace
}  // namespace entente::panels::tests
