// Every official file of which the README of the test data states the number of rows, through staging, recognition and
// import: no row is lost, none is made up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/importing.hpp"
#include "test_data.hpp"

namespace entente::datasets {
namespace {

struct OfficialRows {
    const char* path;
    std::int64_t rows;
};

// Rows as the README states them, without the header; where the descriptor leaves rows out or turns columns into rows,
// the number of them stands beside.
constexpr OfficialRows kOfficialRows[] = {
    {"aid/oecd_dac2a_oda_total_net.csv", 45797},
    {"aid/us_foreign_aid_country.csv", 10932},  // of 15294: obligations and disbursements of a year are one row
    {"atop/atop4_01-alliance-level.csv", 745},
    {"atop/atop4_01-member-level.csv", 2398},
    {"atop/atop5_0a.csv", 765},
    {"atop/atop5_0a.dta", 765},
    {"atop/atop5_0a_NNA.dta", 580},
    {"atop/atop5_0aph.csv", 820},
    {"atop/atop5_0aph.dta", 820},
    {"atop/atop5_0aph_NNA.dta", 628},
    {"atop/atop5_0m.csv", 2446},
    {"atop/atop5_0m.dta", 2446},
    {"atop/atop5_0m_NNA.dta", 1812},
    {"atop/atop5_0sy.csv", 11835},
    {"atop/atop5_0sy.dta", 11835},
    {"atop/atop5_0sy_NNA.dta", 10471},
    {"atop/peacesciencer_atop_alliance.csv", 273296},
    {"countrycode/states_gwstates.csv", 239},
    {"cow/COW country codes.csv", 243},
    {"cow/Extra-StateWarData_v4.0.csv", 198},
    {"cow/INTRA-STATE WARS v5.1 CSV.csv", 420},
    {"cow/Inter-StateWarData_v4.0.csv", 337},
    {"cow/MIDA 5.0.csv", 2436},
    {"cow/MIDB 5.0.csv", 5883},
    {"cow/MIDI 5.0.csv", 4483},
    {"cow/MIDIP 5.0.csv", 9619},
    {"cow/NMC-60-abridged.csv", 15951},
    {"cow/NMC_5_0.csv", 15171},
    {"cow/National_COW_4.0.csv", 14410},
    {"cow/Non-StateWarData_v4.0.csv", 62},
    {"cow/contcol.csv", 1349},
    {"cow/igo_year_formatv3.csv", 19335},
    {"cow/majors2016.csv", 14},
    {"cow/state_year_formatv3.csv.gz", 15557},
    {"cow/states2016.csv", 243},
    {"cow/system2016.csv", 15951},
    {"cow/tc2018.csv", 842},
    {"democracy/polity4v2015.csv", 17061},
    {"democracy/vdem-poly.csv", 27013 - 750},  // 750 rows of territories without a COW number
    {"distance/capitals.csv", 266},
    {"gdp/maddison-data_mpd2018.csv", 19873},
    {"gdp/worldbank_gdp_per_capita.csv", 266 * 65},  // states and groups x years
    {"gml/gml-ddy-disputes-2.03.csv", 10386},
    {"gml/gml-ddy-disputes-2.1.1.csv", 10338},
    {"icb/icb1v13.csv", 482},
    {"isard/cw_democracy.csv", 17706},
    {"isard/cw_gdppop.csv", 16536},
    {"isard/cw_system.csv", 243},
    {"isard/gw_democracy.csv", 20849},
    {"isard/gw_gdppop.csv", 19667},
    {"isard/gw_system.csv", 239},
    {"leaders/CHISOLSstyr4_0.csv", 9703},
    {"leaders/REIGN_electionlist_3_21.csv", 4351},
    {"leaders/REIGN_leaderlist_3_21.csv", 2524},
    {"leaders/REIGN_regime_list.csv", 627},
    {"mid_dyadic/dyadic_mid_4.03.csv", 10358},
    {"nato/nato_defence_expenditure_2012_2019.csv", 232},
    {"opinion/TRUMPWORLD-pres.csv", 15 * 37},  // years x countries
    {"opinion/TRUMPWORLD-us.csv", 17 * 37},    // years x countries
    {"peacekeeping/ipi_contributions_20140331.csv", 573},
    {"peacekeeping/ipi_data_mission.csv", 5330},
    {"peacekeeping/ipi_monthly_contributions_by_country.csv", 25657},
    {"peacesciencer/LEAD.csv", 3409},
    {"peacesciencer/archigos.csv", 3409},
    {"peacesciencer/archigossums.csv", 14407},
    {"peacesciencer/cow_capitals.csv", 242},
    {"peacesciencer/cow_contdir.csv", 1874 - 180},  // 180 dyads that are not contiguous (conttype 0)
    {"peacesciencer/cow_igo_sy.csv", 15557},
    {"peacesciencer/cow_mid_ddydisps.csv", 10234},
    {"peacesciencer/cow_mindist.csv.gz", 952244},
    {"peacesciencer/cow_trade_sy.csv", 14410},
    {"peacesciencer/gml_mid_ddydisps.csv", 9284},
    {"peacesciencer/grh_arms_races.csv", 71},
    {"peacesciencer/gw_capitals.csv", 264},
    {"peacesciencer/gw_states.csv", 216},
    {"peacesciencer/leader_codes.csv", 3409},
    {"peacesciencer/lwuf.csv", 3409},
    {"peacesciencer/maoz_powers.csv", 20},
    {"peacesciencer/td_rivalries.csv", 197},
    {"peacesciencer/tss_rivalries.csv", 264},
    {"peacesciencer/ucdp_acd.csv", 5652},
    {"rivalries/tss_rivalries.xlsx", 264},
    {"sipri/SIPRI-Milex-data-1949-2024_2.xlsx", 174 * 76},  // states x years
    {"sipri/sipri-exports-processed.csv", 21324},
    {"sipri/sipri-milex-data_1949-2018_constant.csv", 173 * 70},  // a row for each state and year
    {"trade/IR90s_dyads.csv", 16770},
    {"trade/IR90s_nodes.csv", 130},
    {"troops/basedata.csv", 414},
    {"troops/builddata.csv", 5532},
    {"troops/mme_v7.csv", 3707},
    {"troops/troopdata-rebuild-country-year.csv", 13135 - 75},  // the United States themselves
    {"troops/troopdata.csv", 14792 - 72},                       // the United States themselves
    {"ucdp/UcdpPrioConflict_v25_1.csv", 2752},
    {"unga/IdealpointestimatesAll_Apr2020.csv", 10469},
    {"unga/IdealpointsJuly2025.csv", 11440},
    {"unga/IdealpointsJuly2025.dta", 11440},
    {"unga/UNVotesPublished_1-70.csv.gz", 1066613},
    {"unga/un_roll_call_issues.csv", 5745},
    {"unga/un_roll_calls.csv", 6203},
    {"wars/interstate-war-rev.csv", 586},
};

std::string test_name(const ::testing::TestParamInfo<OfficialRows>& info) {
    std::string name = info.param.path;
    std::replace_if(name.begin(), name.end(), [](unsigned char letter) { return std::isalnum(letter) == 0; }, '_');
    return name;
}

const std::vector<Descriptor>& shipped_descriptors() {
    static const auto known = [] {
        Problems problems;
        return read_descriptors({std::filesystem::path(ENTENTE_SOURCE_DIR) / "datasets"}, problems);
    }();
    return known;
}

class OfficialImport : public ImportingFile, public ::testing::WithParamInterface<OfficialRows> {};

}  // namespace

TEST_P(OfficialImport, has_every_row_of_the_file) {
    ENTENTE_NEEDS_DATA(path, GetParam().path);
    const auto staged = stage(path);
    ASSERT_TRUE(staged) << first_problem();
    const auto recognised = recognise(*staged, shipped_descriptors(), {});
    ASSERT_NE(recognised.version, nullptr) << recognised.why_not;
    if (!recognised.descriptor->several_files) {
        EXPECT_EQ(recognised.version->rows, GetParam().rows);
    }
    const auto outcome =
        import_file(database_, *staged, recognised, recognised.version->id, states_, "0.1.0", problems_);
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->file.rows, GetParam().rows);
    const auto stored = database_.query("SELECT count(*) AS found FROM " + identifier(outcome->file.table));
    EXPECT_EQ(stored.integer(0, "found"), GetParam().rows);
    EXPECT_FALSE(read_variables(database_).empty());
}

