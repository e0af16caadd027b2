// The rules by which rows become histories, on invented alliances.
#include "outlook/alliance_histories.hpp"

#include <gtest/gtest.h>

#include "outlook/atop_rows.hpp"

namespace entente::outlook {
namespace {

using testing::on;
using testing::Rows;
using testing::some_day_in;

std::vector<std::string> what_contradicts(const AllianceHistories& histories) {
    std::vector<std::string> lines;
    for (const auto& one : histories.contradictions) lines.push_back(one.what);
    return lines;
}

TEST(MemberHistories, run_from_the_member_s_own_signature_to_its_exit) {
    Rows made;
    made.alliance(1, on(1900, 1, 1), on(1920, 1, 1), 2);
    made.member(1, 901, on(1900, 1, 1), on(1920, 1, 1), 3);
    made.member(1, 902, on(1910, 1, 1), on(1920, 1, 1), 3);
    const auto histories = member_histories(made.rows);
    ASSERT_EQ(histories.units.size(), 2U);
    const auto intervals = intervals_of(histories);
    // 1910-01-01 to 1920-01-01: 3652 days, with the leap days of 1912 and 1916.
    EXPECT_EQ(intervals.entries[1], 0);
    EXPECT_EQ(intervals.exits[1], 3652);
    EXPECT_EQ(intervals.endings[1], static_cast<std::uint8_t>(Ending::Violation));
    EXPECT_EQ(intervals.clusters, (std::vector<std::uint32_t>{1, 1}));
}

TEST(MemberHistories, on_the_treaty_s_clock_who_joins_late_enters_late) {
    Rows made;
    made.alliance(1, on(1900, 1, 1), on(1920, 1, 1), 2);
    made.member(1, 901, on(1900, 1, 1), on(1920, 1, 1), 3);
    made.member(1, 902, on(1910, 1, 1), on(1920, 1, 1), 3);
    const auto intervals = intervals_of(member_histories(made.rows), HistoryClock::Treaty);
    // 1900-01-01 to 1910-01-01: 3652 days, with the leap days of 1904 and 1908; 1900 had none.
    EXPECT_EQ(intervals.entries[1], 3652);
    EXPECT_EQ(intervals.exits[1], 7304);
}

TEST(MemberHistories, in_effect_is_followed_to_the_last_day_of_the_data) {
    Rows made;
    made.alliance(1, on(1999, 12, 31), std::nullopt);
    made.member(1, 901, on(1999, 12, 31), std::nullopt);
    const auto histories = member_histories(made.rows);
    ASSERT_EQ(histories.units.size(), 1U);
    EXPECT_EQ(histories.units[0].rows[0].exit, make_day(2000, 12, 31));
    EXPECT_EQ(histories.units[0].ending, Ending::GoesOn);
    EXPECT_TRUE(histories.units[0].followed);
}

TEST(MemberHistories, an_unknown_day_is_the_fifteenth_unless_another_is_asked_for) {
    Rows made;
    made.alliance(1, some_day_in(1950, 2), on(1960, 1, 1), 2);
    made.member(1, 901, some_day_in(1950, 2), on(1960, 1, 1), 3);
    EXPECT_EQ(member_histories(made.rows).units[0].began, make_day(1950, 2, 15));
    EXPECT_EQ(member_histories(made.rows, {}, UnknownDay::First).units[0].began, make_day(1950, 2, 1));
    EXPECT_EQ(member_histories(made.rows, {}, UnknownDay::Last).units[0].began, make_day(1950, 2, 28));
    EXPECT_EQ(member_histories(made.rows).days_assumed, 1U);
}

TEST(MemberHistories, a_new_phase_is_no_exit_whatever_the_codes_say) {
    for (const int termmode : {0, 1, 2, 3, 4}) {
        Rows made;
        made.alliance(1, on(1950, 1, 1), on(1970, 1, 1), 1);
        made.member(1, 901, on(1950, 1, 1), on(1960, 1, 1), termmode, 1);
        made.member(1, 901, on(1960, 1, 1), on(1970, 1, 1), 1, 2);
        const auto histories = member_histories(made.rows);
        ASSERT_EQ(histories.units.size(), 1U);
        EXPECT_EQ(histories.units[0].rows.size(), 2U);
        EXPECT_EQ(histories.units[0].ending, Ending::Fulfilled);
        EXPECT_EQ(histories.joined, 1U);
        EXPECT_EQ(histories.joined_by_termmode[static_cast<std::size_t>(termmode)], 1U);
        const auto intervals = intervals_of(histories);
        EXPECT_EQ(intervals.endings[0], 0);
        EXPECT_TRUE(models::why_unusable(intervals).empty());
    }
}

TEST(MemberHistories, after_more_than_a_month_a_state_begins_anew) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), std::nullopt);
    made.member(1, 901, on(1950, 1, 1), on(1960, 1, 1), 3, 1);
    made.member(1, 901, on(1960, 2, 1), std::nullopt, 0, 2);  // 31 days later
    made.member(1, 902, on(1950, 1, 1), on(1960, 1, 1), 3, 1);
    made.member(1, 902, on(1960, 2, 2), std::nullopt, 0, 2);  // 32 days later
    const auto histories = member_histories(made.rows);
    ASSERT_EQ(histories.units.size(), 3U);
    EXPECT_EQ(histories.units[0].rows.size(), 2U);
    EXPECT_EQ(histories.units[1].ending, Ending::Violation);
    EXPECT_EQ(histories.units[2].start, ChainStart::Again);
    EXPECT_EQ(histories.units[2].began, make_day(1960, 2, 2));
    EXPECT_EQ(histories.again, 1U);
    EXPECT_EQ(intervals_of(histories).clusters, (std::vector<std::uint32_t>{1, 1, 1, 1}));
}

