// Panels of the official files against numbers that others published, most of them recomputed from the data of the R
// package peacesciencer.
#include <gtest/gtest.h>

#include "official_files.hpp"
#include "panels/panel.hpp"

namespace entente::panels::tests {
namespace {

// peacesciencer, ATOP 5.1: the United States defend Japan 1951–2018, and never the reverse.
TEST(OfficialPanel, keeps_the_direction_of_defence_pledges) {
    ENTENTE_NEEDS_DATA(pledges, "atop/peacesciencer_atop_alliance.csv");
    OfficialStore store;
    store.add(pledges);
    const auto data = store.data();
    (void)build_panel(
        request_of(PanelUnit::DirectedDyadYear, 1945, 2020, {"atop-directed"}, {"USA", "JPN", "ROK", "PRK", "CHN"}),
        data);
    const auto years = [&](const std::string& pair) {
        return fact(data, "min(year) FILTER (atop_directed_defense = 1 AND " + pair +
                              ") || '–' || max(year) FILTER "
                              "(atop_directed_defense = 1 AND " +
                              pair +
                              ") || ': ' || count(*) FILTER "
                              "(atop_directed_defense = 1 AND " +
                              pair + ")");
    };
    // Japan is not on the COW list again before 1952, so the pledge of 1951 has no row.
    EXPECT_EQ(years("cow_1 = 2 AND cow_2 = 740"), "1952–2018: 67");
    EXPECT_EQ(years("cow_1 = 740 AND cow_2 = 2"), "NULL");
    EXPECT_EQ(years("cow_1 = 2 AND cow_2 = 732"), "1953–2018: 66");
    EXPECT_EQ(years("cow_1 = 732 AND cow_2 = 2"), "1953–2018: 66");
    EXPECT_EQ(years("cow_1 = 710 AND cow_2 = 731"), "1961–2018: 58");
    EXPECT_EQ(cell(data, "atop_directed_consul", "cow_1 = 740 AND cow_2 = 2 AND year = 2000"), "1");
    // years after the data's end are missing, never zero; within them a pair without a row has pledged nothing.
    EXPECT_EQ(cell(data, "atop_directed_defense", "cow_1 = 2 AND cow_2 = 740 AND year = 2019"), "<outside coverage>");
    EXPECT_EQ(cell(data, "atop_directed_defense", "cow_1 = 731 AND cow_2 = 732 AND year = 2020"), "<outside coverage>");
    EXPECT_EQ(cell(data, "atop_directed_defense", "cow_1 = 731 AND cow_2 = 740 AND year = 2000"), "0");
}

// 2018: 8,456 rows; defence
// 3,412, neutrality 110, non-aggression 8,432, consultation 3,000.
TEST(OfficialPanel, has_the_published_number_of_pledges) {
    ENTENTE_NEEDS_DATA(pledges, "atop/peacesciencer_atop_alliance.csv");
    OfficialStore store;
    store.add(pledges);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 2018, 2018, {"atop-directed"}), data);
    EXPECT_EQ(fact(data, "count(*) FILTER (atop_directed_defense = 1)"), "3412");
    EXPECT_EQ(fact(data, "count(*) FILTER (atop_directed_offense = 1)"), "0");
    EXPECT_EQ(fact(data, "count(*) FILTER (atop_directed_neutral = 1)"), "110");
    EXPECT_EQ(fact(data, "count(*) FILTER (atop_directed_nonagg = 1)"), "8432");
    EXPECT_EQ(fact(data, "count(*) FILTER (atop_directed_consul = 1)"), "3000");
}

// peacesciencer filled the years after 2016 with zeros.
TEST(OfficialPanel, knows_no_contiguity_after_its_coverage) {
    ENTENTE_NEEDS_DATA(contiguity, "peacesciencer/cow_contdir.csv");
    OfficialStore store;
    store.add(contiguity);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 2015, 2018, {"contiguity.conttype"}, {"USA", "CAN", "JPN"}),
                      data);
    EXPECT_EQ(cell(data, "contiguity_conttype", "cow_1 = 2 AND cow_2 = 20 AND year = 2016"), "1");
    EXPECT_EQ(cell(data, "contiguity_conttype", "cow_1 = 2 AND cow_2 = 20 AND year = 2017"), "<outside coverage>");
    EXPECT_EQ(cell(data, "contiguity_conttype", "cow_1 = 2 AND cow_2 = 740 AND year = 2016"), "0");
    EXPECT_EQ(cell(data, "contiguity_conttype", "cow_1 = 2 AND cow_2 = 740 AND year = 2018"), "<outside coverage>");
}