INSTANTIATE_TEST_SUITE_P(ReadMe, OfficialImport, ::testing::ValuesIn(kOfficialRows), test_name);

class OfficialValues : public ImportingFile {
protected:
    // Nothing where the file is not recognised or cannot be imported.
    std::optional<ImportOutcome> import_official(const std::filesystem::path& path) {
        const auto staged = stage(path);
        if (!staged) return std::nullopt;
        const auto recognised = recognise(*staged, shipped_descriptors(), {});
        if (recognised.version == nullptr) return std::nullopt;
        return import_file(database_, *staged, recognised, recognised.version->id, states_, "0.1.0", problems_);
    }
};

// Counted apart in Python: of the release of 2020 all 10,469 rows rest on as many votes as the row of 2025 of that
// state in the year `session + 1945`, and no session is nearer to another year.
TEST_F(OfficialValues, sessions_of_the_general_assembly_are_the_years_of_the_later_release) {
    ENTENTE_NEEDS_DATA(of_2020, "unga/IdealpointestimatesAll_Apr2020.csv");
    ENTENTE_NEEDS_DATA(of_2025, "unga/IdealpointsJuly2025.csv");
    ASSERT_TRUE(import_official(of_2020)) << first_problem();
    ASSERT_TRUE(import_official(of_2025)) << first_problem();
    EXPECT_EQ(
        cells("SELECT count(*) AS n, min(o.year) AS first, max(o.year) AS last FROM unga_ideal_points_sessions_2020_04 "
              "o JOIN unga_ideal_points_2025_07 n ON o.ccode = n.ccode AND o.year = n.year WHERE o.nvotes = "
              "n.nvoteslegacy"),
        "10469 1946 2019");
}