TEST(MemberHistories, a_second_branch_enters_late_with_the_treaty_s_age) {
    Rows made;
    made.alliance(1, on(1980, 1, 1), std::nullopt);
    made.member(1, 901, on(1980, 1, 1), on(1989, 12, 31), 4, 1);
    made.member(1, 901, on(1990, 1, 1), std::nullopt, 0, 2);
    made.member(1, 901, on(1990, 1, 1), on(1995, 1, 1), 3, 3);
    const auto histories = member_histories(made.rows);
    ASSERT_EQ(histories.units.size(), 2U);
    EXPECT_EQ(histories.branches, 1U);
    EXPECT_EQ(histories.units[1].start, ChainStart::Branch);
    const auto intervals = intervals_of(histories);
    ASSERT_EQ(intervals.size(), 3U);
    EXPECT_TRUE(models::why_unusable(intervals).empty());
    // 1980-01-01 to 1990-01-01: 3653 days, with three leap days.
    EXPECT_EQ(intervals.entries[2], 3653);
    EXPECT_EQ(intervals.endings[2], static_cast<std::uint8_t>(Ending::Violation));
}

// The codebook's lists under TERMMODE and TERM (5.0, section 2.32).
TEST(Endings, follow_the_codebook) {
    EXPECT_EQ(ending_of_termmode(0), Ending::GoesOn);
    EXPECT_EQ(ending_of_termmode(1), Ending::Fulfilled);
    EXPECT_EQ(ending_of_termmode(2), Ending::NewRelationship);
    EXPECT_EQ(ending_of_termmode(3), Ending::Violation);
    EXPECT_EQ(ending_of_termmode(4), Ending::IndependenceLost);
    EXPECT_EQ(ending_of_termmode(5), Ending::Fulfilled);
    EXPECT_EQ(ending_of_termmode(6), Ending::Defeat);
    EXPECT_EQ(ending_of_term(0, false), Ending::GoesOn);
    EXPECT_EQ(ending_of_term(0, true), Ending::IndependenceLost);
    EXPECT_EQ(ending_of_term(1, true), Ending::Fulfilled);
    EXPECT_EQ(ending_of_term(2, true), Ending::Violation);
    EXPECT_EQ(ending_of_term(3, true), Ending::NewRelationship);
}

TEST(Contradictions, an_exit_that_is_not_after_the_entry_leaves_the_row_out) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), on(1960, 1, 1), 2);
    made.member(1, 901, on(1950, 1, 1), on(1949, 1, 1), 3);
    made.member(1, 902, on(1950, 1, 1), on(1950, 1, 1), 3);
    const auto histories = member_histories(made.rows);
    EXPECT_TRUE(histories.units.empty());
    EXPECT_EQ(what_contradicts(histories),
              (std::vector<std::string>{"it ends on 1949-01-01, which is not after 1950-01-01",
                                        "it ends on 1950-01-01, which is not after 1950-01-01"}));
    EXPECT_TRUE(histories.contradictions[0].left_out);
    EXPECT_EQ(histories.contradictions[1].member, 902);
}

TEST(Contradictions, an_alliance_younger_than_the_data_is_left_out_and_said) {
    Rows made;
    made.alliance(1, on(2001, 1, 1), std::nullopt);
    made.member(1, 901, on(2001, 1, 1), std::nullopt);
    made.member(1, 902, on(1999, 1, 1), on(2001, 1, 1), 3);
    const auto histories = member_histories(made.rows);
    EXPECT_TRUE(histories.units.empty());
    EXPECT_EQ(what_contradicts(histories),
              (std::vector<std::string>{"it begins after the last day of the data, the end of 2000",
                                        "it ends after the last day of the data, the end of 2000"}));
}

