// Official files against the shipped descriptors: each is recognised as its data set and version, by its content.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/fit.hpp"
#include "datasets/recognise.hpp"
#include "datasets/version_tests.hpp"
#include "folder.hpp"
#include "test_data.hpp"

namespace entente::datasets {
namespace {

struct OfficialFile {
    const char* path;
    const char* recognised_as;
};

// The versions are those that the README of the test data states for each file, from its source. Files with several
// data sets' codes in one table (crosswalks) have no descriptor.
constexpr OfficialFile kOfficialFiles[] = {
    {"aid/oecd_dac2a_oda_total_net.csv", "oda@2022"},
    {"aid/us_foreign_aid_country.csv", "us-aid@2021"},
    {"atop/atop4_01-alliance-level.csv", "atop-alliance@4.01"},
    {"atop/atop4_01-member-level.csv", "atop-member@4.01"},
    {"atop/atop5_0a.csv", "atop-alliance@5.0"},
    {"atop/atop5_0a.dta", "atop-alliance@5.0"},
    {"atop/atop5_0a_NNA.dta", "atop-alliance-nna@5.0"},
    {"atop/atop5_0aph.csv", "atop-phase@5.0"},
    {"atop/atop5_0aph.dta", "atop-phase@5.0"},
    {"atop/atop5_0aph_NNA.dta", "atop-phase-nna@5.0"},
    {"atop/atop5_0m.csv", "atop-member@5.0"},
    {"atop/atop5_0m.dta", "atop-member@5.0"},
    {"atop/atop5_0m_NNA.dta", "atop-member@5.0-nna"},
    {"atop/atop5_0sy.csv", "atop-state-year@5.0"},
    {"atop/atop5_0sy.dta", "atop-state-year@5.0"},
    {"atop/atop5_0sy_NNA.dta", "atop-state-year-nna@5.0"},
    {"atop/peacesciencer_atop_alliance.csv", "atop-directed@5.1-peacesciencer"},
    {"countrycode/states_gwstates.csv", "gw-states-micro@states-0.3.3"},
    {"cow/COW country codes.csv", "cow-codes@list"},
    {"cow/Extra-StateWarData_v4.0.csv", "wars-extra@4.0"},
    {"cow/INTRA-STATE WARS v5.1 CSV.csv", "wars-intra@5.1"},
    {"cow/Inter-StateWarData_v4.0.csv", "wars-inter@4.0"},
    {"cow/MIDA 5.0.csv", "mid-disputes@5.0"},
    {"cow/MIDB 5.0.csv", "mid-participants@5.0"},
    {"cow/MIDI 5.0.csv", "mid-incidents@5.0"},
    {"cow/MIDIP 5.0.csv", "mid-incident-participants@5.0"},
    {"cow/NMC-60-abridged.csv", "nmc@6.0"},
    {"cow/NMC_5_0.csv", "nmc@5.0"},
    {"cow/National_COW_4.0.csv", "cow-trade@4.0"},
    {"cow/Non-StateWarData_v4.0.csv", "wars-non-state@4.0"},
    {"cow/contcol.csv", "colonial-contiguity@3.1"},
    {"cow/igo_year_formatv3.csv", "igo-year@3.0"},
    {"cow/majors2016.csv", "cow-majors@2016"},
    {"cow/state_year_formatv3.csv.gz", "igo-state-year@3.0"},
    {"cow/states2016.csv", "cow-states@2016"},
    {"cow/system2016.csv", "cow-system@2016"},
    {"cow/tc2018.csv", "territorial-change@6"},
    {"democracy/polity4v2015.csv", "polity@p4v2015"},
    {"democracy/vdem-poly.csv", "vdem@to-2019"},
    {"distance/capitals.csv", "capitals-source@2020"},
    {"gdp/maddison-data_mpd2018.csv", "maddison@2018"},
    {"gdp/worldbank_gdp_per_capita.csv", "worldbank-gdp-per-capita@2024"},
    {"gml/gml-ddy-disputes-2.03.csv", "gml@2.03"},
    {"gml/gml-ddy-disputes-2.1.1.csv", "gml@2.1.1"},
    {"icb/icb1v13.csv", "icb@13"},
    {"isard/cw_democracy.csv", "democracy-cow@0.2.0"},
    {"isard/cw_gdppop.csv", "gdp-cow@0.2.0"},
    {"isard/cw_system.csv", "cow-states-isard@2016"},
    {"isard/gw_democracy.csv", "democracy-gw@0.2.0"},
    {"isard/gw_gdppop.csv", "gdp-gw@0.2.0"},
    {"isard/gw_system.csv", "gw-states-micro@isard-0.2.0"},
    {"leaders/CHISOLSstyr4_0.csv", "chisols@4.0"},
    {"leaders/REIGN_electionlist_3_21.csv", "reign-elections@2021-03"},
    {"leaders/REIGN_leaderlist_3_21.csv", "reign-leaders@2021-03"},
    {"leaders/REIGN_regime_list.csv", "reign-regimes@2021-03"},
    {"mid_dyadic/dyadic_mid_4.03.csv", "mid-dyadic@4.03"},
    {"nato/nato_defence_expenditure_2012_2019.csv", "nato-expenditure@2019"},
    {"opinion/TRUMPWORLD-pres.csv", "pew-us-confidence@2017"},
    {"opinion/TRUMPWORLD-us.csv", "pew-us-favourable@2017"},
    {"peacekeeping/ipi_contributions_20140331.csv", "ipi-contributions@monthly"},
    {"peacekeeping/ipi_data_mission.csv", "ipi-missions@2014-03"},
    {"peacekeeping/ipi_monthly_contributions_by_country.csv", "ipi-monthly@2014-03"},
    {"peacesciencer/LEAD.csv", "lead@2015"},
    {"peacesciencer/archigos.csv", "archigos@4.1"},
    {"peacesciencer/archigossums.csv", "archigos-years@4.1"},
    {"peacesciencer/cow_capitals.csv", "capitals-cow@2024"},
    {"peacesciencer/cow_contdir.csv", "contiguity@3.2-peacesciencer"},
    {"peacesciencer/cow_igo_sy.csv", "igo-counts@3.0"},
    {"peacesciencer/cow_mid_ddydisps.csv", "mid-peacesciencer@5.0"},
    {"peacesciencer/cow_mindist.csv.gz", "min-distance@2.0"},
    {"peacesciencer/cow_trade_sy.csv", "cow-trade-peacesciencer@4.0"},
    {"peacesciencer/gml_mid_ddydisps.csv", "gml-peacesciencer@2.2.1"},
    {"peacesciencer/grh_arms_races.csv", "arms-races@2005"},
    {"peacesciencer/gw_capitals.csv", "capitals-gw@2024"},
    {"peacesciencer/gw_states.csv", "gw-states@2017"},
    {"peacesciencer/leader_codes.csv", "leader-codes@4.1"},
    {"peacesciencer/lwuf.csv", "lwuf@2020"},
    {"peacesciencer/maoz_powers.csv", "maoz-powers@2019"},
    {"peacesciencer/td_rivalries.csv", "rivalries-td@2012"},
    {"peacesciencer/tss_rivalries.csv", "rivalries-tss@2021"},
    {"peacesciencer/ucdp_acd.csv", "ucdp-peacesciencer@2024"},
    {"rivalries/tss_rivalries.xlsx", "rivalries-tss-list@2021"},
    {"sipri/SIPRI-Milex-data-1949-2024_2.xlsx", "sipri-milex@2024"},
    {"sipri/sipri-exports-processed.csv", "sipri-arms-exports@2022-07"},
    {"sipri/sipri-milex-data_1949-2018_constant.csv", "sipri-milex-constant@2018"},
    {"trade/IR90s_dyads.csv", "ir90s-dyads@1990s"},
    {"trade/IR90s_nodes.csv", "ir90s-nodes@1990s"},
    {"troops/basedata.csv", "us-bases@1.0.4"},
    {"troops/builddata.csv", "us-construction@1.0.4"},
    {"troops/mme_v7.csv", "exercises@7"},
    {"troops/troopdata-rebuild-country-year.csv", "us-troops-rebuilt@1.0.4"},
    {"troops/troopdata.csv", "us-troops@1.0.4"},
    {"ucdp/UcdpPrioConflict_v25_1.csv", "ucdp@25.1"},
    {"unga/IdealpointestimatesAll_Apr2020.csv", "unga-ideal-points-sessions@2020-04"},
    {"unga/IdealpointsJuly2025.csv", "unga-ideal-points@2025-07"},
    {"unga/IdealpointsJuly2025.dta", "unga-ideal-points@2025-07"},
    {"unga/UNVotesPublished_1-70.csv.gz", "unga-votes@70"},
    {"unga/un_roll_call_issues.csv", "unga-issues@74"},
    {"unga/un_roll_calls.csv", "unga-roll-calls@74"},
    {"wars/interstate-war-rev.csv", "wars-revised@1"},
};

// One table for each supplier.
constexpr const char* kArmsTables = "sipri/tiv-export-1950-2021";

const std::vector<Descriptor>& shipped_descriptors() {
    static const std::vector<Descriptor> descriptors = [] {
        Problems problems;
        return read_descriptors({std::filesystem::path(ENTENTE_SOURCE_DIR) / "datasets"}, problems);
    }();
    return descriptors;
}

bool has_version(const Descriptor& descriptor, const StagedFile& staged, const RecognisedSheet& sheet) {
    return !find_versions(descriptor, staged.sheets[sheet.sheet], sheet.header_row).fit.empty();
}

// `nmc@6.0`, or why not; with all data sets that fit, if there are several.
std::string recognised(const std::filesystem::path& path) {
    const testing::Folder scratch;
    Problems problems;
    const auto staged = stage_file(path, scratch.path(), {}, problems);
    if (!staged) return to_line(problems.sorted().at(0));
    const auto heads = heads_of(*staged);
    std::string others;
    const Recognition recognition = recognise(*staged, shipped_descriptors(), "");
    for (const Descriptor& descriptor : shipped_descriptors()) {
        const Fit fit = fit_of(descriptor, heads, NotWith::Counts);
        const bool fits = !fit.sheets.empty() && has_version(descriptor, *staged, fit.sheets.front());
        if (fits && &descriptor != recognition.descriptor) others += ", and " + descriptor.id + " fits too";
    }
    if (recognition.descriptor == nullptr) return recognition.why_not + others;
    const std::string version = recognition.version == nullptr ? recognition.why_not : recognition.version->id;
    return recognition.descriptor->id + "@" + version + others;
}

class EachOfficialFile : public ::testing::TestWithParam<OfficialFile> {};

TEST_P(EachOfficialFile, is_recognised_as_one_data_set_and_version) {
    ENTENTE_NEEDS_DATA(path, GetParam().path);
    EXPECT_EQ(recognised(path), GetParam().recognised_as);
}

std::string name_in_letters(const ::testing::TestParamInfo<OfficialFile>& file) {
    std::string name = file.param.path;
    std::replace_if(name.begin(), name.end(), [](unsigned char letter) { return std::isalnum(letter) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Shipped, EachOfficialFile, ::testing::ValuesIn(kOfficialFiles), name_in_letters);

TEST(OfficialFiles, each_table_of_arms_exports_is_a_part_of_one_data_set) {
    ENTENTE_NEEDS_DATA(folder, kArmsTables);
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        EXPECT_EQ(recognised(entry.path()), "sipri-arms-tables@2022-07") << entry.path();
        ++count;
    }
    EXPECT_EQ(count, 134);  // as the README of the test data counts them
}

TEST(OfficialFiles, what_has_no_descriptor_is_taken_for_nothing) {
    for (const char* file : {"countrycode/codelist_panel.csv", "countrycode/codelist_without_cldr.csv",
                             "countrycode/data_cow.csv", "countrycode/data_gw.csv", "countrycode/data_polity5.csv",
                             "isard/cw_gw_panel.csv", "isard/gw_cw_panel.csv"}) {
        ENTENTE_NEEDS_DATA(path, file);
        EXPECT_EQ(recognised(path), "no data set that is known is like this") << file;
    }
}

}  // namespace
}  // namespace entente::datasets