// The rows of the file for Japan: 2002 has 360839 dollars obligated and 481777 disbursed, 1954 only 83095000 obligated.
TEST_F(OfficialValues, aid_obligated_and_aid_disbursed_are_columns_of_one_row) {
    ENTENTE_NEEDS_DATA(path, "aid/us_foreign_aid_country.csv");
    const auto outcome = import_official(path);
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->remarks, std::vector<std::string>{});
    EXPECT_EQ(
        cells("SELECT fiscal_year, CAST(obligations_current AS BIGINT) AS obligated, CAST(disbursements_current AS "
              "BIGINT) AS disbursed FROM us_aid_2021 WHERE cow = 740 AND fiscal_year IN (1954, 2002) ORDER BY 1"),
        "1954 83095000 NULL / 2002 360839 481777");
    // Counted in Python: 10,871 rows of obligations and 4,423 of disbursements.
    EXPECT_EQ(cells("SELECT count(obligations_current) AS o, count(disbursements_current) AS d FROM us_aid_2021"),
              "10871 4423");
}

// Cut off behind the last alliance of the data set without non-aggression pacts, the whole one ends where that one
// does.
TEST_F(OfficialValues, a_member_file_that_is_cut_short_is_not_taken_for_the_one_without_pacts) {
    ENTENTE_NEEDS_DATA(path, "atop/atop5_0m.csv");
    const auto whole = read(path);
    const auto next = whole.find("\n6095,");
    ASSERT_NE(next, std::string::npos);
    const auto staged = stage(write("atop5_0m.csv", std::string_view(whole).substr(0, next + 1)));
    ASSERT_TRUE(staged) << first_problem();
    const auto recognised = recognise(*staged, shipped_descriptors(), {});
    EXPECT_EQ(recognised.version, nullptr);
    EXPECT_NE(recognised.why_not.find("5.0-nna: 'atopid' holds 2105"), std::string::npos) << recognised.why_not;
    EXPECT_NE(recognised.why_not.find("5.0: the largest 'atopid' is 6085, not 7050"), std::string::npos);
}

TEST_F(OfficialValues, a_file_cut_short_at_a_row_is_remarked_upon) {
    ENTENTE_NEEDS_DATA(path, "cow/NMC-60-abridged.csv");
    const auto whole = read(path);
    const auto middle = whole.find('\n', whole.size() / 2);
    const auto outcome = import_official(write("nmc.csv", std::string_view(whole).substr(0, middle + 1)));
    ASSERT_TRUE(outcome) << first_problem();
    ASSERT_FALSE(outcome->remarks.empty());
    EXPECT_NE(outcome->remarks.front().find("where version 6.0 has 15,951 rows: cut short, or changed since?"),
              std::string::npos)
        << outcome->remarks.front();
}

}  // namespace entente::datasets
