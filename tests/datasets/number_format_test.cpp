#include "datasets/number_format.hpp"

#include <gtest/gtest.h>

namespace entente::datasets {

// ECMA-376 part 1, section 18.8.30.
TEST(NumberFormat, formats_known_by_number) {
    EXPECT_EQ(time_kind(0), TimeKind::None);
    EXPECT_EQ(time_kind(10), TimeKind::None);  // 0.00%
    EXPECT_EQ(time_kind(14), TimeKind::Date);
    EXPECT_EQ(time_kind(20), TimeKind::Clock);  // h:mm
    EXPECT_EQ(time_kind(22), TimeKind::Date);
}

TEST(NumberFormat, formats_spelled_out) {
    EXPECT_EQ(time_kind("yyyy\\-mm\\-dd"), TimeKind::Date);
    EXPECT_EQ(time_kind("[$-409]d\\-mmm\\-yy;@"), TimeKind::Date);
    EXPECT_EQ(time_kind("[h]:mm"), TimeKind::Clock);
    EXPECT_EQ(time_kind("mmm"), TimeKind::Date);
}

TEST(NumberFormat, letters_in_quotation_marks_colours_and_other_sections_are_no_dates) {
    EXPECT_EQ(time_kind("0.0\" days\""), TimeKind::None);
    EXPECT_EQ(time_kind("[Red]0.0"), TimeKind::None);
    EXPECT_EQ(time_kind("General"), TimeKind::None);
    EXPECT_EQ(time_kind("#,##0;[Red]\\-#,##0"), TimeKind::None);
    EXPECT_EQ(time_kind("0;\"dead\";d"), TimeKind::None);
    EXPECT_EQ(time_kind("0_d"), TimeKind::None);
}

// ECMA-376 part 1, section 18.17.4.1: serial 1 is 1900-01-01, 60 the day that never was, 61 is 1900-03-01, and
// 2 958 465 the last of 9999; Microsoft's support page on both systems: 1998-07-05 is 35 981 or 34 519.
TEST(NumberFormat, serials_are_days) {
    EXPECT_EQ(date_text(1, DateSystem::From1900), "1900-01-01");
    EXPECT_EQ(date_text(59, DateSystem::From1900), "1900-02-28");
    EXPECT_EQ(date_text(60, DateSystem::From1900), std::nullopt);
    EXPECT_EQ(date_text(61, DateSystem::From1900), "1900-03-01");
    EXPECT_EQ(date_text(35'981, DateSystem::From1900), "1998-07-05");
    EXPECT_EQ(date_text(34'519, DateSystem::From1904), "1998-07-05");
    EXPECT_EQ(date_text(2'958'465, DateSystem::From1900), "9999-12-31");
    EXPECT_EQ(date_text(2'958'465, DateSystem::From1904), std::nullopt);
}

TEST(NumberFormat, fractions_are_times_of_the_day) {
    EXPECT_EQ(date_text(35'981.75, DateSystem::From1900), "1998-07-05 18:00:00");
    EXPECT_EQ(date_text(35'981.9999999, DateSystem::From1900), "1998-07-06");
}

TEST(NumberFormat, numbers_before_the_first_day_are_no_dates) {
    EXPECT_EQ(date_text(-1, DateSystem::From1900), std::nullopt);
    EXPECT_EQ(date_text(0, DateSystem::From1900), std::nullopt);
}

}  // namespace entente::datasets
