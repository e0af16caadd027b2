// Panels whose rows are alliances, their members, or leaders.
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "invented_store.hpp"
#include "official_files.hpp"
#include "panels/panel.hpp"

namespace entente::panels::tests {
namespace {

const std::string kPhases = descriptor(
    "phases", "alliance-phase",
    "numbering = \"cow\"\nalliance = \"alliance\"\nphase = \"phase\"\nbegin = [\"began\"]\nend = [\"ended\"]", kValue,
    "[1950, 1970]");

void add_phases(InventedStore& store) {
    store.add(
        kPhases, "1",
        "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES (7, 1, 1955, 1960, 1.0), (7, 2, 1960, NULL, "
        "2.0), (8, 1, 1940, 1951, 3.0)) AS t(alliance, phase, began, ended, value)");
}

TEST(AlliancePanel, has_each_year_from_entry_to_exit_and_none_after_coverage) {
    InventedStore store;
    add_phases(store);
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::AllianceYear, 1950, 1980, {"phases.value"}), data);
    EXPECT_EQ(fact(data, "min(year) FILTER (alliance = 7)"), "1955");
    EXPECT_EQ(fact(data, "max(year) FILTER (alliance = 7)"), "1970");
    EXPECT_EQ(fact(data, "count(*) FILTER (alliance = 8)"), "2");
    ASSERT_EQ(panel.notes.size(), 1U);
    EXPECT_EQ(panel.notes[0], "there are no rows after 1970: phases 1 covers no more");
}

TEST(AlliancePanel, takes_the_later_phase_in_a_year_of_change) {
    InventedStore store;
    add_phases(store);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::AllianceYear, 1950, 1970, {"phases.value"}), data);
    EXPECT_EQ(cell(data, "phases_value", "alliance = 7 AND year = 1959"), "1.0");
    EXPECT_EQ(cell(data, "phases_value", "alliance = 7 AND year = 1960"), "2.0");
}

TEST(AlliancePanel, asks_which_data_set_gives_the_rows_if_there_are_several) {
    InventedStore store;
    add_phases(store);
    auto other = kPhases;
    other.replace(other.find("phases"), 6, "others");
    store.add(other, "1", "SELECT * FROM phases_1");
    const auto data = store.data();
    auto request = request_of(PanelUnit::AllianceYear, 1950, 1970, {"phases.value"});
    EXPECT_THROW((void)build_panel(request, data), Error);
    request.rows = "others@1";
    EXPECT_EQ(build_panel(request, data).frame.rows_from->descriptor->id, "others");
}

TEST(MemberPanel, joins_data_of_the_member_and_of_the_alliance) {
    InventedStore store;
    add_phases(store);
    store.add(descriptor("members", "member-spell",
                         "numbering = \"cow\"\nalliance = \"alliance\"\nstate = \"member\"\nphase = \"phase\"\nbegin = "
                         "[\"began\"]\nend = [\"ended\"]",
                         kValue, "[1950, 1970]"),
              "1",
              "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES (7, 2, 1, 1955, 1960, 10.0), (7, 2, 2, "
              "1960, NULL, 20.0), (7, 740, 2, 1962, NULL, 30.0)) AS t(alliance, member, phase, began, ended, value)");
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT 740 AS state, 1965 AS year, 4.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::MemberYear, 1950, 1970, {"members.value", "phases.value", "things.value"}),
                      data);
    EXPECT_EQ(fact(data, "count(*) FILTER (member = 740)"), "9");
    EXPECT_EQ(cell(data, "members_value", "member = 2 AND year = 1959"), "10.0");
    EXPECT_EQ(cell(data, "members_value", "member = 2 AND year = 1960"), "20.0");
    EXPECT_EQ(cell(data, "phases_value", "member = 740 AND year = 1965"), "2.0");
    EXPECT_EQ(cell(data, "things_value", "member = 740 AND year = 1965"), "4.0");
    EXPECT_EQ(cell(data, "things_value", "member = 2 AND year = 1965"), "<no row>");
}

const std::string kLeaders =
    descriptor("leaders", "leader-spell",
               "numbering = \"gw\"\nstate = \"state\"\nleader = \"leader\"\nbegin = [\"began\"]\nend = [\"ended\"]",
               kValue, "[1950, 1995]");

void add_leaders(InventedStore& store) {
    store.add(kLeaders, "1",
              "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES ('A', 2, 1950, 1955, 1.0), ('B', 2, 1955, "
              "1957, 2.0), ('C', 260, 1989, NULL, 3.0)) AS t(leader, state, began, ended, value)");
}

TEST(LeaderPanel, has_two_rows_for_a_year_with_two_leaders) {
    InventedStore store;
    add_leaders(store);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::LeaderYear, 1950, 1960, {"leaders.value"}), data);
    EXPECT_EQ(fact(data, "count(*)"), "9");
    EXPECT_EQ(fact(data, "count(*) FILTER (year = 1955)"), "2");
    EXPECT_EQ(cell(data, "leaders_value", "leader = 'B' AND year = 1955"), "2.0");
}

