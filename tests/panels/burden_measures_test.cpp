// The measures and records of a panel that the analysis of burden sharing stands on.
#include <gtest/gtest.h>

#include "panels/invented_store.hpp"
#include "panels/member_records.hpp"
#include "panels/official_files.hpp"
#include "test_data.hpp"

namespace entente::panels::tests {
namespace {

std::string aid() {
    return descriptor("oda", "directed-dyad-year", kPairYear,
                      "name = \"oda_usd_million\"\nunit = \"million USD\"\nmain = true", "[1960, 1970]");
}

std::string arms() {
    return descriptor("sipri-arms-exports", "directed-dyad-year", kPairYear,
                      "name = \"value\"\ncombine = \"sum\"\nabsent = 0\nmain = true", "[1960, 1970]");
}

TEST(AidGiven, adds_up_what_a_donor_gave_to_states_and_others) {
    InventedStore store;
    store.add(
        aid(), "1",
        "SELECT * FROM (VALUES (740, 710, 1960, 3.0), (740, NULL, 1960, 0.5), (2, 740, 1960, 7.0), (740, 710, "
        "1962, NULL), (740, 732, 1962, 4.0), (740, 710, 1970, 1.0)) AS t(state_1, state_2, year, oda_usd_million)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1971, {"aid-given"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "aid_given", "cow = 740 AND year = 1960"), "3.5");
    EXPECT_EQ(cell(data, "aid_given", "cow = 2 AND year = 1960"), "7.0");
    // Nobody says that Japan gave nothing in 1961; of 1962 a part is not known.
    EXPECT_EQ(cell(data, "aid_given", "cow = 740 AND year = 1961"), "<no row>");
    EXPECT_EQ(cell(data, "aid_given", "cow = 740 AND year = 1962"), "<missing in source>");
    EXPECT_EQ(cell(data, "aid_given", "cow = 740 AND year = 1971"), "<outside coverage>");
}

TEST(ArmsReceived, adds_up_deliveries_of_all_suppliers_and_is_zero_without_any) {
    InventedStore store;
    store.add(arms(), "1",
              "SELECT * FROM (VALUES (2, 740, 1960, 30.0), (NULL, 740, 1960, 1.0), (200, 740, 1960, 9.0), (740, 2, "
              "1970, 2.0)) AS t(state_1, state_2, year, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1971, {"arms-received"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "arms_received", "cow = 740 AND year = 1960"), "40.0");
    EXPECT_EQ(cell(data, "arms_received", "cow = 2 AND year = 1960"), "0.0");
    EXPECT_EQ(cell(data, "arms_received", "cow = 2 AND year = 1970"), "2.0");
    EXPECT_EQ(cell(data, "arms_received", "cow = 2 AND year = 1971"), "<outside coverage>");
}

TEST(ArmsReceived, has_a_column_for_each_state_of_a_pair) {
    InventedStore store;
    store.add(arms(), "1",
              "SELECT * FROM (VALUES (2, 740, 1960, 30.0), (740, 2, 1970, 2.0)) AS t(state_1, state_2, year, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"arms-received"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "arms_received_1", "cow_1 = 2"), "0.0");
    EXPECT_EQ(cell(data, "arms_received_2", "cow_1 = 2"), "30.0");
}

TEST(MemberSpells, are_of_one_alliance_by_year_of_entry) {
    InventedStore store;
    store.add(descriptor("atop-member", "member-spell",
                         "numbering = \"cow\"\nalliance = \"atopid\"\nstate = \"member\"\nbegin = [\"began\"]\nend = "
                         "[\"ended\"]",
                         "name = \"value\"\nmain = true", "[1949, 2018]"),
              "1",
              "SELECT *, began AS begin_year, ended AS end_year, 1 AS value FROM (VALUES (3180, 385, 1951, NULL), "
              "(3180, 2, 1949, 1951), (3180, 2, 1951, NULL), (3200, 740, 1951, 1960)) AS t(atopid, member, began, "
              "ended)");
    const auto data = store.data();
    const auto spells = read_member_spells(data, *data.find("atop-member"), "3180");
    ASSERT_EQ(spells.size(), 3U);
    EXPECT_EQ(spells[0].state, 2);
    EXPECT_EQ(spells[0].last_year, 1951);
    EXPECT_TRUE(spells[0].ended);
    EXPECT_EQ(spells[1].state, 2);
    EXPECT_EQ(spells[2].state, 385);
    EXPECT_EQ(spells[2].last_year, 2018);
    EXPECT_FALSE(spells[2].ended);
    EXPECT_TRUE(read_member_spells(data, *data.find("atop-member"), "3180' OR '1' = '1").empty());
}

// The file of the OECD, added up with R as sum(o$Value[o$Donor == "Japan" & o$Year == 2016]), and for Germany.
TEST(OfficialAidGiven, agrees_with_the_same_sum_in_r) {
    ENTENTE_NEEDS_DATA(oda, "aid/oecd_dac2a_oda_total_net.csv");
    OfficialStore store;
    store.add(oda);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 2008, 2016, {"aid-given"}, {"JPN", "GMY"}), data);
    EXPECT_EQ(fact(data, "round(max(aid_given) FILTER (code = 'JPN' AND year = 2016), 2)"), "6118.53");
    EXPECT_EQ(fact(data, "round(max(aid_given) FILTER (code = 'GMY' AND year = 2016), 2)"), "9939.44");
    EXPECT_EQ(cell(data, "aid_given", "code = 'JPN' AND year = 2008"), "<outside coverage>");
}

// SIPRI's table, added up with R as sum(s$value[s$recipient == "Japan" & s$year == 2016]): 309 of 331 are American.
TEST(OfficialArmsReceived, agrees_with_the_same_sum_in_r) {
    ENTENTE_NEEDS_DATA(exports, "sipri/sipri-exports-processed.csv");
    OfficialStore store;
    store.add(exports);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 2016, 2016, {"arms-received"}, {"JPN"}), data);
    EXPECT_EQ(fact(data, "max(arms_received)"), "331.0");
}

}  // namespace
}  // namespace entente::panels::tests
