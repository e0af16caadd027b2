// Alarms about the course of a column through the years: silence, spikes, changes of definition. All numbers are
// invented.
#include <gtest/gtest.h>

#include "datasets/alarming.hpp"

namespace entente::datasets {
namespace {

// As ATOP in an R package of 2020: every flag 0 in the years that its version does not cover.
TEST_F(Alarms, years_of_nothing_but_zeros_at_the_end_look_like_missing_ones) {
    const auto descriptor = state_year("flags", {});
    const auto alarms =
        check_zeros(ground_, table(descriptor, "ccode, year, allied, war",
                                   "SELECT s, 2010 + y, CASE WHEN y < 9 AND s % 3 = 0 THEN 1 ELSE 0 END, 0 FROM "
                                   "range(2, 102) a(s), range(11) b(y)"));
    ASSERT_EQ(alarms.size(), 1U);  // `war` is 0 throughout, which nothing speaks against
    EXPECT_EQ(alarms.front().variable, "allied");
    EXPECT_EQ(alarms.front().pattern, "at the end");
    EXPECT_EQ(alarms.front().units, 200);  // a hundred states in 2019 and 2020
    EXPECT_NE(alarms.front().what.find("2019–2020"), std::string::npos);
}

// Reservists abroad are counted from 2008 on. In 1950 to 1959 the file has so few rows that nothing would be expected
// of these years by themselves, but they belong to the same silence.
TEST_F(Alarms, a_silence_is_told_from_its_first_year_to_its_last) {
    const auto descriptor = state_year("reserve", {});
    const auto alarms = check_zeros(
        ground_, table(descriptor, "ccode, year, men",
                       "SELECT s, 1950 + y, CASE WHEN y >= 58 AND s % 3 = 0 THEN 1 ELSE 0 END FROM range(2, 102) a(s), "
                       "range(70) b(y) WHERE y >= 10 OR s < 10"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().pattern, "at the beginning");
    EXPECT_NE(alarms.front().what.find("1950–2007"), std::string::npos);
    EXPECT_NE(alarms.front().advice.find("nothing to count yet"), std::string::npos);
}

TEST_F(Alarms, what_begins_begins_with_nothing) {
    const auto descriptor = state_year("members", {});
    const auto silent_for = [&](const std::string& years) {
        return check_zeros(ground_, table(descriptor, "ccode, year, member",
                                          "SELECT s, 1946 + y, CASE WHEN y >= " + years +
                                              " AND s % 3 = 0 THEN 1 ELSE 0 END FROM range(2, 102) a(s), range(30) "
                                              "b(y)"));
    };
    EXPECT_TRUE(silent_for("2").empty());
    EXPECT_EQ(silent_for("3").size(), 1U);
}

// One treaty sets many rows at once: 3, 34, 12, none, 8, 30, 2 of a hundred states. By the mean of these years fifteen
// would be expected, by the smallest two.
TEST_F(Alarms, where_years_differ_much_a_year_of_none_is_no_alarm) {
    const auto descriptor = state_year("treaties", {});
    const auto with = [&](const std::string& numbers) {
        return check_zeros(ground_, table(descriptor, "ccode, year, begun",
                                          "SELECT s, 1980 + y, CASE WHEN s - 2 < n THEN 1 ELSE 0 END FROM range(2, "
                                          "102) a(s), (VALUES " +
                                              numbers + ") b(y, n)"));
    };
    EXPECT_TRUE(with("(0, 3), (1, 34), (2, 12), (3, 0), (4, 8), (5, 30), (6, 2)").empty());
    EXPECT_EQ(with("(0, 14), (1, 16), (2, 15), (3, 0), (4, 15), (5, 14), (6, 15)").size(), 1U);
}

TEST_F(Alarms, zeros_outside_what_a_column_covers_are_good_to_know) {
    ColumnRule men;
    men.name = "men";
    men.years = YearSpan{2008, 2019};
    const auto descriptor = state_year("reserve", {men});
    const auto alarms = check_zeros(
        ground_, table(descriptor, "ccode, year, men",
                       "SELECT s, 1990 + y, CASE WHEN y >= 18 AND s % 3 = 0 THEN 1 ELSE 0 END FROM range(2, 102) a(s), "
                       "range(30) b(y)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().gravity, Gravity::Note);
    EXPECT_EQ(alarms.front().pattern, "outside coverage");
    EXPECT_EQ(alarms.front().units, 1800);  // a hundred states from 1990 to 2007
}

TEST_F(Alarms, zeros_that_the_descriptor_explains_are_none) {
    ColumnRule imputed;
    imputed.name = "imputed";
    imputed.zeros_mean = "coded every fifth year";
    const std::string rows =
        "SELECT s, 1946 + y, CASE WHEN y % 5 > 0 AND s % 3 = 0 THEN 1 ELSE 0 END FROM range(2, 102) a(s), range(30) "
        "b(y)";
    const auto explained = state_year("explained", {imputed});
    EXPECT_TRUE(check_zeros(ground_, table(explained, "ccode, year, imputed", rows)).empty());
    const auto unexplained = state_year("unexplained", {});
    EXPECT_EQ(check_zeros(ground_, table(unexplained, "ccode, year, imputed", rows)).size(), 1U);
}

// A roll call has a row for each member. Ten of a hundred that are about arms are expected, and none is.
TEST_F(Alarms, what_stands_in_all_rows_of_an_event_counts_once) {
    auto descriptor = state_year("votes", {});
    descriptor.unit = Unit::Other;
    descriptor.key.unique = {"rcid", "ccode"};
    const auto with_arms_in = [&](const std::string& share) {
        return check_zeros(ground_, table(descriptor, "ccode, year, rcid, arms",
                                          "SELECT s, 2000 + y, y * 100 + r, CASE WHEN y <> 5 AND r < " + share +
                                              " THEN 1 ELSE 0 END FROM range(2, 42) a(s), range(11) b(y), range(100) "
                                              "c(r)"));
    };
    EXPECT_TRUE(with_arms_in("3").empty());  // three roll calls, though 120 rows
    EXPECT_EQ(with_arms_in("30").size(), 1U);
}

TEST_F(Alarms, a_rare_thing_that_did_not_happen_in_a_year_is_no_alarm) {
    const auto descriptor = state_year("rare", {});
    EXPECT_TRUE(check_zeros(ground_, table(descriptor, "ccode, year, coup",
                                           "SELECT s, 2000 + y, CASE WHEN y <> 5 AND s < 5 THEN 1 ELSE 0 END FROM "
                                           "range(2, 102) a(s), range(11) b(y)"))
                    .empty());  // three of a hundred a year: three expected
}

// As the troops of 2008, which the official files count twice.
TEST_F(Alarms, a_year_in_which_values_double_and_come_back_stands_out) {
    const auto descriptor = state_year("spikes", {amount("men")});
    const auto alarms = check_spikes(
        ground_, table(descriptor, "ccode, year, men",
                       "SELECT s, 2000 + y, (1000 + 10 * s + y) * CASE WHEN y = 8 AND s < 60 THEN 2 ELSE 1 END FROM "
                       "(VALUES (2), (20), (40), (51), (52), (70), (90)) a(s), range(15) b(y)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().units, 5);
    EXPECT_EQ(alarms.front().pattern, "5 of them in 2008");
}

TEST_F(Alarms, the_spikes_of_a_table_are_one_alarm_with_the_largest_of_each_column_first) {
    auto main = amount("men");
    main.main = true;
    const auto descriptor = state_year("spikes", {amount("horses"), main});
    const auto alarms = check_spikes(
        ground_, table(descriptor, "ccode, year, horses, men",
                       "SELECT 2, 2000 + y, 100 + y + CASE WHEN y = 8 THEN 900 WHEN y = 12 THEN 700 ELSE 0 END, 1000 + "
                       "7 * y + CASE WHEN y = 4 THEN 1500 ELSE 0 END FROM range(60) b(y)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().variable, "men, horses");
    EXPECT_EQ(alarms.front().what, "at least doubled or halved for one year and back: 3 values (men 1, horses 2)");
    EXPECT_EQ(units(alarms.front()), (Names{"USA 2004 men", "USA 2008 horses"}));
    EXPECT_EQ(alarms.front().worst[1].more, 1);     // 2012
    EXPECT_EQ(alarms.front().worst[1].one, 1008);   // 100 + 8 + 900
    EXPECT_EQ(alarms.front().worst[1].two, 107);    // the year before …
    EXPECT_EQ(alarms.front().worst[1].three, 109);  // … and after
    EXPECT_FALSE(alarms.front().minor);
}

// As two series of one source that are the same for a country without a price index of its own.
TEST_F(Alarms, columns_that_say_the_same_of_a_unit_are_named_together) {
    const auto descriptor = state_year("spikes", {amount("one"), amount("two")});
    const auto alarms = check_spikes(
        ground_, table(descriptor, "ccode, year, one, two",
                       "SELECT 2, 2000 + y, v, v FROM (SELECT y, 1000 + 7 * y + CASE WHEN y = 4 THEN 1500 ELSE 0 END "
                       "AS v FROM range(60) b(y))"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(units(alarms.front()), (Names{"USA 2004 one, two"}));
}

TEST_F(Alarms, a_column_that_says_what_a_spike_is_has_an_alarm_of_its_own) {
    auto votes = amount("votes");
    votes.spikes_mean = "the state was absent";
    const auto descriptor = state_year("spikes", {amount("men"), votes});
    const auto alarms = check_spikes(
        ground_, table(descriptor, "ccode, year, men, votes",
                       "SELECT 2, 2000 + y, v, v + y FROM (SELECT y, 1000 + 7 * y + CASE WHEN y = 4 THEN 1500 ELSE 0 "
                       "END AS v FROM range(60) b(y))"));
    ASSERT_EQ(alarms.size(), 2U);
    EXPECT_NE(alarms[0].advice.find("a war does this"), std::string::npos);
    EXPECT_EQ(alarms[1].variable, "votes");
    EXPECT_EQ(alarms[1].advice, "the state was absent");
}

TEST_F(Alarms, growth_and_small_numbers_are_no_spikes) {
    const auto descriptor = state_year("growth", {amount("men")});
    EXPECT_TRUE(check_spikes(ground_, table(descriptor, "ccode, year, men",
                                            "SELECT 2, 1950 + y, CAST(100 * pow(1.3, y) AS BIGINT) FROM range(60) b(y) "
                                            "UNION ALL SELECT 740, 1950 + y, CASE WHEN y % 5 = 0 THEN 6 ELSE 2 END "
                                            "FROM range(60) b(y)"))
                    .empty());
}

TEST_F(Alarms, a_declared_break_is_noted_where_the_years_cross_it) {
    auto rule = amount("money");
    rule.breaks = {{1914, "pounds before, dollars from here on", ""}, {2020, "later", ""}};
    const auto descriptor = state_year("breaks", {rule});
    const auto checked = table(descriptor, "ccode, year, money", "VALUES (2, 1900, 1), (2, 1950, 1)");
    DeclaredBreak own;
    own.column = {"breaks", "", "money"};
    own.change = {1940, "civilians too", "USA"};
    own.source = "a letter of the archive";
    const auto alarms = check_breaks(ground_, checked, {own});
    ASSERT_EQ(alarms.size(), 2U);
    EXPECT_EQ(alarms[0].what, "money means something else from 1914: pounds before, dollars from here on");
    EXPECT_EQ(alarms[1].what, "money means something else from 1940 for USA: civilians too");
    EXPECT_EQ(alarms[1].source, "a letter of the archive");
}

}  // namespace
}  // namespace entente::datasets
