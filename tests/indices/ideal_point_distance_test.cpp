#include <limits>
#include <optional>

#include <gtest/gtest.h>

#include "indices/ideal_point_distance.hpp"

namespace entente::indices {
namespace {

TEST(IdealPointDistance, is_the_absolute_difference) {
    EXPECT_DOUBLE_EQ(ideal_point_distance(2.5, -0.75).value_or(0), 3.25);
    EXPECT_DOUBLE_EQ(ideal_point_distance(-0.75, 2.5).value_or(0), 3.25);
    EXPECT_DOUBLE_EQ(ideal_point_distance(1.5, 1.5).value_or(1), 0);
}

TEST(IdealPointDistance, is_missing_where_a_point_is) {
    EXPECT_FALSE(ideal_point_distance(std::nullopt, 1).has_value());
    EXPECT_FALSE(ideal_point_distance(1, std::nullopt).has_value());
    EXPECT_FALSE(ideal_point_distance(std::numeric_limits<double>::quiet_NaN(), 1).has_value());
}

}  // namespace
}  // namespace entente::indices
