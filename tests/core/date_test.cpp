#include "core/date.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace entente {

TEST(Date, keeps_the_precision_it_was_written_with) {
    EXPECT_EQ(parse_date("2017-02-10"), (Date{make_day(2017, 2, 10), make_day(2017, 2, 10), Precision::Day}));
    EXPECT_EQ(parse_date("2016-02"), (Date{make_day(2016, 2, 1), make_day(2016, 2, 29), Precision::Month}));
    EXPECT_EQ(parse_date("2017"), (Date{make_day(2017, 1, 1), make_day(2017, 12, 31), Precision::Year}));
}

TEST(Date, a_day_that_does_not_exist_is_no_date) {
    for (const char* text : {"2017-02-29", "2017-13-01", "2017-00-10", "2017-13", "0000", "2017-02-00"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Date, other_ways_to_write_a_day_are_not_guessed_at) {
    for (const char* text :
         {"", "17", "2017-2-10", "10.2.2017", "2017-02-10 ", "2017/02/10", "-017", "2017-+1", "２０"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
    EXPECT_FALSE(parse_day("2017-02"));
    EXPECT_EQ(parse_day("2000-02-29"), make_day(2000, 2, 29));
}

TEST(Date, is_written_as_it_was_read) {
    for (const char* text : {"2017-02-10", "2017-02", "2017", "0987-01-02"}) {
        ASSERT_TRUE(parse_date(text)) << text;
        EXPECT_EQ(to_text(*parse_date(text)), text);
    }
    EXPECT_EQ(to_text(day_range(make_day(2017, 2, 10), make_day(2017, 3, 1))), "2017-02-10…2017-03-01");
}

TEST(Date, a_range_of_one_day_is_a_day) {
    const Day day = make_day(2017, 2, 10);
    EXPECT_EQ(day_range(day, day), single_day(day));
    EXPECT_THROW((void)day_range(day, day - std::chrono::days{1}), Error);
}

TEST(Date, lies_within_a_span_only_with_all_its_days) {
    const Day first = make_day(2016, 11, 9);
    const Day last = make_day(2018, 12, 31);
    EXPECT_TRUE(lies_within(single_day(first), first, last));
    EXPECT_TRUE(lies_within(single_day(last), first, last));
    EXPECT_TRUE(lies_within(*parse_date("2018"), first, last));
    EXPECT_FALSE(lies_within(*parse_date("2016-11"), first, last));
}

TEST(Date, counts_years_of_365_and_a_quarter_days) {
    // 1960-06-23 to 2018-12-31 are 21,375 days (58 years with 14 leap days, and 191 days).
    EXPECT_DOUBLE_EQ(years_between(make_day(1960, 6, 23), make_day(2018, 12, 31)), 21375 / 365.25);
    EXPECT_EQ(year_of(make_day(1960, 6, 23)), 1960);
}

}  // namespace entente
