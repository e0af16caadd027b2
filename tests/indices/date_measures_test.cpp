#include <string>

#include <gtest/gtest.h>

#include "indices/measures.hpp"

namespace entente::indices {
namespace {

using namespace testing;

// S112: the seven meetings that the thesis lists.
InputList listed_meetings() {
    return dates({"2016-11-17", "2017-02-10", "2017-05-26", "2017-07-08", "2017-11-06", "2018-04-18", "2018-06-07"});
}

// T023: elected on 8 November 2016, met on the 17th. S163, S164: missiles over Japan. T045: from the inauguration to
// Munich. T048, T052, T053: from the omission of Article 5 to its reaffirmations. S115: to leaving the TPP.
TEST(DateMeasures, give_the_days_between_events_d01_d20_d26_d27_d28_d29) {
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2016-11-08", "2016-11-17"})), 9);
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2017-08-29", "2017-09-15"})), 17);
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2017-01-20", "2017-02-18"})), 29);
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2017-05-25", "2017-07-06"})), 42);
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2017-05-25", "2017-06-09"})), 15);
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2017-01-20", "2017-01-23"})), 3);
}

TEST(DateMeasures, count_the_meetings_by_year_and_in_office_d17_d19) {
    EXPECT_DOUBLE_EQ(value_of("count", listed_meetings()), 7);
    const auto in_office = both(listed_meetings(), dates({"2017-01-20", "2018-12-31"}));
    EXPECT_DOUBLE_EQ(value_of("count-within", in_office), 6);

    const auto by_year = result_of("count-by-year", listed_meetings());
    EXPECT_EQ(by_year.labels, (std::vector<std::string>{"2016", "2017", "2018"}));
    EXPECT_EQ(by_year.values, (std::vector<double>{1, 4, 2}));

    // Correction X06: New York in September 2017 and 2018, Buenos Aires.
    const auto verified = both(listed_meetings(), dates({"2017-09", "2018-09-26", "2018-11-30"}));
    EXPECT_DOUBLE_EQ(value_of("count", verified), 10);
}

TEST(DateMeasures, give_the_gaps_between_the_meetings_d18) {
    const auto gaps = result_of("gaps-in-days", listed_meetings());
    EXPECT_EQ(gaps.values, (std::vector<double>{85, 105, 43, 121, 163, 50}));
    ASSERT_EQ(gaps.labels.size(), 6u);
    EXPECT_EQ(gaps.labels.front(), "2016-11-17…2017-02-10");
}

// S177: the Futenma decision of 1996 was pending in February 2019.
TEST(DateMeasures, give_calendar_years_for_dates_of_a_year_d21) {
    EXPECT_DOUBLE_EQ(value_of("years-between-calendar", dates({"1996", "2019-02"})), 23);
}

// S055 corrected by X01: the treaty came into force on 23 June 1960.
TEST(DateMeasures, give_the_age_of_the_treaty_d24) {
    EXPECT_NEAR(value_of("years-between", dates({"1960-06-23", "2018-12-31"})), 58.5, 0.05);
    EXPECT_NEAR(value_of("age-in-years", dates({"1960-06-23", "2018-12-31"})), 58.5, 0.05);
}

// T043: Wales, 5 September 2014, "within a decade".
TEST(DateMeasures, add_years_to_the_year_of_a_date_d25) {
    EXPECT_DOUBLE_EQ(value_of("add-years", {date("2014-09-05"), number(10)}), 2024);
}

TEST(DateMeasures, count_days_backwards_but_no_negative_age) {
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2017-01-23", "2017-01-20"})), -3);
    EXPECT_NE(why_not("age-in-years", dates({"2018-12-31", "1960-06-23"})).find("no age yet"), std::string::npos);
}

TEST(DateMeasures, know_leap_years) {
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"2016-02-28", "2016-03-01"})), 2);
    EXPECT_DOUBLE_EQ(value_of("days-between", dates({"1900-02-28", "1900-03-01"})), 1);
}

TEST(DateMeasures, need_single_days_where_days_are_counted) {
    EXPECT_EQ(why_not("days-between", dates({"2017", "2017-02-10"})), "input 1 is no single day: 2017");
    EXPECT_EQ(why_not("gaps-in-days", dates({"2017-01-01", "2017-02"})), "input 2 is no single day: 2017-02");
}

TEST(DateMeasures, need_gaps_in_order) {
    EXPECT_EQ(why_not("gaps-in-days", dates({"2017-02-10", "2016-11-17"})), "2016-11-17 stands after 2017-02-10");
    EXPECT_TRUE(result_of("gaps-in-days", dates({"2017-02-10", "2016-11-17"})).values.empty());
}

TEST(DateMeasures, place_no_date_that_spans_two_years_in_one) {
    EXPECT_NE(why_not("count-by-year", {range("2016-12-30", "2017-01-02")}).find("does not lie in one year"),
              std::string::npos);
    EXPECT_FALSE(why_not("years-between-calendar", {range("2016-12-30", "2017-01-02"), date("2019")}).empty());
    EXPECT_FALSE(why_not("add-years", {range("2016-12-30", "2017-01-02"), number(1)}).empty());
}

TEST(DateMeasures, count_a_range_only_if_all_of_it_lies_within) {
    const InputList inputs = {range("2017-04-17", "2017-04-18"), range("2016-12-30", "2017-01-02"), date("2017-01-01"),
                              date("2017-12-31")};
    EXPECT_DOUBLE_EQ(value_of("count-within", inputs), 1);
    EXPECT_DOUBLE_EQ(
        value_of("count-within", both(InputList(inputs.begin(), inputs.begin() + 2), dates({"2017", "2017"}))), 1);
}

TEST(DateMeasures, need_bounds_in_order_when_they_count_within) {
    EXPECT_FALSE(why_not("count-within", numbers({35, 40, 30})).empty());
    EXPECT_FALSE(why_not("count-within", dates({"2017-05-01", "2018-01-01", "2017-01-01"})).empty());
    EXPECT_EQ(why_not("count-within", numbers({30, 40})), "takes at least 3 inputs, got 2");
}

TEST(DateMeasures, say_which_input_has_no_date) {
    EXPECT_EQ(why_not("days-between", {date("2017-01-20"), number(3)}), "input 2 has no date");
    EXPECT_EQ(why_not("years-between", dates({"2017-01-20"})), "takes 2 inputs, got 1");
    EXPECT_EQ(why_not("add-years", dates({"2014-09-05", "2024-09-05"})), "input 2 is no number");
    EXPECT_EQ(why_not("count-within", {number(1), date("2017"), date("2018")}), "input 1 has no date");
}

}  // namespace
}  // namespace entente::indices
