#include "burden/turning.hpp"

#include <cmath>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace entente::burden {
namespace {

using models::TimeSeries;

// Two lines that meet in one year, with noise of a standard deviation of .05 around them.
TimeSeries bent(int first, int last, int foot, double slope_before, double slope_after, unsigned seed = 1) {
    std::mt19937 draw{seed};
    TimeSeries series;
    for (int year = first; year <= last; ++year) {
        // Sum of twelve uniform numbers less six: nearly normal, and the same on every machine.
        double noise = -6;
        for (int i = 0; i < 12; ++i) noise += static_cast<double>(draw()) / 4294967296.0;
        const double slope = year < foot ? slope_before : slope_after;
        series.push_back({static_cast<double>(year), 2 + slope * (year - foot) + 0.05 * noise});
    }
    return series;
}

// The foot lies on both lines, so the new stretch may begin there or in the year after.
TEST(Turning, finds_the_foot_of_spending_that_fell_and_rises_again) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto series = bent(2004, 2021, 2014, -0.1, 0.12, seed);
        const auto result = turning(series, 1);
        EXPECT_TRUE(result.borne_out);
        const auto turn = against_date(series, result, 2014.5).turn.value();
        EXPECT_NEAR(turn.first_after, 2014.5, 1.5);
        EXPECT_LE(turn.earliest, 2015);
        EXPECT_GE(turn.latest, 2014);
        EXPECT_LE(turn.latest - turn.earliest, 4);
        EXPECT_EQ(turn.last_before, turn.first_after - 1);
        EXPECT_NEAR(turn.slope_after - turn.slope_before, 0.22, 0.08);
        EXPECT_LT(result.p_independent, 0.01);
    }
}

TEST(Turning, is_surer_of_the_year_the_less_noise_there_is) {
    auto series = bent(2004, 2021, 2014, -0.1, 0.12);
    for (auto& point : series) {
        const double line = point.time < 2014 ? 2 - 0.1 * (point.time - 2014) : 2 + 0.12 * (point.time - 2014);
        point.value = line + (point.time < 2014 ? 0 : 0.3) + (point.value - line) / 20;
    }
    const auto turn = turning(series, 1).turns.at(0);
    EXPECT_EQ(turn.first_after, 2014);
    EXPECT_EQ(turn.earliest, 2014);
    EXPECT_EQ(turn.latest, 2014);
    EXPECT_NEAR(turn.level_change, 0.3, 0.02);
    // The stretch after has its middle at 2017.5: .3 + (.12 + .1) · 3.5 above the old line.
    EXPECT_NEAR(turn.above_old_line, 0.3 + 0.22 * 3.5, 0.05);
    EXPECT_EQ(against_date(series, turning(series, 1), 2014.2).order, Order::SameYear);
    EXPECT_EQ(against_date(series, turning(series, 1), 2015.2).order, Order::TurnedBefore);
    EXPECT_EQ(against_date(series, turning(series, 1), 2013.2).order, Order::TurnedAfter);
}

TEST(Turning, does_not_take_the_top_of_spending_for_an_upward_turn) {
    const auto result = turning(bent(2004, 2021, 2013, 0.12, -0.1), 1);
    ASSERT_EQ(result.turns.size(), 1U);
    EXPECT_FALSE(result.turns[0].up());
}

TEST(Turning, finds_none_in_a_straight_line) {
    int found = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        found += turning(bent(2004, 2021, 2014, 0.05, 0.05, seed), 1).borne_out ? 1 : 0;
    }
    EXPECT_LE(found, 3);  // at 5 % one is expected; more than three of 20 happen in 1.6 % of cases
}

TEST(Turning, says_the_same_for_the_same_seed) {
    const auto series = bent(2004, 2021, 2014, -0.02, 0.02);
    const auto one = turning(series, 3);
    TurnSearch search(3);
    EXPECT_EQ(search(bent(2004, 2021, 2010, 0.3, 0.1)).why_not, "");  // drawn for the same times
    const auto other = search(series);
    EXPECT_EQ(one.p, other.p);
    EXPECT_EQ(one.p_independent, other.p_independent);
    EXPECT_EQ(one.persistence, other.persistence);
}