TEST(Contradictions, days_that_do_not_exist_are_no_days) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), on(1960, 1, 1), 2);
    made.member(1, 901, on(1950, 2, 30), on(1960, 1, 1), 3);
    made.member(1, 902, on(1950, 1, 1), on(1960, 13, 1), 3);
    EXPECT_EQ(what_contradicts(member_histories(made.rows)),
              (std::vector<std::string>{"the date of its begin does not exist", "the date of its end does not exist"}));
}

TEST(Contradictions, neither_in_effect_nor_ended_is_left_out) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), std::nullopt);
    made.member(1, 901, on(1950, 1, 1), std::nullopt).in_effect = false;
    const auto histories = member_histories(made.rows);
    EXPECT_TRUE(histories.units.empty());
    EXPECT_EQ(what_contradicts(histories), std::vector<std::string>{"it is not in effect and has no date of end"});
}

TEST(Contradictions, an_end_that_no_code_explains_is_lost_sight_of) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), on(1960, 1, 1), 0);
    made.member(1, 901, on(1950, 1, 1), on(1960, 1, 1), 0);
    made.member(1, 902, on(1950, 1, 1), on(1960, 1, 1), 9);
    const auto histories = member_histories(made.rows);
    ASSERT_EQ(histories.units.size(), 2U);
    EXPECT_EQ(histories.units[0].ending, Ending::GoesOn);
    EXPECT_FALSE(histories.units[0].followed);
    EXPECT_EQ(histories.contradictions.size(), 2U);
    EXPECT_FALSE(histories.contradictions[0].left_out);
}

TEST(Contradictions, in_effect_with_a_way_of_ending_goes_on_and_is_said) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), std::nullopt);
    made.member(1, 901, on(1950, 1, 1), std::nullopt, 3);
    const auto histories = member_histories(made.rows);
    EXPECT_EQ(histories.units.at(0).ending, Ending::GoesOn);
    EXPECT_EQ(histories.contradictions.size(), 1U);
}

TEST(Selection, takes_alliances_by_kind_by_year_and_by_pair) {
    Rows made;
    made.alliance(1, on(1950, 1, 1), std::nullopt).defence = true;
    auto& pact = made.alliance(2, on(1990, 1, 1), std::nullopt);
    pact.bilateral = false;
    pact.only_nonaggression = true;
    for (const int alliance : {1, 2}) {
        made.member(alliance, 901, on(1990, 1, 1), std::nullopt);
        made.member(alliance, 902, on(1990, 1, 1), std::nullopt);
    }
    made.member(2, 903, on(1990, 1, 1), on(1991, 1, 1), 3);
    made.member(2, 904, on(1995, 1, 1), std::nullopt);
    const auto count = [&](const HistorySelection& selection) {
        return whole_alliance_histories(made.rows, selection).units.size();
    };
    EXPECT_EQ(count({}), 2U);
    EXPECT_EQ(count({AllianceKind::Bilateral, {}, {}}), 1U);
    EXPECT_EQ(count({AllianceKind::Defence, {}, {}}), 1U);
    EXPECT_EQ(count({AllianceKind::BeyondNonaggression, {}, {}}), 1U);
    EXPECT_EQ(count({AllianceKind::All, std::pair{1980, 1999}, {}}), 1U);
    EXPECT_EQ(count({AllianceKind::All, {}, std::pair{901, 902}}), 2U);
    EXPECT_EQ(count({AllianceKind::All, {}, std::pair{901, 903}}), 1U);
    EXPECT_EQ(count({AllianceKind::All, {}, std::pair{903, 904}}), 0U);  // never at the same time
    EXPECT_EQ(member_histories(made.rows, {AllianceKind::All, {}, std::pair{901, 903}}).units.size(), 2U);
}

// Years as methods for published tables count them: endyr − begyr, and one half for 0.
TEST(WholeYears, are_differences_of_calendar_years) {
    Rows made;
    made.alliance(1, on(1914, 11, 1), on(1915, 1, 1), 2);
    made.alliance(2, on(1950, 1, 1), on(1950, 12, 31), 1);
    made.alliance(3, on(1990, 6, 1), std::nullopt);
    made.alliance(4, on(1930, 6, 1), on(1940, 6, 1), 0);
    const auto rows = whole_year_intervals(made.rows);
    EXPECT_EQ(rows.exits, (std::vector<double>{1, 0.5, 10, 10}));
    EXPECT_EQ(rows.endings, (std::vector<std::uint8_t>{1, 3, 0, 4}));
}

}  // namespace
}  // namespace entente::outlook
