// The measures of hostility, military weight and rivalry over territory: on invented rows, and on official files
// against what is known of them.
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "invented_store.hpp"
#include "official_files.hpp"
#include "panels/dispute_record.hpp"
#include "panels/measures.hpp"

namespace entente::panels::tests {
namespace {

const std::string kMore = "\n[[column]]\nname = ";

std::string disputes(const std::string& id) {
    return descriptor(
        id, "directed-dyad-year", kPairYear,
        "name = \"dispnum\"\nmain = true" + kMore + "\"sidea1\"" + kMore + "\"hostlev1\"" + kMore + "\"hostlev2\"\n",
        "[1950, 1970]");
}

const std::string kDisputeRows = " AS t(state_1, state_2, year, dispnum, sidea1, hostlev1, hostlev2)";

// Two disputes of one year begun by Japan (levels 2 and 4), one begun by the United States (3); both directions of each
// stand in the data.
void add_two_disputes(InventedStore& store) {
    store.add(
        disputes("gml"), "1",
        "SELECT * FROM (VALUES (740, 2, 1960, 11, 1, 2, 1), (2, 740, 1960, 11, 0, 1, 2), (740, 2, 1960, 12, 1, "
        "4, 5), (2, 740, 1960, 12, 0, 5, 4), (2, 740, 1960, 13, 1, 3, 1), (740, 2, 1960, 13, 0, 1, 3), (20, 40, 1962, "
        "14, 1, 2, 1))" +
            kDisputeRows);
}

TEST(HostilityStarted, is_the_highest_level_of_the_side_that_began) {
    InventedStore store;
    add_two_disputes(store);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1971, {"hostility-started"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 740 AND year = 1960"), "4");
    // The United States reached 5 in the dispute that Japan began: that is not theirs.
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 2 AND year = 1960"), "3");
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 2 AND year = 1961"), "0");
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 2 AND year = 1971"), "<outside coverage>");
}

TEST(HostilityStarted, has_a_column_for_each_direction_of_an_undirected_pair) {
    InventedStore store;
    add_two_disputes(store);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"hostility-started"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "hostility_started_12", "cow_1 = 2"), "3");
    EXPECT_EQ(cell(data, "hostility_started_21", "cow_1 = 2"), "4");
}

// What a state is known to have done is a lower bound only where its side in another dispute of the year is not known.
TEST(HostilityStarted, is_missing_where_the_side_or_the_level_of_a_dispute_is) {
    InventedStore store;
    store.add(disputes("gml"), "1",
              "SELECT * FROM (VALUES (740, 2, 1960, 11, 1, 2, 1), (740, 2, 1960, 12, NULL, 4, 5), (2, 740, 1960, 11, "
              "0, NULL, 2), (2, 740, 1961, 14, 1, NULL, 2))" +
                  kDisputeRows);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1961, {"hostility-started"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 740 AND year = 1960"), "<missing in source>");
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 2 AND year = 1961"), "<missing in source>");
    // A dispute that the other's side began says nothing of this state's own hostility, whatever its level.
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 2 AND year = 1960"), "0");
}

TEST(HostilityStarted, takes_the_data_set_that_reaches_furthest) {
    InventedStore store;
    add_two_disputes(store);
    store.add(disputes("mid-peacesciencer"), "1", "SELECT * FROM (VALUES (740, 2, 1960, 11, 1, 1, 1))" + kDisputeRows);
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1960, {"hostility-started"}, {"USA", "JPN"}), data);
    EXPECT_EQ(panel.columns[0].from[0]->descriptor->id, "mid-peacesciencer");
    EXPECT_EQ(cell(data, "hostility_started", "cow_1 = 740"), "1");
}

TEST(HostilityStarted, names_the_data_set_that_it_lacks) {
    InventedStore store;
    store.add(descriptor("polity", "state-year", kStateYear, kValue), "1",
              "SELECT 2 AS state, 1960 AS year, 1 AS value");
    const auto data = store.data();
    try {
        (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1960, {"hostility-started"}), data);
        FAIL() << "hostility without disputes";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::NotFound);
        EXPECT_NE(std::string(error.what()).find("mid-dyadic"), std::string::npos) << error.what();
    }
}

TEST(DisputeRecord, tells_who_began_and_how_hostile_both_were) {
    InventedStore store;
    add_two_disputes(store);
    const auto data = store.data();
    const auto record = read_disputes(data);
    ASSERT_TRUE(record);
    ASSERT_EQ(record->years.size(), 7U);
    const auto& second = record->years[1];  // by year, first and second state, then as stored
    EXPECT_EQ(second.state_1, 2);
    EXPECT_EQ(second.dispute, 12);
    EXPECT_FALSE(second.began);
    EXPECT_EQ(second.level, 5);
    EXPECT_EQ(second.other_level, 4);
    EXPECT_EQ(record->coverage().last, 1962);  // the file at hand ends before its version does
}

