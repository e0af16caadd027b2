#include <gtest/gtest.h>

#include "models/least_squares.hpp"

namespace entente::models {
namespace {

// By hand: y = 1, 3, 4, 4 on t = 0, 1, 2, 3: slope 5 / 5 = 1, level 1.5, residuals −.5, .5, .5, −.5.
TEST(LeastSquares, fits_a_line) {
    const auto fit = least_squares({{1, 0}, {1, 1}, {1, 2}, {1, 3}}, {1, 3, 4, 4});
    ASSERT_EQ(fit.coefficients.size(), 2U) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], 1.5, 1e-12);
    EXPECT_NEAR(fit.coefficients[1], 1, 1e-12);
    EXPECT_NEAR(fit.residual_sum_of_squares, 1, 1e-12);
}

// By hand: y = 0, 0, 3, 3 around 1.5: Γ_0 = 9, Γ_1 = 2.25 − 2.25 + 2.25 = 2.25, so with one lag S = 9 + ½ · 2 · 2.25 =
// 11.25; times 4 / 3 / 4² is 0.9375. Without a lag it is 9 · 4 / 3 / 16 = 0.75.
TEST(LeastSquares, has_the_covariance_of_newey_and_west) {
    const std::vector<std::vector<double>> level{{1}, {1}, {1}, {1}};
    EXPECT_NEAR(least_squares(level, {0, 0, 3, 3}, 1).covariance.at(0).at(0), 0.9375, 1e-12);
    EXPECT_NEAR(least_squares(level, {0, 0, 3, 3}, 0).covariance.at(0).at(0), 0.75, 1e-12);
}

// The rule 4 (n/100)^(2/9): 4 · .1^.2222 = 2.398, 4 · .3^.2222 = 3.06, 4.
TEST(LeastSquares, chooses_the_lag_by_the_number_of_points) {
    EXPECT_EQ(automatic_lag(0), 0);
    EXPECT_EQ(automatic_lag(1), 0);
    EXPECT_EQ(automatic_lag(10), 2);
    EXPECT_EQ(automatic_lag(30), 3);
    EXPECT_EQ(automatic_lag(100), 4);
}

TEST(LeastSquares, says_why_there_is_no_fit) {
    EXPECT_EQ(least_squares({}, {}).why_not, "too short: 0 points");
    EXPECT_EQ(least_squares({{1, 2}, {1, 3}}, {1, 2}).why_not, "too short: 2 points");
    EXPECT_EQ(least_squares({{1, 2}, {1, 2}, {1, 2}}, {1, 2, 3}).why_not,
              "the regressors cannot be told apart on these points");
}

TEST(NeighbourCorrelation, lies_between_minus_one_and_one) {
    EXPECT_NEAR(neighbour_correlation({1, -1, 1, -1}), -0.75, 1e-12);
    EXPECT_NEAR(neighbour_correlation({1, 1, -1, -1}), 0.25, 1e-12);
    EXPECT_EQ(neighbour_correlation({0, 0, 0}), 0);
    EXPECT_EQ(neighbour_correlation({}), 0);
}

}  // namespace
}  // namespace entente::models
