#include <gtest/gtest.h>

#include "models/detectable_change.hpp"

namespace entente::models {
namespace {

double change_of(const DetectableChangeQuestion& question) {
    return detectable_change(question).change.value_or(0);
}

// R: power.t.test(n = 10, sd = 1, power = .8)$delta = 1.324946; its default tolerance is 1e-4.
TEST(DetectableChange, agrees_with_r_for_two_groups_of_ten) {
    EXPECT_NEAR(change_of({1, 10, 10, 0}), 1.32494563914, 1e-4);
}

// R: f <- function(d) pt(qt(.975, 5), 5, ncp = d / (3 * sqrt(1/5 + 1/2)), lower = FALSE) - .8; uniroot(f, c(.01, 30),
// tol = 1e-12).
TEST(DetectableChange, agrees_with_r_for_groups_of_two_sizes) {
    EXPECT_NEAR(change_of({3, 5, 2, 0}), 8.81982930659, 1e-6);
}

// R: w <- c(rep(-1/8, 8), rep(1/5, 5)); v <- t(w) %*% .5^abs(outer(1:13, 1:13, "-")) %*% w is .661247558594; as above
// with qt(.975, 11), 11 and ncp = d / (2 * sqrt(v)).
TEST(DetectableChange, allows_for_autocorrelation) {
    EXPECT_NEAR(change_of({2, 8, 5, 0.5}), 5.00651958387, 1e-6);
    EXPECT_GT(change_of({2, 8, 5, 0.5}), change_of({2, 8, 5, 0}));
}

// R: t <- 0:17; D <- t >= 10; X <- cbind(1, t - 10, D, (t - 10) * D); w <- (solve(t(X) %*% X) %*% t(X))[3, ]; v <- t(w)
// %*% r^abs(outer(t, t, "-")) %*% w; as above with 14 degrees of freedom and ncp = d / (2 * sqrt(v)), r = 0 and .4.
TEST(DetectableChange, is_larger_where_trends_are_estimated) {
    EXPECT_NEAR(change_of({2, 10, 8, 0, .05, .8, Shape::LevelAndTrend}), 5.664095903519, 1e-6);
    EXPECT_NEAR(change_of({2, 10, 8, .4, .05, .8, Shape::LevelAndTrend}), 6.76208337310, 1e-6);
    EXPECT_LT(change_of({2, 10, 8, .4}), 5);
}

TEST(DetectableChange, shrinks_with_more_points_and_grows_with_the_deviation) {
    EXPECT_LT(change_of({1, 20, 8}), change_of({1, 20, 2}));
    EXPECT_NEAR(change_of({5, 20, 8}), 5 * change_of({1, 20, 8}), 1e-9);
}

TEST(DetectableChange, says_why_there_is_none) {
    EXPECT_EQ(detectable_change({1, 5, 0}).why_not, "too short: 5 before / 0 after");
    EXPECT_EQ(detectable_change({1, 2, 1}).why_not, "too short: 2 before / 1 after");
    EXPECT_EQ(detectable_change({0, 5, 5}).why_not, "no variation around the two levels");
    EXPECT_FALSE(detectable_change({1, 5, 5, 1.0}).change);
    EXPECT_FALSE(detectable_change({1, 5, 5, 0, .05, .01}).change);
}

}  // namespace
}  // namespace entente::models