TEST(DisputeRecord, is_nothing_without_a_data_set_of_disputes) {
    InventedStore store;
    const auto data = store.data();
    EXPECT_FALSE(read_disputes(data));
}

TEST(MilitaryShare, divides_by_the_states_whose_figure_is_known) {
    InventedStore store;
    store.add(descriptor("nmc", "state-year", kStateYear, "name = \"milex\"\nmain = true" + kMore + "\"milper\"\n"),
              "1",
              "SELECT * FROM (VALUES (2, 1960, 30.0, 100.0), (20, 1960, 10.0, NULL), (740, 1960, NULL, 300.0), (2, "
              "1961, 0.0, 1.0)) AS t(state, year, milex, milper)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1961, {"military-share"}, {"USA", "CAN", "JPN"}), data);
    // Expenditure 30 and 10 of 40, personnel 100 and 300 of 400.
    EXPECT_EQ(cell(data, "military_expenditure_share", "cow = 2 AND year = 1960"), "0.75");
    EXPECT_EQ(cell(data, "military_expenditure_share", "cow = 20 AND year = 1960"), "0.25");
    EXPECT_EQ(cell(data, "military_expenditure_share", "cow = 740 AND year = 1960"), "<one of its inputs>");
    EXPECT_EQ(cell(data, "military_personnel_share", "cow = 740 AND year = 1960"), "0.75");
    EXPECT_EQ(cell(data, "military_personnel_share", "cow = 20 AND year = 1960"), "<one of its inputs>");
    EXPECT_EQ(cell(data, "military_personnel_share", "cow = 20 AND year = 1961"), "<no row>");
}

TEST(TerritorialRivalry, is_one_for_a_rivalry_marked_as_spatial) {
    InventedStore store;
    store.add(
        descriptor("rivalries-tss", "dyad-spell",
                   "numbering = \"cow\"\nstate_1 = \"state_1\"\nstate_2 = \"state_2\"\nbegin = [\"began\"]\nend = "
                   "[\"ended\"]",
                   "name = \"spatial\"\nmain = true", "[1950, 1970]"),
        "1",
        "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES (2, 740, 1955, 1957, 1), (2, 740, 1957, "
        "1960, NULL)) AS t(state_1, state_2, began, ended, spatial)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1954, 1971, {"rivalry", "territorial-rivalry"}, {"USA", "JPN"}),
                      data);
    EXPECT_EQ(cell(data, "territorial_rivalry", "year = 1954"), "0");
    EXPECT_EQ(cell(data, "territorial_rivalry", "year = 1957"), "1");
    EXPECT_EQ(cell(data, "territorial_rivalry", "year = 1959"), "0");
    EXPECT_EQ(cell(data, "rivalry", "year = 1959"), "1");
    EXPECT_EQ(cell(data, "territorial_rivalry", "year = 1971"), "<outside coverage>");
}

// Gibler, Miller and Little 2.1.1, onsets against Japan since 1990 whose side A the other was on, listed with R:
// subset(g, ccode2 == 740 & year >= 1990 & sidea1 == 1 & midonset == 1).
TEST(OfficialHostility, has_the_known_onsets_against_japan) {
    ENTENTE_NEEDS_DATA(gml, "gml/gml-ddy-disputes-2.1.1.csv");
    OfficialStore store;
    store.add(gml);
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::DirectedDyadYear, 1990, 2010, {"hostility-started"}), data);
    EXPECT_EQ(panel.columns[0].from[0]->descriptor->id, "gml");
    const auto years = [&](int state) {
        return fact(data,
                    "string_agg(year || ':' || CAST(hostility_started AS INTEGER), ' ' ORDER BY year) FILTER "
                    "(hostility_started > 0 AND cow_2 = 740 AND cow_1 = " +
                        std::to_string(state) + ")");
    };
    EXPECT_EQ(years(710), "1995:3 1996:3 1999:3 2002:3 2004:3 2005:3 2007:3 2010:3");
    // 1994 and 1995 are years of the dispute 4042 that began in 1993.
    EXPECT_EQ(years(365), "1993:4 1994:4 1995:4 1996:4 2000:4 2001:3 2006:4 2008:3 2009:4");
    EXPECT_EQ(years(731), "1994:3 1997:3 1999:3");
}

// NMC 6.0, worked out with R as
// with(subset(n, year == 2016), milex[ccode == 2] / sum(milex[milex >= 0])), and personnel likewise.
TEST(OfficialMilitaryShare, agrees_with_the_same_division_in_r) {
    ENTENTE_NEEDS_DATA(nmc, "cow/NMC-60-abridged.csv");
    OfficialStore store;
    store.add(nmc);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 2016, 2016, {"military-share"}), data);
    EXPECT_EQ(fact(data, "round(max(military_expenditure_share) FILTER (code = 'USA'), 7)"), "0.4019166");
    EXPECT_EQ(fact(data, "round(max(military_personnel_share) FILTER (code = 'CHN'), 7)"), "0.1184264");
}

}  // namespace
}  // namespace entente::panels::tests