// The workbook of 2024: Costa Rica has had no army since 1949, which its notes say (0 in constant dollars too); the
// German Democratic Republic has marks of its own and no rate of exchange, and 0 in the sheet of current dollars alone.
TEST(OfficialPanel, tells_a_state_without_an_army_from_one_without_a_rate_of_exchange) {
    ENTENTE_NEEDS_DATA(milex, "sipri/SIPRI-Milex-data-1949-2024_2.xlsx");
    OfficialStore store;
    store.add(milex);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1950, 2016,
                                 {"sipri-milex.current_usd_million", "sipri-milex.constant_usd_million"}),
                      data);
    EXPECT_EQ(cell(data, "sipri_milex_current_usd_million", "cow = 94 AND year = 2000"), "0.0");
    EXPECT_EQ(cell(data, "sipri_milex_constant_usd_million", "cow = 94 AND year = 2000"), "0.0");
    EXPECT_EQ(cell(data, "sipri_milex_current_usd_million", "cow = 265 AND year = 1980"), "<missing in source>");
    EXPECT_EQ(fact(data,
                   "count(*) FILTER (sipri_milex_constant_usd_million = 0 AND sipri_milex_current_usd_million IS "
                   "DISTINCT FROM 0)"),
              "0");
    EXPECT_EQ(fact(data,
                   "count(*) FILTER (sipri_milex_current_usd_million = 0 AND sipri_milex_constant_usd_million IS "
                   "DISTINCT FROM 0)"),
              "0");
}

// What the files have of Eisenhower (USA-1953), read by eye.
TEST(OfficialPanel, joins_what_is_known_of_leaders_to_their_years) {
    ENTENTE_NEEDS_DATA(leaders, "peacesciencer/archigos.csv");
    ENTENTE_NEEDS_DATA(lead, "peacesciencer/LEAD.csv");
    ENTENTE_NEEDS_DATA(willingness, "peacesciencer/lwuf.csv");
    ENTENTE_NEEDS_DATA(codes, "peacesciencer/leader_codes.csv");
    OfficialStore store;
    for (const auto& file : {leaders, lead, willingness, codes}) store.add(file);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::LeaderYear, 1950, 1960,
                                 {"lead.milservice", "lwuf.theta2_mean", "leader-codes.leaderid"}, {"USA"}),
                      data);
    EXPECT_EQ(fact(data, "count(*)"), "12");  // 1953 has two leaders
    EXPECT_EQ(cell(data, "lead_milservice", "leader = 'USA-1953' AND year = 1955"), "1");
    EXPECT_EQ(cell(data, "lwuf_theta2_mean", "leader = 'USA-1953' AND year = 1960"), "1.0491242186205822");
    EXPECT_EQ(cell(data, "leader_codes_leaderid", "leader = 'USA-1953' AND year = 1953"), "LEAD.v1-49");
}

// Sagamihara 17,500 and Camp Zama 2,350 in 2009; Sagamihara and Okinawa 6,000 each in 2010.
TEST(OfficialPanel, sums_what_was_spent_on_the_places_of_a_state) {
    ENTENTE_NEEDS_DATA(construction, "troops/builddata.csv");
    OfficialStore store;
    store.add(construction);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 2008, 2010, {"us-construction"}, {"JPN"}), data);
    EXPECT_EQ(cell(data, "us_construction_spend_construction", "year = 2009"), "19850.0");
    EXPECT_EQ(cell(data, "us_construction_spend_construction", "year = 2010"), "12000.0");
}

// recomputed from NMC by others; the shares as published beside those computed anew.
TEST(OfficialPanel, computes_the_published_capability_shares) {
    ENTENTE_NEEDS_DATA(nmc, "cow/NMC-60-abridged.csv");
    OfficialStore store;
    store.add(nmc);
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::StateYear, 1816, 2016, {"nmc.cinc", "capability-share"}), data);
    EXPECT_EQ(fact(data, "count(*) FILTER (abs(nmc_cinc - capability_share) > 1e-7)"), "0");
    EXPECT_EQ(fact(data, "count(*) FILTER (abs(nmc_cinc - capability_share) <= 1e-7)"),
              std::to_string(panel.columns[0].present()));
    EXPECT_EQ(fact(data, "round(max(capability_share) FILTER (code = 'USA' AND year = 1945), 7)"), "0.3838635");
    EXPECT_EQ(fact(data, "round(max(capability_share) FILTER (code = 'JPN' AND year = 1938), 7)"), "0.0590805");
    // United States and United Kingdom 1816, 1892, 1897.
    EXPECT_EQ(fact(data, "round(max(nmc_cinc) FILTER (code = 'USA' AND year = 1816), 4)"), "0.0397");
    EXPECT_EQ(fact(data, "round(max(nmc_cinc) FILTER (code = 'UKG' AND year = 1816), 3)"), "0.337");
    EXPECT_EQ(fact(data, "round(max(nmc_cinc) FILTER (code = 'USA' AND year = 1897), 3)"), "0.169");
    EXPECT_EQ(fact(data, "round(max(nmc_cinc) FILTER (code = 'UKG' AND year = 1897), 3)"), "0.166");
}