TEST(Turning, says_why_it_cannot_search) {
    EXPECT_EQ(turning(bent(2010, 2020, 2015, 0, 1), 1).why_not, "too short: 11 years are known, 12 are needed");
    EXPECT_EQ(turning({}, 1).why_not, "too short: 0 years are known, 12 are needed");
    TimeSeries level;
    for (int year = 2000; year < 2020; ++year) level.push_back({static_cast<double>(year), 1});
    EXPECT_NE(turning(level, 1).why_not.find("no variation"), std::string::npos);
}

AgainstDate against(const TimeSeries& series, double date) {
    return against_date(series, turning(series, 1), date);
}

TEST(AgainstDate, says_whether_spending_turned_before_the_demand) {
    const auto series = bent(2004, 2021, 2014, -0.1, 0.12);
    EXPECT_EQ(against(series, 2017.13).order, Order::TurnedBefore);
    EXPECT_EQ(against(series, 2010.5).order, Order::TurnedAfter);
    const auto turn = turning(series, 1).turns.at(0);
    ASSERT_LT(turn.earliest, turn.latest);
    EXPECT_EQ(against(series, turn.latest + 0.9).order, Order::CannotSay);
    EXPECT_EQ(against(series, turn.latest + 0.9).cannot_say, "its year is among those of the turn");
    EXPECT_EQ(against(series, turn.earliest + 0.1).order, Order::CannotSay);
    EXPECT_EQ(against(series, 2017.13).turn->first_after, turn.first_after);
    EXPECT_EQ(against(series, 2022.5).order, Order::TurnedBefore);
}

// The turn that the search finds is of 2014 or 2015; seen from 2030 it is long past.
TEST(AgainstDate, takes_no_notice_of_a_turn_more_than_ten_years_before) {
    const auto series = bent(2004, 2035, 2014, -0.1, 0.12);
    EXPECT_EQ(against(series, 2020.5).order, Order::TurnedBefore);
    const auto late = against(series, 2030.5);
    EXPECT_EQ(late.order, Order::NoTurn);
    EXPECT_FALSE(late.turn);
    EXPECT_EQ(against(series, 2034.5).cannot_say, "a turn after 2034 cannot be seen before 2039");
}

TEST(AgainstDate, says_since_when_every_change_up_to_the_year_before_was_upward) {
    const auto since = [](const TimeSeries& series, double date) { return against(series, date).rising_since; };
    const TimeSeries series{{2010, 5}, {2011, 3}, {2012, 4}, {2013, 6}, {2014, 7}, {2015, 2}};
    EXPECT_EQ(since(series, 2015.9), 2011);
    EXPECT_EQ(since(series, 2014.1), 2011);
    EXPECT_EQ(since(series, 2013.5), std::nullopt);                                // one change alone
    EXPECT_EQ(since(series, 2016.5), std::nullopt);                                // the last was downward
    EXPECT_EQ(since(series, 2017.5), std::nullopt);                                // the year before is not known
    EXPECT_EQ(since({{2010, 1}, {2012, 2}, {2013, 3}, {2014, 4}}, 2015.5), 2012);  // not across a gap
    EXPECT_EQ(since({{2011, 1}, {2012, 2}, {2013, 2}, {2014, 3}}, 2015.5), std::nullopt);  // one did not change
    EXPECT_EQ(since({}, 2015.5), std::nullopt);
}

TEST(AgainstDate, knows_no_turn_where_spending_grew_all_along_or_only_turned_down) {
    EXPECT_EQ(against(bent(2004, 2021, 2014, 0.05, 0.05), 2014.5).order, Order::NoTurn);
    const auto down = against(bent(2004, 2021, 2013, 0.12, -0.1), 2014.5);
    EXPECT_EQ(down.order, Order::NoTurn);
    EXPECT_FALSE(down.turn);
}

