// Alliances of two states, year by year.
#include "outlook/pair_alliances.hpp"

#include <gtest/gtest.h>

#include "outlook/atop_rows.hpp"

namespace entente::outlook {
namespace {

using testing::on;
using testing::Rows;

// One alliance of two states in one phase.
Rows one_phase(int term, int termmode) {
    Rows made;
    made.alliance(7, on(1950, 5, 1), on(1960, 5, 1), term);
    made.phase(7, 0, on(1950, 5, 1), on(1960, 5, 1), term);
    made.member(7, 902, on(1950, 5, 1), on(1960, 5, 1), termmode);
    made.member(7, 901, on(1950, 5, 1), on(1960, 5, 1), termmode);
    return made;
}

TEST(PairAlliances, have_their_years_members_and_end) {
    const auto alliances = pair_alliances(one_phase(2, 3).rows);
    ASSERT_EQ(alliances.size(), 1U);
    const auto& alliance = alliances[0];
    EXPECT_EQ(alliance.id, "7");
    EXPECT_EQ(alliance.begin_year, 1950);
    EXPECT_EQ(alliance.last_year, 1960);
    EXPECT_EQ(alliance.ending, Ending::Violation);
    ASSERT_EQ(alliance.phases.size(), 1U);
    EXPECT_EQ(alliance.phases[0].from_year, 1950);
    EXPECT_EQ(alliance.phases[0].to_year, 1960);
    EXPECT_EQ(alliance.phases[0].member_a, 901);
    EXPECT_EQ(alliance.phases[0].member_b, 902);
}

TEST(PairAlliances, end_without_a_term_by_loss_of_independence_if_a_member_s_row_says_how) {
    EXPECT_EQ(pair_alliances(one_phase(0, 4).rows)[0].ending, Ending::IndependenceLost);
    EXPECT_EQ(pair_alliances(one_phase(0, 0).rows)[0].ending, Ending::GoesOn);
    EXPECT_EQ(pair_alliances(one_phase(0, 0).rows)[0].last_year, 1960);
}

TEST(PairAlliances, in_force_are_followed_to_the_last_year_of_the_data) {
    Rows made;
    made.alliance(7, on(1950, 5, 1), std::nullopt);
    made.phase(7, 0, on(1950, 5, 1), std::nullopt);
    made.member(7, 901, on(1950, 5, 1), std::nullopt);
    made.member(7, 902, on(1950, 5, 1), std::nullopt);
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 1U);
    EXPECT_EQ(alliances[0].last_year, 2000);
    EXPECT_EQ(alliances[0].ending, Ending::GoesOn);
    EXPECT_EQ(alliances[0].phases[0].to_year, 2000);
}

TEST(PairAlliances, have_in_each_year_the_phase_that_is_in_force_at_its_end) {
    Rows made;
    made.alliance(7, on(1950, 5, 1), on(1970, 5, 1), 1);
    made.phase(7, 1, on(1950, 5, 1), on(1960, 7, 1), 3).provisions.bases = 0;
    made.phase(7, 2, on(1960, 7, 1), on(1970, 5, 1), 1).provisions.bases = 2;
    for (const int state : {901, 902}) {
        made.member(7, state, on(1950, 5, 1), on(1960, 7, 1), 2, 1);
        made.member(7, state, on(1960, 7, 1), on(1970, 5, 1), 1, 2);
    }
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 1U);
    EXPECT_EQ(alliances[0].ending, Ending::Fulfilled);
    ASSERT_EQ(alliances[0].phases.size(), 2U);
    EXPECT_EQ(alliances[0].phases[0].to_year, 1959);
    EXPECT_EQ(alliances[0].phases[1].from_year, 1960);
    EXPECT_EQ(alliances[0].phases[1].to_year, 1970);
    EXPECT_EQ(alliances[0].phases[1].provisions.bases, 2);
}

TEST(PairAlliances, renewed_after_a_break_are_two) {
    Rows made;
    made.alliance(7, on(1934, 5, 1), std::nullopt);
    made.phase(7, 1, on(1934, 5, 1), on(1962, 11, 6), 2);
    made.phase(7, 2, on(1995, 2, 26), std::nullopt);
    for (const int state : {901, 902}) {
        made.member(7, state, on(1934, 5, 1), on(1962, 11, 6), 3, 1);
        made.member(7, state, on(1995, 2, 26), std::nullopt, 0, 2);
    }
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 2U);
    EXPECT_EQ(alliances[0].ending, Ending::Violation);
    EXPECT_EQ(alliances[0].last_year, 1962);
    EXPECT_EQ(alliances[1].id, "7.2");
    EXPECT_EQ(alliances[1].begin_year, 1995);
}