// As what LEAD knows of the leaders of Archigos.
TEST(LeaderPanel, takes_what_is_known_of_a_leader_whatever_the_year) {
    InventedStore store;
    add_leaders(store);
    store.add(descriptor("lives", "leader", "numbering = \"gw\"\nleader = \"leader\"", kValue, "[1950, 1956]"), "1",
              "SELECT * FROM (VALUES ('A', 10.0), ('B', NULL), ('Z', 30.0)) AS t(leader, value)");
    store.add(descriptor("others", "leader", "numbering = \"gw\"\nleader = \"id\"", kValue), "1",
              "SELECT 'A' AS id, 1.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::LeaderYear, 1950, 1990, {"lives.value"}), data);
    EXPECT_EQ(cell(data, "lives_value", "leader = 'A' AND year = 1955"), "10.0");
    EXPECT_EQ(cell(data, "lives_value", "leader = 'B' AND year = 1955"), "<missing in source>");
    EXPECT_EQ(cell(data, "lives_value", "leader = 'B' AND year = 1957"), "<outside coverage>");
    try {
        (void)build_panel(request_of(PanelUnit::LeaderYear, 1950, 1990, {"others.value"}), data);
        FAIL();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "others@1.value: the rows come from leaders, which names leaders otherwise");
    }
}

TEST(LeaderPanel, says_what_the_rows_of_data_are_that_it_does_not_take) {
    InventedStore store;
    add_leaders(store);
    auto text = descriptor("votes", "other", "numbering = \"cow\"\nstate = \"state\"", kValue);
    text.replace(text.find("unit = \"other\""), 14, "unit = \"other\"\nunit_note = \"a vote in a roll call\"");
    store.add(text, "1", "SELECT 2 AS state, 1.0 AS value");
    store.add(descriptor("pairs", "dyad-year", kPairYear, kValue), "1",
              "SELECT 2 AS state_1, 20 AS state_2, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    const auto said = [&](const std::string& column) {
        try {
            (void)build_panel(request_of(PanelUnit::LeaderYear, 1950, 1960, {column}), data);
        } catch (const Error& error) {
            return std::string(error.what()) + " | " + error.advice();
        }
        return std::string("nothing");
    };
    EXPECT_EQ(
        said("votes.value"),
        "votes@1.value does not fit a leader-year panel: a row is a vote in a roll call | no panel takes it: read "
        "the table votes_1 of the store with R, Python or DuckDB, and make it a table of such rows; `entente "
        "panel --variables leader-year` lists what a leader-year panel takes");
    EXPECT_EQ(said("pairs.value"),
              "pairs@1.value does not fit a leader-year panel: a row is a dyad-year | these panels take it: dyad-year, "
              "directed-dyad-year; `entente panel --variables leader-year` lists what a leader-year panel takes");
}

TEST(LeaderPanel, has_no_number_where_the_panels_list_divides_the_state_differently) {
    InventedStore store;
    add_leaders(store);
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT * FROM (VALUES (260, 1989, 1.0), (260, 1990, 2.0), (255, 1991, 3.0)) AS t(state, year, value)");
    const auto data = store.data();
    auto request = request_of(PanelUnit::LeaderYear, 1989, 1991, {"things.value"});
    request.system = datasets::Numbering::Cow;
    (void)build_panel(request, data);
    EXPECT_EQ(cell(data, "things_value", "leader = 'C' AND year = 1989"), "1.0");
    EXPECT_EQ(cell(data, "things_value", "leader = 'C' AND year = 1990"), "<ambiguous state>");
    EXPECT_EQ(cell(data, "things_value", "leader = 'C' AND year = 1991"), "3.0");
}

TEST(StatePanel, takes_the_leader_at_the_end_of_the_year_if_the_descriptor_says_so) {
    InventedStore store;
    auto last = kLeaders;
    last.replace(last.find("main = true"), 11, "combine = \"last\"");
    store.add(last, "1",
              "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES ('B', 2, 1955, 1957, 2.0), ('A', 2, 1950, "
              "1955, 1.0)) AS t(leader, state, began, ended, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1954, 1955, {"leaders.value"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "leaders_value", "year = 1954"), "1.0");
    EXPECT_EQ(cell(data, "leaders_value", "year = 1955"), "2.0");
}

// ATOP 5.0: the twelve founders of NATO (3180) have rows of the first phase 1949–51 and of the second from 1951 on; the
// end of a phase is no exit, and Greece and Turkey signed in 1951.
TEST(OfficialMembers, stay_in_an_alliance_when_a_phase_ends) {
    ENTENTE_NEEDS_DATA(members, "atop/atop5_0m.csv");
    OfficialStore store;
    store.add(members);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::MemberYear, 1945, 2020, {"atop-member.defense"}), data);
    EXPECT_EQ(fact(data, "count(*) FILTER (alliance = 3180 AND year = 1949)"), "12");
    EXPECT_EQ(fact(data, "count(*) FILTER (alliance = 3180 AND year = 1951)"), "14");
    EXPECT_EQ(fact(data, "count(*) FILTER (alliance = 3180 AND member = 2)"), "70");
    EXPECT_EQ(fact(data, "max(year)"), "2018");
}

}  // namespace
}  // namespace entente::panels::tests
