// Histories out of the official files, against counts and curves that R (4.2.2, survival 3.5-3) gives by the same
// rules, and against tables of published length.
#include <gtest/gtest.h>

#include "outlook/alliance_histories.hpp"
#include "outlook/atop_rows.hpp"
#include "outlook/history_tables.hpp"
#include "outlook/pair_alliances.hpp"

namespace entente::outlook {
namespace {

using testing::AtopFiles;

constexpr double kDays = 365.25;
const std::vector<double> kYears{1, 5, 10, 20, 30, 50};

class AtopHistories : public ::testing::Test {
protected:
    void SetUp() override {
        ENTENTE_NEEDS_DATA(alliances, "atop/atop5_0a.csv");
        ENTENTE_NEEDS_DATA(members, "atop/atop5_0m.csv");
        ENTENTE_NEEDS_DATA(phases, "atop/atop5_0aph.csv");
        static const AtopFiles files(alliances, members, phases, 2018);
        rows = &files.rows;
    }

    const AllianceRows* rows = nullptr;
};

// The codebook (5.0) prints no table of endings; it says 765 alliances (page 4), 185 of them pure non-aggression pacts
// (section 2.2) and 44 with more than one phase (section 2.1).
TEST_F(AtopHistories, agree_with_the_counts_that_the_codebook_prints) {
    EXPECT_EQ(whole_alliance_histories(*rows).units.size(), 765U);
    EXPECT_EQ(whole_alliance_histories(*rows, {AllianceKind::BeyondNonaggression, {}, {}}).units.size(), 765U - 185U);
    std::set<int> in_phases;
    for (const auto& phase : rows->phases) {
        if (phase.phase > 1) in_phases.insert(phase.alliance);
    }
    EXPECT_EQ(in_phases.size(), 44U);
}

// R, by the same rules written anew: units, rows joined by the TERMMODE of the former, returns, branches, years.
TEST_F(AtopHistories, of_members_are_as_many_as_in_r) {
    const auto histories = member_histories(*rows);
    EXPECT_EQ(histories.rows, 2446U);
    EXPECT_EQ(histories.units.size(), 2227U);
    EXPECT_EQ(histories.joined, 219U);
    EXPECT_EQ(histories.joined_by_termmode, (std::array<std::size_t, kTermmodes>{2, 2, 204, 2, 9, 0, 0}));
    EXPECT_EQ(histories.again, 19U);
    EXPECT_EQ(histories.branches, 7U);
    EXPECT_EQ(histories.days_assumed, 5U + 31U);
    EXPECT_TRUE(models::why_unusable(intervals_of(histories)).empty());
    const auto curve = history_curve(intervals_of(histories), kDays, kYears, IndependenceLoss::Ends);
    EXPECT_EQ(curve.count, (std::array<std::size_t, kEndings + 1>{1108, 438, 297, 227, 110, 47}));
    EXPECT_NEAR(curve.years, 44071.58, 0.005);
}

// 5070 ended in 2013 without a word how: its two members are all that is contradictory.
TEST_F(AtopHistories, contradict_themselves_in_one_alliance) {
    const auto histories = member_histories(*rows);
    ASSERT_EQ(histories.contradictions.size(), 2U);
    EXPECT_EQ(histories.contradictions[0].alliance, 5070);
    EXPECT_FALSE(histories.contradictions[0].left_out);
}

// R: survfit(Surv(entry, exit, factor(mode)) ~ 1, id = unit), at years × 365.25 days.
TEST_F(AtopHistories, of_members_end_as_aalen_and_johansen_s_curves_in_r_say) {
    const auto curve = history_curve(intervals_of(member_histories(*rows)), kDays, kYears, IndependenceLoss::Ends);
    ASSERT_EQ(curve.points.size(), 6U);
    const double survival[] = {0.940892, 0.787740, 0.687127, 0.562719, 0.476614, 0.400832};
    const double violation[] = {0.020759, 0.073294, 0.120892, 0.172635, 0.201248, 0.234695};
    const double renewal[] = {0.007673, 0.045261, 0.070674, 0.097691, 0.147110, 0.167515};
    const double fulfilled[] = {0.025263, 0.066958, 0.086238, 0.100872, 0.103563, 0.108886};
    const double independence[] = {0.002707, 0.013589, 0.021911, 0.047154, 0.052537, 0.060610};
    const double defeat[] = {0.002706, 0.013156, 0.013156, 0.018928, 0.018928, 0.027461};
    for (std::size_t at = 0; at < 6; ++at) {
        const auto& point = curve.points[at];
        EXPECT_NEAR(point.survival, survival[at], 1e-6);
        EXPECT_NEAR(point.ended[0], violation[at], 1e-6);
        EXPECT_NEAR(point.ended[1], renewal[at], 1e-6);
        EXPECT_NEAR(point.ended[2], fulfilled[at], 1e-6);
        EXPECT_NEAR(point.ended[3], independence[at], 1e-6);
        EXPECT_NEAR(point.ended[4], defeat[at], 1e-6);
    }
    EXPECT_NEAR(curve.median.value_or(0), 26.19849, 1e-5);
}

// R, leaving out one alliance at a time (765 fits): standard errors after ten years of .02750 (in force) and .01358
// (violation); log-log bounds by hand. Of histories each on its own R's own errors are .00990 and .00697.
TEST_F(AtopHistories, of_members_depend_on_each_other_within_an_alliance) {
    const auto curve = history_curve(intervals_of(member_histories(*rows)), kDays, {10}, IndependenceLoss::Ends);
    ASSERT_TRUE(curve.points.at(0).interval && curve.points[0].ended_intervals[0]);
    EXPECT_NEAR(curve.points[0].interval->low, 0.6297, 0.001);
    EXPECT_NEAR(curve.points[0].interval->high, 0.7375, 0.001);
    EXPECT_NEAR(curve.points[0].ended_intervals[0]->low, 0.0959, 0.0005);
    EXPECT_NEAR(curve.points[0].ended_intervals[0]->high, 0.1490, 0.0005);
}

// R, on both alliance files: n, ended (TERM 1 to 3), violated, years endyr − begyr with 0 as one half, median.
struct WholeYears {
    AllianceKind kind;
    std::optional<std::pair<int, int>> formed;
    std::size_t units, ended, violated;
    double years, median;
};

void expect_whole_years(const AllianceRows& rows, const WholeYears& expected) {
    const auto intervals = whole_year_intervals(rows, {expected.kind, expected.formed, {}});
    const auto curve = history_curve(intervals, 1, kYears, IndependenceLoss::LostSightOf);
    const auto rate = age_rates(intervals, 1, {0}, IndependenceLoss::LostSightOf).at(0);
    EXPECT_EQ(curve.units, expected.units);
    EXPECT_EQ(rate.ended, expected.ended);
    EXPECT_EQ(rate.violated, expected.violated);
    EXPECT_EQ(rate.years, expected.years);
    EXPECT_EQ(curve.median, expected.median);
}

TEST_F(AtopHistories, of_whole_alliances_in_whole_years_are_as_in_r) {
    expect_whole_years(*rows, {AllianceKind::All, {}, 765, 363, 160, 14195, 27});
    expect_whole_years(*rows, {AllianceKind::Bilateral, {}, 656, 289, 127, 12416.5, 30});
    expect_whole_years(*rows, {AllianceKind::Bilateral, std::pair{1816, 1989}, 368, 260, 123, 6712.5, 15});
    expect_whole_years(*rows, {AllianceKind::Defence, {}, 276, 210, 86, 4301.5, 13});
}

// The table "Base rates from ATOP 4.01 (to 2016)" that the shipped protocol's rates were made by: all, bilateral,
// bilateral of 1816 to 1989, defence; then ages of 40 and of 50 on.
TEST(AtopFour, gives_the_table_of_base_rates) {
    ENTENTE_NEEDS_DATA(path, "atop/atop4_01-alliance-level.csv");
    const AtopFiles files(path, {}, {}, 2016);
    expect_whole_years(files.rows, {AllianceKind::All, {}, 745, 362, 160, 13254, 25});
    expect_whole_years(files.rows, {AllianceKind::Bilateral, {}, 638, 288, 127, 11562.5, 26});
    expect_whole_years(files.rows, {AllianceKind::Bilateral, std::pair{1816, 1989}, 365, 260, 123, 6439.5, 15});
    expect_whole_years(files.rows, {AllianceKind::Defence, {}, 275, 210, 86, 4186.5, 13});

    const auto intervals = whole_year_intervals(files.rows);
    const auto curve = history_curve(intervals, 1, kYears, IndependenceLoss::LostSightOf);
    const double survival[] = {0.9287, 0.793, 0.678, 0.567, 0.440, 0.363};
    for (std::size_t at = 0; at < 6; ++at) EXPECT_NEAR(curve.points.at(at).survival, survival[at], 0.0005);

    const auto rates = age_rates(intervals, 1, {0, 40, 50}, IndependenceLoss::LostSightOf);
    EXPECT_EQ(rates[1].at_risk, 55U);
    EXPECT_EQ(rates[1].ended, 8U);
    EXPECT_EQ(rates[1].violated, 3U);
    EXPECT_EQ(rates[1].years, 933);
    EXPECT_EQ(rates[2].at_risk, 41U);
    EXPECT_EQ(rates[2].ended, 6U);
    EXPECT_EQ(rates[2].violated, 3U);
    EXPECT_EQ(rates[2].years, 492);
    // The same page: Gamma(8 + ½, 933): .00911 [.00405, .01618]; Gamma(3 + ½, 933): .00375 [.00091, .00858].
    EXPECT_NEAR(rates[1].any_end->mean, 0.00911, 5e-6);
    EXPECT_NEAR(rates[1].any_end->low, 0.00405, 5e-6);
    EXPECT_NEAR(rates[1].any_end->high, 0.01618, 5e-6);
    EXPECT_NEAR(rates[1].violation->mean, 0.00375, 5e-6);
    EXPECT_NEAR(rates[1].violation->low, 0.00091, 5e-6);
    EXPECT_NEAR(rates[1].violation->high, 0.00858, 5e-6);
}

// R, by dates: 14,359.16 years; S of any ending but the loss of independence, and the shares with it.
TEST_F(AtopHistories, of_whole_alliances_by_dates_are_as_in_r) {
    const auto intervals = intervals_of(whole_alliance_histories(*rows));
    const auto as_published = history_curve(intervals, kDays, kYears, IndependenceLoss::LostSightOf);
    const double survival[] = {0.9435398, 0.8145028, 0.6976961, 0.5831242, 0.4776353, 0.3965198};
    for (std::size_t at = 0; at < 6; ++at) EXPECT_NEAR(as_published.points.at(at).survival, survival[at], 1e-7);
    EXPECT_NEAR(as_published.years, 14359.16, 0.005);
    EXPECT_NEAR(as_published.median.value_or(0), 27.01437, 1e-5);
    const auto competing = history_curve(intervals, kDays, kYears, IndependenceLoss::Ends);
    EXPECT_EQ(competing.count, (std::array<std::size_t, kEndings + 1>{353, 160, 119, 84, 49, 0}));
    const double violated[] = {0.02491, 0.08425, 0.14063, 0.19301, 0.22233, 0.23651};
    const double independence[] = {0.00262, 0.01582, 0.02791, 0.06448, 0.06970, 0.06970};
    for (std::size_t at = 0; at < 6; ++at) {
        EXPECT_NEAR(competing.points.at(at).ended[0], violated[at], 5e-6);
        EXPECT_NEAR(competing.points.at(at).ended[3], independence[at], 5e-6);
    }
    EXPECT_NEAR(competing.median.value_or(0), 22.75975, 1e-5);
}

// 656 alliances of two states, three that were renewed after a break, seven second branches. A renewal makes of an
// alliance in force one that ended by violation (TERM 2 of its first phase) and one in force.
TEST_F(AtopHistories, of_two_states_are_656_and_their_renewals_and_branches) {
    const auto alliances = pair_alliances(*rows);
    std::array<std::size_t, kEndings + 1> count{};
    std::size_t of_phases = 0;
    for (const auto& alliance : alliances) {
        ++count[static_cast<std::size_t>(alliance.ending)];
        of_phases += alliance.id.find('.') == std::string::npos ? 0U : 1U;
    }
    EXPECT_EQ(alliances.size(), 656U + 3U + 7U);
    EXPECT_EQ(of_phases, 3U + 7U);
    EXPECT_EQ(count[static_cast<std::size_t>(Ending::Violation)], 127U + 3U);
}

}  // namespace
}  // namespace entente::outlook