// from peacesciencer's data of CShapes 2.0.
TEST(OfficialPanel, has_the_published_minimum_distances) {
    ENTENTE_NEEDS_DATA(distances, "peacesciencer/cow_mindist.csv.gz");
    OfficialStore store;
    store.add(distances);
    const auto data = store.data();
    (void)build_panel(
        request_of(PanelUnit::DyadYear, 2015, 2020, {"minimum-distance"}, {"USA", "JPN", "ROK", "PRK", "RUS"}), data);
    const auto km = [&](const std::string& first, const std::string& second) {
        return fact(data, "round(max(minimum_distance) FILTER (year = 2015 AND code_1 IN ('" + first + "', '" + second +
                              "') AND code_2 IN ('" + first + "', '" + second + "')), 5)");
    };
    EXPECT_EQ(km("ROK", "PRK"), "0.0");
    EXPECT_EQ(km("ROK", "JPN"), "55.90142");
    EXPECT_EQ(km("USA", "RUS"), "79.97761");
    EXPECT_EQ(km("USA", "JPN"), "2806.6648");
    EXPECT_EQ(km("USA", "ROK"), "4333.36697");
    EXPECT_EQ(cell(data, "minimum_distance", "code_1 = 'USA' AND code_2 = 'JPN' AND year = 2020"),
              "<outside coverage>");
}

// The great circle between Washington and Tokyo on a sphere of 6371.0088 km, worked out in R (10902.71654) with the
// coordinates of the file, as
// 2*6371.0088*asin(sqrt(sin((b1-a1)/2)^2+cos(a1)*cos(b1)*sin((b2-a2)/2)^2)).
TEST(OfficialPanel, measures_between_the_capitals_of_the_years_last_day) {
    ENTENTE_NEEDS_DATA(capitals, "peacesciencer/cow_capitals.csv");
    OfficialStore store;
    store.add(capitals);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1950, 2000, {"capital-distance"}, {"USA", "JPN", "BRA"}), data);
    EXPECT_EQ(fact(data, "round(max(capital_distance) FILTER (code_1 = 'USA' AND code_2 = 'JPN' AND year = 2000), 2)"),
              "10902.72");
    // Brazil's capital moved from Rio de Janeiro to Brasília on 1960-04-21.
    EXPECT_EQ(fact(data, "count(DISTINCT capital_distance) FILTER (code_1 = 'USA' AND code_2 = 'BRA' AND year < 1960)"),
              "1");
    EXPECT_EQ(fact(data,
                   "max(capital_distance) FILTER (code_1 = 'USA' AND code_2 = 'BRA' AND year = 1960) = "
                   "max(capital_distance) FILTER (code_1 = 'USA' AND code_2 = 'BRA' AND year = 2000)"),
              "true");
    EXPECT_EQ(fact(data,
                   "max(capital_distance) FILTER (code_1 = 'USA' AND code_2 = 'BRA' AND year = 1959) = "
                   "max(capital_distance) FILTER (code_1 = 'USA' AND code_2 = 'BRA' AND year = 1960)"),
              "false");
}

// the number of undirected dyad-years of the COW list with both capability shares (peacesciencer's "parlor
// tricks", NMC 6: 132,639 + 114,225 + 198,867 and 141,100 + 133,564 + 235,749, the dyads by the order of the two).
TEST(OfficialPanel, has_about_as_many_dyad_years_as_the_published_table) {
    ENTENTE_NEEDS_DATA(nmc, "cow/NMC-60-abridged.csv");
    OfficialStore store;
    store.add(nmc);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1816, 2016, {"nmc.cinc"}), data);
    const auto both = std::stod(fact(data, "count(*) FILTER (nmc_cinc_1 > 0 AND nmc_cinc_2 > 0)"));
    EXPECT_NEAR(both, 132639 + 114225 + 198867 + 141100 + 133564 + 235749, 100);
}

// Polity numbers some states otherwise than the Correlates of War: in its file 341 is Kosovo (polity2 8 in 2010) and
// 348 Montenegro (9), 626 Sudan without the south (−4 in 2012) and 525 South Sudan (0), 364 the Soviet Union (−7 in
// 1980).
TEST(OfficialPanel, gives_each_state_its_own_polity_score) {
    ENTENTE_NEEDS_DATA(polity, "democracy/polity4v2015.csv");
    OfficialStore store;
    store.add(polity);
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1945, 2015, {"polity.polity2"}), data);
    const auto score = [&](int number, int year) {
        return cell(data, "polity_polity2", "cow = " + std::to_string(number) + " AND year = " + std::to_string(year));
    };
    EXPECT_EQ(score(341, 2010), "9");
    EXPECT_EQ(score(347, 2010), "8");
    EXPECT_EQ(score(625, 2012), "-4");
    EXPECT_EQ(score(626, 2012), "0");
    EXPECT_EQ(score(365, 1980), "-7");
    EXPECT_EQ(score(255, 1990), "10");
}

}  // namespace
}  // namespace entente::panels::tests
