#include "outlook/covariate_values.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "outlook/small_facts.hpp"

namespace entente::outlook {
namespace {

using evidence::CovariateMeasure;
using tests::covariate;
using tests::small_alliance;
using tests::SmallFacts;

// The small alliance, made up: begun in 1950, so that changes are since the end of 1949.
class SmallAlliance : public ::testing::Test {
protected:
    [[nodiscard]] CovariateValue value(CovariateMeasure measure, int year, double threshold = 0) const {
        return covariate_value(covariate(measure, threshold), alliance, year, facts.all());
    }

    SmallFacts facts;
    PairAlliance alliance = small_alliance();
};

class CapabilityChange : public SmallAlliance {};
class CapabilityLevels : public SmallAlliance {};
class RegimeChange : public SmallAlliance {};
class SupportChange : public SmallAlliance {};
class PolityLevels : public SmallAlliance {};
class Rivals : public SmallAlliance {};
class AlliesOfLeader : public SmallAlliance {};
class NewOutsideAlliance : public SmallAlliance {};
class Provisions : public SmallAlliance {};
class Members : public SmallAlliance {};

constexpr auto kCapabilityChange = CovariateMeasure::CapabilityChange;

// .0545 ÷ .05 = 1.09; .056 ÷ .05 = 1.12; .02 ÷ .02 = 1.
TEST_F(CapabilityChange, counts_a_member_that_rose_by_more_than_the_threshold) {
    facts.capability.values = {{{1, 1949}, .05}, {{2, 1949}, .02},  {{1, 1955}, .0545},
                               {{2, 1955}, .02}, {{1, 1956}, .056}, {{2, 1956}, .02}};
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.10).value, 0);
    EXPECT_EQ(value(kCapabilityChange, 1956, 0.10).value, 1);
}

// .017 ÷ .02 = .85.
TEST_F(CapabilityChange, counts_a_member_that_fell) {
    facts.capability.values = {{{1, 1949}, .05}, {{2, 1949}, .02}, {{1, 1955}, .05}, {{2, 1955}, .017}};
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.10).value, 1);
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.20).value, 0);
}

TEST_F(CapabilityChange, is_decided_by_one_member_if_it_changed) {
    facts.capability.values = {{{1, 1949}, .05}, {{1, 1955}, .10}};
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.10).value, 1);
}

TEST_F(CapabilityChange, is_unknown_if_the_known_member_did_not_change) {
    facts.capability.values = {{{1, 1949}, .05}, {{1, 1955}, .05}, {{2, 1955}, .02}};
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.10).lack, Lack::NoValue);
}

TEST_F(CapabilityChange, is_undefined_from_a_capability_of_zero) {
    facts.capability.values = {{{1, 1949}, 0}, {{2, 1949}, .02}, {{1, 1955}, .01}, {{2, 1955}, .02}};
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.10).lack, Lack::Undefined);
}

// State 2 enters the system in 1952: .03 ÷ .02 is since then.
TEST_F(CapabilityChange, is_since_the_first_year_in_the_system_where_a_member_was_not_in_it_before) {
    for (int year = 1940; year < 1952; ++year) facts.in_system.erase({2, year});
    facts.capability.values = {{{1, 1949}, .05}, {{1, 1955}, .05}, {{2, 1952}, .02}, {{2, 1955}, .03}};
    EXPECT_EQ(value(kCapabilityChange, 1955, 0.10).value, 1);
    facts.capability.values[{1, 1951}] = .05;
    EXPECT_EQ(value(kCapabilityChange, 1951, 0.10).lack, Lack::NotInSystem);
}

// In the first year of the alliance, f is t − 1.
TEST_F(CapabilityChange, is_none_in_the_year_in_which_the_alliance_began) {
    facts.capability.values = {{{1, 1949}, .05}, {{2, 1949}, .02}};
    EXPECT_EQ(value(kCapabilityChange, 1949, 0.10).value, 0);
}

