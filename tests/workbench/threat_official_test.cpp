// Threats out of the official files, against numbers that were worked out from the same files with R.
#include <algorithm>
#include <map>
#include <memory>

#include "workbench/official_store.hpp"
#include "workbench/threat.hpp"
#include "workbench/threat_case.hpp"
#include "workbench/threat_store.hpp"

namespace entente::workbench {
namespace {

using evidence::ThreatValue;

constexpr auto kFiles = std::to_array<const char*>(
    {"cow/NMC-60-abridged.csv", "peacesciencer/cow_capitals.csv", "peacesciencer/cow_contdir.csv",
     "mid_dyadic/dyadic_mid_4.03.csv", "peacesciencer/tss_rivalries.csv", "unga/IdealpointsJuly2025.csv",
     "atop/peacesciencer_atop_alliance.csv", "democracy/polity4v2015.csv", "cow/majors2016.csv",
     "sipri/sipri-exports-processed.csv", "troops/troopdata.csv"});

class OfficialThreat : public OfficialStore<kFiles> {
protected:
    // The threats to a state in a year, asked for once.
    static const YearOfThreats& year_of(const std::string& state, int year) {
        static std::map<std::pair<std::string, int>, ThreatResult> asked;
        auto& result = asked[{state, year}];
        if (result.states.empty()) {
            ThreatRequest request;
            request.state = state;
            request.to = year;
            request.against =
                state == "JPN" ? std::vector<std::string>{"CHN", "PRK", "RUS", "USA"} : std::vector<std::string>{};
            request.ally = state == "JPN" ? "USA" : "";
            result = threat(request);
        }
        return result.states.at(0).years.at(0);
    }
    static const threat::DyadFacts& facts_of(const std::string& state, const std::string& other, int year) {
        for (const auto& one : year_of(state, year).threats) {
            if (one.other.code == other) return one.reading.facts;
        }
        throw std::runtime_error("no such threat");
    }
    static const AllyAgainst& against_china(int year) {
        for (const auto& one : year_of("JPN", year).responses) {
            if (one.threat.code == "CHN") return *one.ally;
        }
        throw std::runtime_error("no such response");
    }
};

// The cinc column of NMC 6.0, 2016. (The copy in the R package peacesciencer has .133254, .230825 and .033020.)
TEST_F(OfficialThreat, has_the_published_capability_shares) {
    EXPECT_NEAR(facts_of("JPN", "USA", 2016).capability.value, 0.1330576, 5e-7);
    EXPECT_NEAR(facts_of("JPN", "CHN", 2016).capability.value, 0.2306177, 5e-7);
    EXPECT_NEAR(facts_of("JPN", "CHN", 2016).own_capability.value, 0.0329675, 5e-7);
}

// Great circles on a sphere of 6371.0088 km between the capitals of the file, worked out with R.
TEST_F(OfficialThreat, has_the_distances_of_the_capitals) {
    EXPECT_NEAR(facts_of("JPN", "CHN", 2016).distance_km.value, 2101.9, 0.05);
    EXPECT_NEAR(facts_of("JPN", "PRK", 2016).distance_km.value, 1291.9, 0.05);
    EXPECT_NEAR(facts_of("JPN", "RUS", 2016).distance_km.value, 7491.2, 0.05);
    EXPECT_NEAR(facts_of("JPN", "USA", 2016).distance_km.value, 10902.7, 0.05);
}

// Bueno de Mesquita's formula by the same distances, 500 miles a day, worked out with R. The near ones come out
// stronger than at home (.23062 and .01344).
TEST_F(OfficialThreat, has_what_is_left_of_strength_at_a_distance) {
    EXPECT_NEAR(facts_of("JPN", "CHN", 2016).capability_at_distance.value, 0.23219, 5e-6);
    EXPECT_NEAR(facts_of("JPN", "PRK", 2016).capability_at_distance.value, 0.01677, 5e-6);
    EXPECT_NEAR(facts_of("JPN", "RUS", 2016).capability_at_distance.value, 0.01761, 5e-6);
    EXPECT_NEAR(facts_of("JPN", "USA", 2016).capability_at_distance.value, 0.06996, 5e-6);
    EXPECT_TRUE(facts_of("JPN", "CHN", 2016).inflated);
    EXPECT_FALSE(facts_of("JPN", "RUS", 2016).inflated);
}

// Johnson's p of China alone against Japan, and what the United States take from it, worked out with R from the cinc
// column as c / (c + j) and c / (c + j) − c / (c + j + u).
TEST_F(OfficialThreat, has_what_the_ally_takes_from_the_threat) {
    const std::map<int, std::pair<double, double>> expected{{1980, {0.6903, 0.3001}},
                                                            {1990, {0.6879, 0.3198}},
                                                            {2000, {0.7650, 0.3075}},
                                                            {2012, {0.8613, 0.3031}},
                                                            {2016, {0.8749, 0.2935}}};
    for (const auto& [year, numbers] : expected) {
        const auto& ally = against_china(year);
        EXPECT_NEAR(ally.alone.value, numbers.first, 5e-5) << year;
        EXPECT_NEAR(ally.gain.value, numbers.second, 5e-5) << year;
        EXPECT_TRUE(ally.pledged) << year;
    }
}

// Dyadic disputes 4.03 in which China's side began with Japan, listed with R: 1885 (level 3), 1934–36, 1953, 1954 and
// 1958 (4). H in 1960 with a half-life of ten years: Σ level / 5 · 2^(−(1960 − year) / 10) = 2.144959747286.
TEST_F(OfficialThreat, remembers_the_disputes_that_the_other_side_began) {
    EXPECT_NEAR(facts_of("JPN", "CHN", 1960).hostility.value, 2.144959747286, 1e-9);
    EXPECT_EQ(facts_of("JPN", "CHN", 1960).hostility_known_to, 2014);
}

// ATOP 5.1: the United States pledged to defend Japan, no other state did. Polity IV, 1980: Japan 10, China −7.
TEST_F(OfficialThreat, knows_pledges_and_regimes) {
    for (const auto& response : year_of("JPN", 1980).responses) {
        if (response.threat.code != "CHN") continue;
        EXPECT_EQ(response.facts[ThreatValue::DefenceAllies].value, 1);
        EXPECT_EQ(response.facts[ThreatValue::RegimeDistance].value, 17);
    }
}

// troopdata 1.0.4, 2012, read off the file: 49323 in Japan; in its neighbours by Direct Contiguity 3.2 (Russia, China,
// Taiwan, both Koreas, the Philippines) 44 + 42 + 10 + 0 + 27723 + 416 = 28235.
TEST_F(OfficialThreat, has_the_forces_that_one_state_keeps_in_others) {
    for (const auto& one : year_of("JPN", 2012).threats) {
        ASSERT_EQ(one.posture.size(), 1U);
        const auto& forces = one.posture[0].forces;
        if (one.other.code == "CHN") {
            EXPECT_EQ(forces.in_it.value, 42);
        } else if (one.other.code == "PRK") {
            EXPECT_EQ(forces.in_it.value, 0);
        } else if (one.other.code == "USA") {
            EXPECT_EQ(forces.in_state.value, 49323);
            EXPECT_EQ(forces.in_neighbours.value, 28235);
            EXPECT_EQ(one.posture[0].neighbours.size(), 6U);
        }
    }
}

// The same file, 1980: 244320 in the Federal Republic, 51 in the German Democratic Republic.
TEST_F(OfficialThreat, has_forces_of_a_state_that_was_divided_in_each_of_its_parts) {
    ThreatRequest request;
    request.state = "FRN";
    request.to = 1980;
    request.against = {"GFR", "GDR"};
    const auto result = threat(request);
    for (const auto& one : result.states.at(0).years.at(0).threats) {
        EXPECT_EQ(one.posture.at(0).forces.in_it.value, one.other.code == "GFR" ? 244320 : 51);
    }
}

// What docs/threat.md says of some states. Bhutan and Iceland are no danger to Japan, and the United States are sworn
// to defend it; Finland in 1938 was weak, near and friendless.
TEST_F(OfficialThreat, answers_what_the_rules_and_the_pledges_say) {
    const auto answer_of = [](const std::string& state, int year, const std::string& other) {
        ThreatRequest request;
        request.state = state;
        request.to = year;
        request.against = {other};
        const auto result = threat(request);
        const auto& prediction = result.states.at(0).years.at(0).responses.at(0).prediction;
        return std::pair{name_of(prediction.response), prediction.balances};
    };
    EXPECT_EQ(answer_of("JPN", 2014, "BHU").first, "no-threat");
    EXPECT_EQ(answer_of("JPN", 2014, "ICE").first, "no-threat");
    EXPECT_EQ(answer_of("JPN", 2014, "USA").first, "ally");
    EXPECT_EQ(answer_of("DEN", 1938, "GMY").first, "no-threat");
    EXPECT_EQ(answer_of("FIN", 1938, "RUS").first, "bandwagon");
    EXPECT_NEAR(answer_of("FIN", 1938, "RUS").second, 0.286, 5e-4);
    EXPECT_EQ(answer_of("TUR", 1946, "RUS").first, "balance");
}

// ATOP 5.1 has the Rio Treaty and the North Atlantic pact: the United States, Canada's only neighbour, are its ally.
TEST_F(OfficialThreat, has_no_ally_among_the_principal_threats) {
    const auto& year = year_of("CAN", 1990);
    EXPECT_EQ(year.threats.at(0).other.code, "USA");
    EXPECT_EQ(year.threats.at(0).status, threat::ThreatStatus::Ally);
    for (const auto& one : year.principal) EXPECT_NE(one.code, "USA");
    for (const auto& one : year.responses) EXPECT_NE(one.threat.code, "USA");
}

// China ranks first, and had begun nothing against Pakistan; India had.
TEST_F(OfficialThreat, answers_for_india_where_china_heads_the_ranking_and_is_no_threat) {
    ThreatRequest request;
    request.state = "PAK";
    request.from = 1962;
    request.to = 1975;
    const auto result = threat(request);
    for (const auto& year : result.states.at(0).years) {
        SCOPED_TRACE(year.year);
        ASSERT_FALSE(year.principal.empty());
        EXPECT_EQ(year.principal[0].code, "IND");
        ASSERT_FALSE(year.responses.empty());
        EXPECT_EQ(year.responses[0].threat.code, "IND");
        EXPECT_EQ(year.responses[0].prediction.response, threat::PredictedResponse::Balance);
    }
}

// NMC 6.0: Japan's expenditure 1985 and 1990, as the file has them.
TEST_F(OfficialThreat, observes_the_forces_that_the_file_has) {
    const auto& observed = year_of("JPN", 1990).observed;
    ASSERT_FALSE(observed.empty());
    EXPECT_EQ(observed[0].what, "military expenditure");
    EXPECT_EQ(observed[0].before.value, 14189000);
    EXPECT_EQ(observed[0].after.value, 28730000);
}

// States 2016: Poland left the system on 27 September 1939. ATOP: its pact with the United Kingdom is of that year.
TEST_F(OfficialThreat, sees_what_a_state_did_before_it_left_the_system) {
    const auto& observed = year_of("POL", 1938).observed;
    const auto pacts = std::find_if(observed.begin(), observed.end(), [](const ObservedChange& one) {
        return one.what == "defence pacts" && one.from == 1938;
    });
    ASSERT_NE(pacts, observed.end());
    EXPECT_EQ(pacts->to, 1939);
    EXPECT_TRUE(std::any_of(pacts->gained.begin(), pacts->gained.end(),
                            [](const NamedState& one) { return one.code == "UKG"; }));
}

// NMC 6.0 has France's expenditure in pounds to 1913 and in dollars from 1914: both are told, and no change.
TEST_F(OfficialThreat, tells_expenditure_in_two_currencies_without_a_change) {
    const auto& observed = year_of("FRN", 1913).observed;
    const auto spending = std::find_if(observed.begin(), observed.end(), [](const ObservedChange& one) {
        return one.what == "military expenditure" && one.from == 1913;
    });
    ASSERT_NE(spending, observed.end());
    EXPECT_EQ(spending->before.value, 66706);
    EXPECT_EQ(spending->after.value, 7708000);
    EXPECT_EQ(spending->unit, "thousand GBP, current prices");
    EXPECT_EQ(spending->unit_after, "thousand USD, current prices");
}

// The states of the system in 1938, and Poland's neighbours Germany and the Soviet Union among the first.
TEST_F(OfficialThreat, finds_the_neighbours_of_poland_in_1938) {
    const auto& threats = year_of("POL", 1938).threats;
    ASSERT_GT(threats.size(), 3U);
    std::vector<std::string> first;
    for (std::size_t place = 0; place < 3; ++place) first.push_back(threats[place].other.code);
    EXPECT_NE(std::find(first.begin(), first.end(), "RUS"), first.end());
    EXPECT_NE(std::find(first.begin(), first.end(), "GMY"), first.end());
}

// The single figures that the shipped case states are those of the files, to the digits that it prints; what it leaves
// out the files do not know.
TEST_F(OfficialThreat, has_the_figures_that_the_shipped_case_quotes) {
    const auto shipped = open_case({testing::source_folder() / "cases/us-japan", {}, {}, {}});
    const ThreatDataRequest request{1980, 2016, 740, 10, 10};
    std::map<std::pair<int, int>, threat::DyadFacts> official;
    for_each_year(*open_store(), request, [&](int year, auto facts) {
        for (const auto& each : facts) official[{each.other, year}] = each;
    });
    const auto expect_same = [](const Reading& quoted, const Reading& stated, double digits) {
        ASSERT_EQ(quoted.known(), stated.known());
        if (quoted.known()) {
            EXPECT_NEAR(quoted.value, stated.value, digits);
        }
    };
    int pairs = 0;
    for_each_year_of_case(*shipped, request, [&](int year, auto facts) {
        for (const auto& quoted : facts) {
            SCOPED_TRACE(std::to_string(quoted.other) + " in " + std::to_string(year));
            const auto& stated = official.at({quoted.other, year});
            expect_same(quoted.capability, stated.capability, 1e-6);
            expect_same(quoted.own_capability, stated.own_capability, 1e-6);
            expect_same(quoted.spending_share, stated.spending_share, 1e-6);
            expect_same(quoted.personnel_share, stated.personnel_share, 1e-6);
            expect_same(quoted.distance_km, stated.distance_km, 0.1);
            expect_same(quoted.contiguity, stated.contiguity, 0);
            expect_same(quoted.hostility, stated.hostility, 1e-5);
            expect_same(quoted.rivalry, stated.rivalry, 0);
            expect_same(quoted.territorial_rivalry, stated.territorial_rivalry, 0);
            expect_same(quoted.policy_distance, stated.policy_distance, 1e-6);
            EXPECT_EQ(quoted.hostility_known_to, stated.hostility_known_to);
            ++pairs;
        }
    });
    EXPECT_EQ(pairs, 35);  // five states in seven years
}

}  // namespace
}  // namespace entente::workbench
