#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/known_series.hpp"
#include "models/poisson_change_point.hpp"

namespace entente::models {
namespace {

using testing::coal_mining_disasters;

// R, with y the yearly counts of boot::coal: k <- 1:111; S <- cumsum(y)[k]; n <- 112; T <- 191; l <- lgamma(1 + S) - (1
// + S) * log(1 + k) + lgamma(1 + T - S) - (1 + T - S) * log(1 + n - k); p <- exp(l - max(l)); p <- p / sum(p).
// cumsum(p) is .012 at 1885, .090 at 1886, .956 at 1895 and .994 at 1896.
TEST(PoissonChangePoint, agrees_with_r_on_coal_mining_disasters) {
    const auto result = poisson_change_point(coal_mining_disasters());
    ASSERT_EQ(result.probability.size(), 111U) << result.why_not;
    const auto of_year = [&](int year) { return result.probability[static_cast<std::size_t>(year - 1851)]; };
    EXPECT_EQ(result.most_likely, 41U);  // 1891
    EXPECT_NEAR(of_year(1891), 0.2450, 0.00005);
    EXPECT_NEAR(of_year(1890), 0.1848, 0.00005);
    EXPECT_NEAR(of_year(1889), 0.1432, 0.00005);
    EXPECT_NEAR(of_year(1892), 0.0988, 0.00005);
    EXPECT_NEAR(of_year(1887), 0.0931, 0.00005);
    EXPECT_NEAR(1850 + result.mean, 1890.07, 0.005);
    EXPECT_EQ(1850 + result.low, 1886U);
    EXPECT_EQ(1850 + result.high, 1896U);
    EXPECT_NEAR(result.rate_before, 3.0642, 0.00005);
    EXPECT_NEAR(result.rate_after, 0.9224, 0.00005);
    EXPECT_NEAR(result.log_bayes_factor, 28.942, 0.0005);
}

// As above with a = .5, b = .001 in place of 1.
TEST(PoissonChangePoint, hardly_depends_on_a_vague_prior) {
    const auto result = poisson_change_point(coal_mining_disasters(), {0.5, 0.001});
    EXPECT_NEAR(result.probability.at(40), 0.2385, 0.00005);
    EXPECT_NEAR(result.probability.at(39), 0.1851, 0.00005);
}

// By hand: y = 0, 2, 1 with a = b = 1. k = 1: Γ(1)/2 · Γ(4)/3⁴ = .5 · 6/81; k = 2: Γ(3)/3³ · Γ(2)/2² = 2/27 · 1/4.
TEST(PoissonChangePoint, agrees_with_a_calculation_by_hand) {
    const auto result = poisson_change_point({0, 2, 1});
    const double first = 0.5 * 6 / 81;
    const double second = 2.0 / 27 / 4;
    ASSERT_EQ(result.probability.size(), 2U);
    EXPECT_NEAR(result.probability[0], first / (first + second), 1e-12);
    // Without a change: Γ(4) / 4⁴ = 6/256.
    EXPECT_NEAR(result.log_bayes_factor, std::log((first + second) / 2 / (6.0 / 256)), 1e-12);
}

TEST(PoissonChangePoint, is_a_distribution) {
    const auto result = poisson_change_point(coal_mining_disasters());
    EXPECT_NEAR(std::accumulate(result.probability.begin(), result.probability.end(), 0.0), 1, 1e-12);
}

TEST(PoissonChangePoint, read_backwards_finds_the_same_change) {
    auto counts = coal_mining_disasters();
    std::reverse(counts.begin(), counts.end());
    const auto result = poisson_change_point(counts);
    EXPECT_EQ(result.most_likely, 112U - 41U);
    EXPECT_NEAR(result.log_bayes_factor, 28.942, 0.0005);
}

TEST(PoissonChangePoint, holds_evidence_against_a_change_where_the_rate_is_one) {
    EXPECT_LT(poisson_change_point(std::vector<double>(40, 2)).log_bayes_factor, 0);
}

TEST(PoissonChangePoint, knows_counts_without_a_single_event) {
    const auto result = poisson_change_point(std::vector<double>(10, 0));
    EXPECT_TRUE(result.why_not.empty());
    EXPECT_LT(result.log_bayes_factor, 0);
}

TEST(PoissonChangePoint, takes_counts_only) {
    EXPECT_EQ(poisson_change_point({1, 2}).why_not, "too short: 2 counts");
    EXPECT_EQ(poisson_change_point({1, 2.5, 3}).why_not, "not all values are whole numbers of events");
    EXPECT_EQ(poisson_change_point({1, -2, 3}).why_not, "not all values are whole numbers of events");
    EXPECT_TRUE(poisson_change_point({1, std::nan(""), 3}).probability.empty());
}

}  // namespace
}  // namespace entente::models