// ln(.06 ÷ .02) = 1.098612; .06 + .02 = .08.
TEST_F(CapabilityLevels, are_the_logarithm_of_the_ratio_and_the_sum) {
    facts.capability.values = {{{1, 1955}, .02}, {{2, 1955}, .06}};
    EXPECT_NEAR(value(CovariateMeasure::CapabilityRatio, 1955).value, 1.098612, 1e-6);
    EXPECT_NEAR(value(CovariateMeasure::CombinedCapability, 1955).value, 0.08, 1e-12);
}

TEST_F(CapabilityLevels, are_asymmetric_from_ten_to_one_on) {
    facts.capability.values = {{{1, 1955}, .25}, {{2, 1955}, .025}, {{1, 1956}, .24}, {{2, 1956}, .025}};
    EXPECT_EQ(value(CovariateMeasure::Asymmetry, 1955, 10).value, 1);
    EXPECT_EQ(value(CovariateMeasure::Asymmetry, 1956, 10).value, 0);
}

TEST_F(CapabilityLevels, are_unknown_if_one_member_is) {
    facts.capability.values = {{{1, 1955}, .25}};
    EXPECT_EQ(value(CovariateMeasure::Asymmetry, 1955, 10).lack, Lack::NoValue);
    EXPECT_EQ(value(CovariateMeasure::CapabilityRatio, 1955).lack, Lack::NoValue);
    EXPECT_EQ(value(CovariateMeasure::CombinedCapability, 1955).lack, Lack::NoValue);
}

TEST_F(CapabilityLevels, have_no_ratio_to_a_capability_of_zero) {
    facts.capability.values = {{{1, 1955}, .25}, {{2, 1955}, 0}};
    EXPECT_EQ(value(CovariateMeasure::CapabilityRatio, 1955).lack, Lack::Undefined);
    EXPECT_EQ(value(CovariateMeasure::Asymmetry, 1955, 10).value, 1);
}

// 7 − 5 = 2; 6 − 5 = 1.
TEST_F(RegimeChange, counts_a_score_that_moved_by_the_threshold) {
    facts.polity.values = {{{1, 1949}, 5},  {{2, 1949}, -7}, {{1, 1955}, 6},
                           {{2, 1955}, -7}, {{1, 1956}, 7},  {{2, 1956}, -7}};
    EXPECT_EQ(value(CovariateMeasure::RegimeChange, 1955, 2).value, 0);
    EXPECT_EQ(value(CovariateMeasure::RegimeChange, 1956, 2).value, 1);
}

TEST_F(RegimeChange, is_missing_where_the_score_at_the_beginning_is) {
    facts.polity.values = {{{2, 1949}, -7}, {{1, 1955}, 6}, {{2, 1955}, -7}};
    EXPECT_EQ(value(CovariateMeasure::RegimeChange, 1955, 2).lack, Lack::NoValue);
}

TEST_F(SupportChange, is_that_of_either_member_in_the_year) {
    facts.support.values = {{{1, 1955}, 0}, {{2, 1955}, 1}, {{1, 1956}, 0}, {{2, 1956}, 0}, {{1, 1957}, 0}};
    EXPECT_EQ(value(CovariateMeasure::SupportChange, 1955).value, 1);
    EXPECT_EQ(value(CovariateMeasure::SupportChange, 1956).value, 0);
    EXPECT_EQ(value(CovariateMeasure::SupportChange, 1957).lack, Lack::NoValue);
}

TEST_F(SupportChange, belongs_to_the_regime_in_which_it_happened) {
    facts.support.values = {{{1, 1955}, 1}, {{2, 1955}, 0}};
    facts.polity.values = {{{1, 1955}, 8}, {{2, 1955}, -7}};
    EXPECT_EQ(value(CovariateMeasure::SupportChangeDemocracy, 1955, 6).value, 1);
    EXPECT_EQ(value(CovariateMeasure::SupportChangeNonDemocracy, 1955, 6).value, 0);
}

// Where nothing changed the regime does not matter; where something did, it does.
TEST_F(SupportChange, needs_the_regime_only_of_a_member_that_changed) {
    facts.support.values = {{{1, 1955}, 0}, {{2, 1955}, 0}, {{1, 1956}, 1}, {{2, 1956}, 0}};
    EXPECT_EQ(value(CovariateMeasure::SupportChangeDemocracy, 1955, 6).value, 0);
    EXPECT_EQ(value(CovariateMeasure::SupportChangeDemocracy, 1956, 6).lack, Lack::NoValue);
}