TEST(PairAlliances, in_two_branches_are_two_and_the_second_is_as_old_as_the_treaty) {
    Rows made;
    made.alliance(7, on(1980, 1, 1), std::nullopt);
    made.phase(7, 1, on(1980, 1, 1), on(1992, 12, 31), 0);
    made.phase(7, 2, on(1993, 1, 1), std::nullopt);
    made.phase(7, 3, on(1993, 1, 1), std::nullopt);
    made.member(7, 901, on(1980, 1, 1), on(1992, 12, 31), 2, 1);
    made.member(7, 950, on(1980, 1, 1), on(1992, 12, 31), 4, 1);
    made.member(7, 901, on(1993, 1, 1), std::nullopt, 0, 2);
    made.member(7, 951, on(1993, 1, 1), std::nullopt, 0, 2);
    made.member(7, 901, on(1993, 1, 1), std::nullopt, 0, 3);
    made.member(7, 952, on(1993, 1, 1), std::nullopt, 0, 3);
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 2U);
    ASSERT_EQ(alliances[0].phases.size(), 2U);
    EXPECT_EQ(alliances[0].phases[0].member_b, 950);
    EXPECT_EQ(alliances[0].phases[0].to_year, 1992);
    EXPECT_EQ(alliances[0].phases[1].member_b, 951);
    EXPECT_EQ(alliances[1].id, "7.3");
    EXPECT_EQ(alliances[1].begin_year, 1980);
    ASSERT_EQ(alliances[1].phases.size(), 1U);
    EXPECT_EQ(alliances[1].phases[0].from_year, 1993);
    EXPECT_EQ(alliances[1].phases[0].member_b, 952);
}

TEST(PairAlliances, go_on_where_another_state_takes_a_member_s_place) {
    Rows made;
    made.alliance(7, on(1963, 1, 22), std::nullopt);
    made.phase(7, 0, on(1963, 1, 22), std::nullopt);
    made.member(7, 901, on(1963, 1, 22), std::nullopt);
    made.member(7, 960, on(1963, 1, 22), on(1990, 10, 2), 2);
    made.member(7, 955, on(1990, 10, 3), std::nullopt);
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 1U);
    ASSERT_EQ(alliances[0].phases.size(), 2U);
    EXPECT_EQ(alliances[0].phases[0].member_b, 960);
    EXPECT_EQ(alliances[0].phases[0].to_year, 1989);
    EXPECT_EQ(alliances[0].phases[1].member_b, 955);
    EXPECT_EQ(alliances[0].phases[1].from_year, 1990);
}

TEST(PairAlliances, have_no_years_while_more_than_two_are_members) {
    Rows made;
    made.alliance(7, on(1954, 9, 8), std::nullopt);
    made.phase(7, 1, on(1954, 9, 8), on(1977, 6, 30), 2);
    made.phase(7, 2, on(1977, 6, 30), std::nullopt);
    for (const int state : {901, 902, 903}) made.member(7, state, on(1954, 9, 8), on(1977, 6, 30), 3, 1);
    for (const int state : {901, 902}) made.member(7, state, on(1977, 6, 30), std::nullopt, 0, 2);
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 1U);
    EXPECT_EQ(alliances[0].begin_year, 1954);
    ASSERT_EQ(alliances[0].phases.size(), 1U);
    EXPECT_EQ(alliances[0].phases[0].from_year, 1977);
}

TEST(PairAlliances, of_one_year_have_that_year) {
    Rows made;
    made.alliance(7, on(1939, 4, 1), on(1939, 9, 1), 2);
    made.phase(7, 0, on(1939, 4, 1), on(1939, 9, 1), 2);
    for (const int state : {901, 902}) made.member(7, state, on(1939, 4, 1), on(1939, 9, 1), 3);
    const auto alliances = pair_alliances(made.rows);
    ASSERT_EQ(alliances.size(), 1U);
    ASSERT_EQ(alliances[0].phases.size(), 1U);
    EXPECT_EQ(alliances[0].phases[0].from_year, 1939);
    EXPECT_EQ(alliances[0].phases[0].to_year, 1939);
}

TEST(PairAlliances, are_the_bilateral_ones_only) {
    auto made = one_phase(2, 3);
    made.rows.alliances[0].bilateral = false;
    EXPECT_TRUE(pair_alliances(made.rows).empty());
}

}  // namespace
}  // namespace entente::outlook
