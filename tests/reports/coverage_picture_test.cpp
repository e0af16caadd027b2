#include "reports/coverage_picture.hpp"

#include <gtest/gtest.h>

namespace entente::reports {

TEST(CoveragePicture, no_rows_no_values_and_all_values_are_three_signs) {
    EXPECT_EQ(coverage_picture({0, 4, 4}, {0, 0, 4}), " ·█");
}

TEST(CoveragePicture, a_sign_is_as_high_as_the_share) {
    // 1 of 100 is the lowest sign of seven, a half the fourth, 99 of 100 the seventh: less than all is never full.
    EXPECT_EQ(coverage_picture({100, 100, 100}, {1, 50, 99}), "▁▄▇");
}

}  // namespace entente::reports