TEST_F(SupportChange, of_democracies_is_none_in_an_autocracy_of_which_nothing_else_is_known) {
    facts.polity.values = {{{1, 1955}, -7}, {{2, 1955}, -7}};
    EXPECT_EQ(value(CovariateMeasure::SupportChangeDemocracy, 1955, 6).value, 0);
    EXPECT_EQ(value(CovariateMeasure::SupportChangeNonDemocracy, 1955, 6).lack, Lack::NoValue);
}

TEST_F(SupportChange, of_a_regime_is_missing_beyond_the_list_of_changes_even_where_no_member_has_that_regime) {
    facts.support.years = {1900, 1954};
    facts.polity.values = {{{1, 1955}, -7}, {{2, 1955}, -7}};
    EXPECT_EQ(value(CovariateMeasure::SupportChangeDemocracy, 1955, 6).lack, Lack::OutsideCoverage);
}

TEST_F(SupportChange, is_not_a_change_of_leader) {
    facts.support.values = {{{1, 1955}, 0}, {{2, 1955}, 0}};
    facts.leader.values = {{{1, 1955}, 1}, {{2, 1955}, 0}};
    EXPECT_EQ(value(CovariateMeasure::SupportChange, 1955).value, 0);
    EXPECT_EQ(value(CovariateMeasure::LeaderChange, 1955).value, 1);
}

// |8 − (−7)| ÷ 20 = .75.
TEST_F(PolityLevels, have_their_distance_as_a_share_of_the_range) {
    facts.polity.values = {{{1, 1955}, 8}, {{2, 1955}, -7}};
    EXPECT_NEAR(value(CovariateMeasure::PolityDistance, 1955).value, 0.75, 1e-12);
}

TEST_F(PolityLevels, make_two_democracies_only_where_both_reach_the_threshold) {
    facts.polity.values = {{{1, 1955}, 8}, {{2, 1955}, 6}, {{1, 1956}, 8}, {{2, 1956}, 5}};
    EXPECT_EQ(value(CovariateMeasure::JointDemocracy, 1955, 6).value, 1);
    EXPECT_EQ(value(CovariateMeasure::JointDemocracy, 1956, 6).value, 0);
}

TEST_F(PolityLevels, are_no_two_democracies_as_soon_as_one_is_none) {
    facts.polity.values = {{{1, 1955}, -7}, {{1, 1956}, 8}};
    EXPECT_EQ(value(CovariateMeasure::JointDemocracy, 1955, 6).value, 0);
    EXPECT_EQ(value(CovariateMeasure::JointDemocracy, 1956, 6).lack, Lack::NoValue);
}

TEST_F(Rivals, are_shared_while_both_rivalries_last) {
    facts.add_rivalry(1, 3, 1945, 1960);
    facts.add_rivalry(2, 3, 1956, 1980);
    EXPECT_EQ(value(CovariateMeasure::SharedRival, 1955).value, 0);
    EXPECT_EQ(value(CovariateMeasure::SharedRival, 1956).value, 1);
    EXPECT_EQ(value(CovariateMeasure::SharedRival, 1961).value, 0);
}

TEST_F(Rivals, are_not_shared_by_members_that_are_each_others) {
    facts.add_rivalry(1, 2, 1945, 1960);
    EXPECT_EQ(value(CovariateMeasure::SharedRival, 1955).value, 0);
}

TEST_F(Rivals, are_unknown_of_a_member_outside_the_system) {
    facts.in_system.erase({2, 1955});
    EXPECT_EQ(value(CovariateMeasure::SharedRival, 1955).lack, Lack::NotInSystem);
}

TEST_F(Rivals, are_unknown_beyond_the_years_of_the_list) {
    facts.rivalries.years = {1900, 1960};
    EXPECT_EQ(value(CovariateMeasure::SharedRival, 1961).lack, Lack::OutsideCoverage);
}

