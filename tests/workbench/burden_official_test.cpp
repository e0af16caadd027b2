// Burdens out of the official files, against numbers that were worked out from the same files with R.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "test_data.hpp"
#include "workbench/burden.hpp"
#include "workbench/data_add.hpp"
#include "workbench/folders.hpp"
#include "workbench/official_store.hpp"

namespace entente::workbench {
namespace {

constexpr auto kFiles = std::to_array<const char*>(
    {"sipri/SIPRI-Milex-data-1949-2024_2.xlsx", "sipri/sipri-exports-processed.csv", "isard/cw_gdppop.csv",
     "cow/NMC-60-abridged.csv", "nato/nato_defence_expenditure_2012_2019.csv", "atop/atop5_0m.csv",
     "atop/peacesciencer_atop_alliance.csv", "aid/oecd_dac2a_oda_total_net.csv",
     "peacekeeping/ipi_monthly_contributions_by_country.csv", "troops/troopdata.csv",
     "troops/troopdata-rebuild-country-year.csv"});

class OfficialBurden : public OfficialStore<kFiles> {
protected:
    static void TearDownTestSuite() {
        asked_.clear();
        OfficialStore::TearDownTestSuite();
    }

    // Asked for once.
    static const BurdenResult& answer(const std::string& group, int year) {
        auto& result = asked_[{group, year}];
        if (result.groups.empty()) {
            BurdenRequest request;
            request.groups = {group};
            request.year = year;
            request.from = request.to = year;
            result = burden(request);
        }
        return result;
    }
    static const burden::BurdenReading& reading(const BurdenResult& result, const std::string& code,
                                                const std::string& measure) {
        const auto& group = result.groups.at(0);
        for (std::size_t member = 0; member < group.members.size(); ++member) {
            if (group.members[member].code != code) continue;
            for (std::size_t place = 0; place < result.theory.measures.size(); ++place) {
                if (result.theory.measures[place].id == measure) return group.now.facts.members[member].measures[place];
            }
        }
        throw std::runtime_error("no such reading");
    }

private:
    static inline std::map<std::pair<std::string, int>, BurdenResult> asked_;
};

// SIPRI's workbook, sheet "Share of GDP", read with R (readxl): Japan .009295167755, Germany .011291250614.
TEST_F(OfficialBurden, has_the_shares_of_the_workbook) {
    const auto& result = answer("JPN,GMY", 2016);
    EXPECT_NEAR(reading(result, "JPN", "spending-share").value.value, .9295167755, 1e-9);
    EXPECT_NEAR(reading(result, "GMY", "spending-share").value.value, 1.1291250614, 1e-9);
    ASSERT_TRUE(result.pair);
}

// The sheets "Current US$" and "Share of GDP" of the members of ATOP 5.0 with R: u / sum(u), g = u / s, g / sum(g) over
// those of whom both are known (not Iceland), and cor(g, s, method = "spearman").
TEST_F(OfficialBurden, agrees_on_the_leader_and_on_the_exploitation_hypothesis_with_r) {
    const auto& now = answer("atop:3180", 2016).groups.at(0).now;
    ASSERT_TRUE(now.leader);
    EXPECT_EQ(now.leader->code, "USA");
    EXPECT_NEAR(*now.leader_share, .707387867088, 1e-9);
    EXPECT_NEAR(*now.leader_size_share, .511406758836, 1e-9);
    EXPECT_EQ(now.exploitation.n, 28U);
    EXPECT_NEAR(now.exploitation.rho, .1964969896, 1e-9);
}

// … in 1964, of 14 members: .6087912. (Olson and Zeckhauser, with the data of their day, print .490.)
TEST_F(OfficialBurden, agrees_on_the_year_of_the_classic_study_with_r) {
    const auto& now = answer("atop:3180", 1964).groups.at(0).now;
    EXPECT_EQ(now.exploitation.n, 14U);
    EXPECT_NEAR(now.exploitation.rho, .6087912, 1e-7);
}

// SIPRI 2016, shares of .02 and more, counted with R: the United States, Greece, Estonia, Turkey.
TEST_F(OfficialBurden, counts_who_meets_two_per_cent_as_r_does) {
    const auto& result = answer("atop:3180", 2016);
    for (const auto& guideline : result.groups.at(0).guidelines) {
        if (guideline.measure != "spending-share") continue;
        EXPECT_TRUE(guideline.agreed);
        EXPECT_EQ(guideline.meet, 4);
        return;
    }
    FAIL() << "no guideline on spending";
}

// ATOP 5.0: 12 members signed in 1949, Greece and Turkey came in 1951, Montenegro's protocol is of 2016.
TEST_F(OfficialBurden, has_the_members_of_each_year) {
    EXPECT_EQ(answer("atop:3180", 1950).groups.at(0).members.size(), 12U);
    EXPECT_EQ(answer("atop:3180", 1964).groups.at(0).members.size(), 15U);
    EXPECT_EQ(answer("atop:3180", 2016).groups.at(0).members.size(), 29U);
    const auto& late = answer("atop:3180", 2024);
    EXPECT_EQ(late.groups.at(0).members.size(), 29U);
    ASSERT_FALSE(late.groups[0].notes.empty());
    EXPECT_NE(late.groups[0].notes[0].find("ends in 2018"), std::string::npos);
}

// ATOP 5.1, directed: the United States are to defend Japan, which is not to defend them.
TEST_F(OfficialBurden, counts_an_obligation_in_one_direction) {
    const auto& result = answer("JPN,USA", 2010);
    EXPECT_EQ(reading(result, "USA", "obliged-to").value.value, 1);
    EXPECT_EQ(reading(result, "JPN", "obliged-to").value.value, 0);
    EXPECT_EQ(reading(result, "JPN", "defended-by").value.value, 1);
}

// SIPRI's arms exports, with R as in tests/panels: 309 of 331 units that Japan received in 2016 are American.
TEST_F(OfficialBurden, agrees_on_arms_with_r) {
    const auto& result = answer((testing::source_folder() / "cases/us-japan").string(), 2016);
    EXPECT_NEAR(reading(result, "JPN", "arms-from-leader").value.value, 100 * 309.0 / 331, 1e-9);
    EXPECT_EQ(reading(result, "JPN", "arms-from-leader").of_year, 2016);
    EXPECT_EQ(reading(result, "USA", "arms-from-leader").value.reason, Reason::NotApplicable);
}

// The table has lost the Federal Republic before 1991 (SIPRI's own table of American exports has 1,185 million for
// 1957): its share is not known, and is not a share of nothing.
TEST_F(OfficialBurden, takes_arms_to_germany_before_1991_for_not_known_and_not_for_none) {
    const auto& result = answer("atop:3180", 1980);
    EXPECT_FALSE(reading(result, "GFR", "arms-from-leader").value.known());
    EXPECT_EQ(reading(result, "GFR", "arms-from-leader").value.reason, Reason::NoRow);
    EXPECT_TRUE(reading(result, "UKG", "arms-from-leader").value.known());
}

// SIPRI's workbook, sheets by financial and by calendar year: Japan 5,119,533 (2015) and 5,040,103 (2016) million yen
// from April; a quarter of the one and three quarters of the other are the calendar year's 5,059,960.5. The United
// Kingdom likewise, 39,769 ÷ 39,524.015. Of the United States both sheets have the financial year (note of the
// workbook).
TEST_F(OfficialBurden, shows_what_differs_only_by_the_year_that_is_meant) {
    const auto& japan = answer("JPN,USA", 2016);
    const double calendar = .25 * 5119533 + .75 * 5040103;
    EXPECT_NEAR(reading(japan, "JPN", "financial-year").value.value, 100 * 5040103 / calendar, 1e-9);
    EXPECT_NEAR(reading(japan, "USA", "financial-year").value.value, 100, 1e-12);
    EXPECT_NEAR(reading(answer("JPN,UKG", 2016), "UKG", "financial-year").value.value, 100 * 39769 / 39524.01514375,
                1e-6);
}

// NATO's shares of NATO's own output, and SIPRI's output to turn them into money; SIPRI's shares are of that output.
TEST_F(OfficialBurden, says_where_the_money_of_a_gap_mixes_sources) {
    int mixed = 0;
    for (const auto& guideline : answer("atop:3180", 2016).groups.at(0).guidelines) {
        if (guideline.measure == "spending-share") {
            EXPECT_EQ(guideline.money_mixes, "");
        }
        if (guideline.measure != "spending-share-nato") continue;
        EXPECT_EQ(
            guideline.money_mixes,
            "the share is by nato-expenditure, the gross domestic product that turns it into money by sipri-milex: "
            "by one source alone it is another sum");
        ++mixed;
    }
    EXPECT_GT(mixed, 0);
}

// Peacekeepers end in 2014 and stand in for three years; spending is known to 2024.
TEST_F(OfficialBurden, answers_for_the_last_year_of_which_most_is_known) {
    BurdenRequest request;
    request.groups = {"JPN,GMY"};
    const auto result = burden(request);
    EXPECT_EQ(result.year, 2017);
    EXPECT_EQ(
        result.notes.front(),
        "No year was asked for: 2017 is the last for which 5 of 5 weighed measures with data are known; after it too "
        "old: troops in peacekeeping missions (numbers of 2014 at the latest); military spending as a share of output "
        "is known up to 2024, which --year asks for.");
}

// The single figures that the shipped cases state are those of the files, to the digits that they print.
TEST_F(OfficialBurden, has_the_figures_that_the_shipped_cases_quote) {
    int compared = 0;
    for (const auto* name : {"cases/us-japan", "cases/nato"}) {
        const auto folder = testing::source_folder() / name;
        const auto open = open_case({folder, {}, {}, {}});
        ASSERT_TRUE(open->content.burden);
        for (const auto& figure : open->content.burden->figures) {
            SCOPED_TRACE(std::string(name) + ": " + figure.state.code + " " + std::to_string(figure.year) + " " +
                         figure.measure);
            // Of what no official data measure there is nothing to compare.
            const auto& theory = answer(folder.string(), 2017).theory;
            if (evidence::find_measure(theory, figure.measure)->formula == evidence::BurdenFormula::CaseOnly) continue;
            const auto& result = answer(folder.string(), figure.year);
            const auto& members = result.groups.at(0).members;
            const bool member = std::any_of(members.begin(), members.end(),
                                            [&](const NamedState& one) { return one.code == figure.state.code; });
            if (!member) continue;
            const auto& stated = reading(result, figure.state.code, figure.measure);
            ASSERT_TRUE(stated.value.known());
            EXPECT_EQ(stated.of_year, figure.year);
            EXPECT_NEAR(figure.value, stated.value.value, 1e-5 * std::abs(stated.value.value));
            ++compared;
        }
    }
    EXPECT_GT(compared, 50);
}

}  // namespace
}  // namespace entente::workbench