// A random walk: each year's error stays. Of seeds 1 … 40 take one whose walk independent errors would call a turn.
TEST(AgainstDate, cannot_say_where_what_looks_like_a_turn_may_be_drift) {
    TurnSearch search(1);
    for (unsigned seed = 1; seed <= 40; ++seed) {
        auto series = bent(2004, 2021, 2014, 0, 0, seed);
        for (std::size_t i = 1; i < series.size(); ++i) series[i].value += series[i - 1].value - 2;
        const auto found = search(series);
        const auto result = against_date(series, found, 2012.5);
        if (found.borne_out || found.p_independent >= kTurningLevel || result.order != Order::CannotSay) continue;
        if (result.cannot_say != "the turn may be drift") continue;
        EXPECT_GT(found.persistence, 0.3);
        EXPECT_FALSE(result.turn);
        return;
    }
    FAIL() << "none of 40 random walks looked like a turn upwards";
}

// The last five points begin in 2017: a jump in 2019 is found there, and said to be possible in any year to the last.
TEST(Turning, does_not_exclude_a_turn_nearer_to_the_end_than_it_looks) {
    auto series = bent(2004, 2021, 2014, 0.01, 0.01);
    for (auto& point : series) point.value += point.time >= 2019 ? 1.5 * (point.time - 2018) : 0;
    const auto turn = turning(series, 1).turns.at(0);
    EXPECT_EQ(turn.first_after, 2017);
    EXPECT_EQ(turn.latest, 2021);
    EXPECT_LE(turn.earliest, 2017);
}

// After 2017 four points of 2004 … 2021 are left: a stretch has five.
TEST(AgainstDate, cannot_say_where_no_turn_after_it_or_before_it_could_be_seen) {
    const auto series = bent(2004, 2021, 2014, 0.05, 0.05);
    EXPECT_EQ(against(series, 2016.5).order, Order::NoTurn);
    EXPECT_EQ(against(series, 2016.5).cannot_say, "");
    const auto why_not = [](const TimeSeries& one, double date) {
        const auto result = against(one, date);
        EXPECT_EQ(result.order, Order::CannotSay);
        return result.cannot_say;
    };
    EXPECT_EQ(why_not(series, 2017.5), "a turn after 2017 cannot be seen before 2022");
    EXPECT_EQ(why_not(series, 2008.5), "a turn before 2008 cannot be seen: 4 years before it are known, 5 are needed");
    EXPECT_EQ(why_not(bent(2010, 2020, 2015, 0, 1), 2015.5), "too short: 11 years are known, 12 are needed");
    EXPECT_EQ(why_not(bent(2004, 2021, 2014, -0.1, 0.12), 1990.5), "the series begins in 2004");
    EXPECT_EQ(why_not({}, 1990.5), "too short: 0 years are known, 12 are needed");
}

TEST(AgainstDate, cannot_say_of_a_date_in_a_gap_across_which_spending_turned) {
    TimeSeries series;
    for (const auto& point : bent(2000, 2021, 2012, -0.1, 0.12)) {
        if (point.time < 2011 || point.time > 2014) series.push_back(point);
    }
    const auto turn = turning(series, 1).turns.at(0);
    EXPECT_EQ(turn.last_before, 2010);
    EXPECT_EQ(turn.first_after, 2015);
    EXPECT_LE(turn.earliest, 2011);  // the year after the last known one: the turn may lie in any that is missing
    EXPECT_EQ(against(series, 2013.2).order, Order::CannotSay);
}

// 2009 … 2014 fall by .1 a year, 2014 … 2019 rise by .12; noise of .05 at both ends moves a mean of five years by .014.
TEST(AgainstDate, compares_the_five_years_up_to_the_date_with_the_five_after_it) {
    const auto result = against(bent(2004, 2021, 2014, -0.1, 0.12), 2014.7);
    EXPECT_NEAR(result.change_before.value(), -0.1, 0.05);
    EXPECT_NEAR(result.change_after.value(), 0.12, 0.05);
    EXPECT_LT(result.chow_p.value(), 0.001);
    const TimeSeries exact{{2010, 1}, {2012, 2}, {2013, 4}, {2016, 10}};
    EXPECT_NEAR(against(exact, 2013.5).change_before.value(), 1, 1e-12);  // (4 − 1) ÷ 3
    EXPECT_NEAR(against(exact, 2013.5).change_after.value(), 2, 1e-12);   // (10 − 4) ÷ 3
    EXPECT_FALSE(against(exact, 2016.5).change_after);
    EXPECT_FALSE(against(exact, 2016.5).chow_p);
}

}  // namespace
}  // namespace entente::burden