// 1949: rival 3 (.03) ÷ (.05 + .01) = .5. 1955: rivals 3 and 4 (.03 + .06) ÷ .06 = 1.5. ln(2.5 ÷ 1.5) = .510826.
TEST_F(Rivals, press_by_their_capabilities_against_the_members) {
    facts.add_rivalry(1, 3, 1945, 1960);
    facts.add_rivalry(2, 3, 1945, 1960);  // shared: counted once
    facts.add_rivalry(2, 4, 1953, 1960);
    facts.add_rivalry(1, 2, 1945, 1960);  // the members' own is none
    for (const int year : {1949, 1955}) {
        facts.capability.values[{1, year}] = .05;
        facts.capability.values[{2, year}] = .01;
        facts.capability.values[{3, year}] = .03;
        facts.capability.values[{4, year}] = .06;
    }
    EXPECT_NEAR(value(CovariateMeasure::RivalPressureChange, 1955).value, 0.510826, 1e-6);
}

TEST_F(Rivals, press_by_nothing_that_is_known_where_a_rivals_capabilities_are_not) {
    facts.add_rivalry(1, 3, 1953, 1960);
    for (const int year : {1949, 1955}) {
        facts.capability.values[{1, year}] = .05;
        facts.capability.values[{2, year}] = .01;
    }
    EXPECT_EQ(value(CovariateMeasure::RivalPressureChange, 1955).lack, Lack::NoValue);
    facts.in_system.erase({3, 1955});  // no state any more
    EXPECT_EQ(value(CovariateMeasure::RivalPressureChange, 1955).value, 0);
}

// State 2 is stronger and has pledged to defend 1, 4 and 5 (4 in two treaties): two besides the ally, ln 3.
TEST_F(AlliesOfLeader, are_those_that_the_stronger_member_defends_besides_the_other) {
    facts.capability.values = {{{1, 1955}, .01}, {{2, 1955}, .20}};
    facts.pledges.pledged_to[{2, 1955}] = {1, 4, 5, 4};
    facts.pledges.pledged_to[{1, 1955}] = {3, 4, 5, 6, 7};
    EXPECT_NEAR(value(CovariateMeasure::AlliesOfLeader, 1955).value, std::log(3), 1e-12);
}

TEST_F(AlliesOfLeader, are_none_where_the_list_has_no_pledge_of_the_leader) {
    facts.capability.values = {{{1, 1955}, .01}, {{2, 1955}, .20}};
    EXPECT_EQ(value(CovariateMeasure::AlliesOfLeader, 1955).value, 0);
}

TEST_F(AlliesOfLeader, are_unknown_where_it_is_not_known_who_leads) {
    facts.capability.values = {{{2, 1955}, .20}};
    EXPECT_EQ(value(CovariateMeasure::AlliesOfLeader, 1955).lack, Lack::NoValue);
}

TEST_F(NewOutsideAlliance, is_one_that_a_member_entered_in_the_year_with_a_third_state) {
    facts.add_member("7", 1, 1950, 1970);
    facts.add_member("7", 2, 1950, 1970);
    facts.add_member("8", 2, 1955, 1960);
    facts.add_member("8", 3, 1955, 1960);
    EXPECT_EQ(value(CovariateMeasure::NewOutsideAlliance, 1954).value, 0);
    EXPECT_EQ(value(CovariateMeasure::NewOutsideAlliance, 1955).value, 1);
    EXPECT_EQ(value(CovariateMeasure::NewOutsideAlliance, 1956).value, 0);
}

TEST_F(NewOutsideAlliance, is_none_with_the_ally_alone) {
    facts.add_member("8", 1, 1955, 1960);
    facts.add_member("8", 2, 1955, 1960);
    EXPECT_EQ(value(CovariateMeasure::NewOutsideAlliance, 1955).value, 0);
}

// The same treaty in a new phase; a third state that joins what a member was in already.
TEST_F(NewOutsideAlliance, is_none_that_a_member_was_in_already) {
    facts.add_member("8", 1, 1950, 1955);
    facts.add_member("8", 1, 1955, 1960);
    facts.add_member("8", 3, 1955, 1960);
    EXPECT_EQ(value(CovariateMeasure::NewOutsideAlliance, 1955).value, 0);
}

