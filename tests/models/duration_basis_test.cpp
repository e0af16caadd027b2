#include "models/duration_basis.hpp"

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "models/known_periods.hpp"
#include "models/logit.hpp"

namespace entente::models {
namespace {

const std::vector<double> kKnots{2, 6, 15, 40};

// R: Hmisc::rcspline.eval(c(1, 4, 8, 20, 60), knots = c(2, 6, 15, 40), inclx = TRUE, norm = 2), Hmisc 4.8. Columns have
// seven digits.
TEST(DurationBasis, of_a_restricted_spline_agrees_with_r) {
    const std::vector<double> durations{1, 4, 8, 20, 60};
    const auto columns = spline_columns(durations, kKnots);
    ASSERT_EQ(columns.size(), 3U);
    const std::vector<double> second{0, 0.00554016620498615, 0.14958448753462611, 3.90720221606648455,
                                     42.07894736842105488};
    const std::vector<double> third{0, 0, 0.00554016620498615, 1.78254847645429448, 25.21745152354567665};
    for (std::size_t i = 0; i < durations.size(); ++i) {
        EXPECT_EQ(columns[0][i], static_cast<float>(durations[i]));
        EXPECT_FLOAT_EQ(columns[1][i], static_cast<float>(second[i]));
        EXPECT_FLOAT_EQ(columns[2][i], static_cast<float>(third[i]));
    }
}

TEST(DurationBasis, of_a_restricted_spline_is_a_straight_line_beyond_its_knots) {
    const auto columns = spline_columns(std::vector<double>{0, 1, 2, 40, 60, 80}, kKnots);
    for (const auto& column : columns) {
        EXPECT_NEAR(column[2] - column[1], column[1] - column[0], 1e-6);
        EXPECT_NEAR(column[5] - column[4], column[4] - column[3], 1e-4);
    }
}

// R: quantile(d$exit, c(.05, .275, .5, .725, .95)).
TEST(DurationBasis, has_knots_where_harrell_lays_them) {
    const auto knots = harrell_knots(invented_histories().exits, 5);
    const std::vector<double> expected{2, 4, 6, 9.475, 13.45};
    ASSERT_TRUE(knots);
    ASSERT_EQ(knots->size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR((*knots)[i], expected[i], 1e-12);
}

TEST(DurationBasis, has_no_knots_that_fall_together) {
    EXPECT_EQ(harrell_knots(std::vector<double>{1, 1, 1, 1, 2, 3}, 4), std::nullopt);
    EXPECT_EQ(harrell_knots(std::vector<double>{}, 4), std::nullopt);
    EXPECT_EQ(harrell_knots(std::vector<double>{1, 2, 3, 4}, 2), std::nullopt);
    EXPECT_EQ(harrell_knots(std::vector<double>{1, 2, 3, 4}, 8), std::nullopt);
}

TEST(DurationBasis, of_cubes_is_in_hundreds) {
    const auto columns = cubic_columns(std::vector<double>{0, 50, 200});
    EXPECT_EQ(columns[0], (std::vector<float>{0, 0.5F, 2}));
    EXPECT_EQ(columns[1], (std::vector<float>{0, 0.25F, 4}));
    EXPECT_EQ(columns[2], (std::vector<float>{0, 0.125F, 8}));
}

struct AnyEnding {
    std::vector<std::uint8_t> outcomes;
    Periods periods = invented_periods();

    AnyEnding() {
        for (const auto ending : periods.endings) outcomes.push_back(ending == 0 ? 0 : 1);
    }

    [[nodiscard]] Logit fit(const std::vector<std::vector<float>>& duration) const {
        LogitRows rows;
        rows.columns.emplace_back(periods.x);
        for (const auto& column : duration) rows.columns.emplace_back(column);
        rows.outcomes = outcomes;
        return logit(rows);
    }
};

// R: glm(end > 0 ~ x + t + I(t^2) + I(t^3), binomial, p); t in hundreds makes the slopes 100, 100² and 100³ as large.
// Columns are kept with seven digits, so the last digits of R cannot be met.
TEST(DiscreteHazard, with_cubes_of_duration_agrees_with_the_glm_of_r) {
    const AnyEnding data;
    const auto fit = data.fit(cubic_columns(data.periods.duration));
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], -3.199756505240137, 1e-5);
    EXPECT_NEAR(fit.coefficients[1], -0.959667418632161, 1e-6);
    EXPECT_NEAR(fit.coefficients[2] / 1e2, 1.638076018717707, 1e-5);
    EXPECT_NEAR(fit.coefficients[3] / 1e4, -0.217105580013846, 1e-6);
    EXPECT_NEAR(fit.coefficients[4] / 1e6, 0.010083941503473, 1e-7);
    EXPECT_NEAR(fit.log_likelihood, -50.2280026056914, 5e-6);
}

// R: the same with the columns of Hmisc::rcspline.eval for knots at 1, 4, 7 and 12 in place of the powers; these are
// the knots that quantile(p$t, c(.05, .35, .65, .95)) gives.
TEST(DiscreteHazard, with_a_spline_of_duration_agrees_with_the_glm_of_r) {
    const AnyEnding data;
    const auto knots = harrell_knots(data.periods.duration, 4);
    ASSERT_TRUE(knots);
    EXPECT_EQ(*knots, (std::vector<double>{1, 4, 7, 12}));
    const auto fit = data.fit(spline_columns(data.periods.duration, *knots));
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], -3.36622088191697, 1e-5);
    EXPECT_NEAR(fit.coefficients[1], -1.03493553123836, 1e-6);
    EXPECT_NEAR(fit.coefficients[2], 1.31999714026482, 1e-5);
    EXPECT_NEAR(fit.coefficients[3], -4.03733118476607, 1e-5);
    EXPECT_NEAR(fit.coefficients[4], 10.11683934292293, 1e-4);
    EXPECT_NEAR(std::sqrt(fit.covariance[2][2]), 0.660884893569899, 1e-5);
    EXPECT_NEAR(fit.log_likelihood, -49.953659119345, 5e-6);
}

}  // namespace
}  // namespace entente::models