TEST_F(NewOutsideAlliance, is_none_in_a_branch_of_the_same_treaty) {
    alliance.id = "7.3";
    facts.add_member("7", 2, 1955, 1970);
    facts.add_member("7", 3, 1950, 1970);
    EXPECT_EQ(value(CovariateMeasure::NewOutsideAlliance, 1955).value, 0);
}

// Leeds and Anac (2005): bases make it 2; contact in peacetime 1. An unknown column that could raise it leaves it open.
TEST_F(Provisions, are_those_of_the_phase_at_the_end_of_the_year) {
    indices::AllianceProvisions none{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0};
    alliance.phases.push_back(alliance.phases[0]);
    alliance.phases[0].to_year = 1955;
    alliance.phases[0].provisions = none;
    alliance.phases[0].non_military_cooperation = 0;
    alliance.phases[1].from_year = 1956;
    alliance.phases[1].provisions = none;
    alliance.phases[1].provisions.bases = 3;
    alliance.phases[1].provisions.ratified_treaty = 0;
    alliance.phases[1].non_military_cooperation = 1;
    EXPECT_EQ(value(CovariateMeasure::MilitaryInstitutions, 1955).value, 0);
    EXPECT_EQ(value(CovariateMeasure::MilitaryInstitutions, 1956).value, 2);
    EXPECT_EQ(value(CovariateMeasure::NonMilitaryCooperation, 1955).value, 0);
    EXPECT_EQ(value(CovariateMeasure::NonMilitaryCooperation, 1956).value, 1);
    EXPECT_EQ(value(CovariateMeasure::RatifiedTreaty, 1955).value, 1);
    EXPECT_EQ(value(CovariateMeasure::RatifiedTreaty, 1956).value, 0);
}

TEST_F(Provisions, are_known_from_the_signature_on) {
    alliance.phases[0].non_military_cooperation = 1;
    EXPECT_EQ(value(CovariateMeasure::NonMilitaryCooperation, 1949).value, 1);
    EXPECT_EQ(value(CovariateMeasure::NonMilitaryCooperation, 1948).lack, Lack::OutsideCoverage);
}

TEST_F(Provisions, are_missing_where_the_text_was_not_found) {
    EXPECT_EQ(value(CovariateMeasure::MilitaryInstitutions, 1955).lack, Lack::NoValue);
    EXPECT_EQ(value(CovariateMeasure::NonMilitaryCooperation, 1955).lack, Lack::NoValue);
    EXPECT_EQ(value(CovariateMeasure::RatifiedTreaty, 1955).lack, Lack::NoValue);
}

// State 8 takes the place of state 2 in 1956: .03 against .02 that 2 had.
TEST_F(Members, that_took_anothers_place_are_measured_against_it) {
    alliance.phases.push_back(alliance.phases[0]);
    alliance.phases[0].to_year = 1955;
    alliance.phases[1].from_year = 1956;
    alliance.phases[1].member_b = 8;
    facts.capability.values = {
        {{1, 1949}, .05}, {{2, 1949}, .02}, {{8, 1949}, .03}, {{1, 1956}, .05}, {{8, 1956}, .03}};
    EXPECT_EQ(value(kCapabilityChange, 1956, 0.10).value, 1);
}

TEST_F(Members, are_unknown_without_a_data_set) {
    auto none = facts.all();
    none.capability = nullptr;
    none.rivalries = nullptr;
    const auto of = [&](CovariateMeasure measure) {
        return covariate_value(covariate(measure, 0.1), alliance, 1955, none).lack;
    };
    EXPECT_EQ(of(kCapabilityChange), Lack::NoDataset);
    EXPECT_EQ(of(CovariateMeasure::SharedRival), Lack::NoDataset);
    EXPECT_EQ(of(CovariateMeasure::RivalPressureChange), Lack::NoDataset);
}

TEST_F(Members, are_unknown_after_the_years_of_the_data) {
    alliance.phases[0].to_year = alliance.last_year = 2010;
    EXPECT_EQ(value(CovariateMeasure::CapabilityRatio, 2005).lack, Lack::OutsideCoverage);
}

}  // namespace
}  // namespace entente::outlook
