#include "models/logit.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/random.hpp"

namespace entente::models {
namespace {

// R's datasets::mtcars: weight (1,000 lb), horsepower, manual gears (1) or not, cylinders, number of gears.
const std::vector<float> kWeight{2.62F,  2.875F, 2.32F,  3.215F, 3.44F,  3.46F,  3.57F, 3.19F,  3.15F,  3.44F,  3.44F,
                                 4.07F,  3.73F,  3.78F,  5.25F,  5.424F, 5.345F, 2.2F,  1.615F, 1.835F, 2.465F, 3.52F,
                                 3.435F, 3.84F,  3.845F, 1.935F, 2.14F,  1.513F, 3.17F, 2.77F,  3.57F,  2.78F};
const std::vector<float> kPower{110, 110, 93, 110, 175, 105, 245, 62,  95,  123, 123, 180, 180, 180, 205, 215,
                                230, 66,  52, 65,  97,  150, 150, 245, 175, 66,  91,  113, 264, 175, 335, 109};
const std::vector<std::uint8_t> kManual{1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                        0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
const std::vector<std::uint16_t> kCylinders{6, 6, 4, 6, 8, 6, 8, 4, 4, 6, 6, 8, 8, 8, 8, 8,
                                            8, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 4, 8, 6, 8, 4};
const std::vector<int> kGears{4, 4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 3, 3, 3, 3, 3,
                              3, 4, 4, 4, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 4};

LogitChoices with_ridge(double ridge) {
    LogitChoices choices;
    choices.ridge = ridge;
    return choices;
}

LogitRows cars() {
    return {{kWeight, kPower}, kManual, {}, {}};
}

double error_of(const std::vector<std::vector<double>>& covariance, std::size_t place) {
    return std::sqrt(covariance.at(place).at(place));
}

// R: f <- glm(am ~ wt + hp, binomial, mtcars); coef(f); sqrt(diag(vcov(f))); vcov(f)[2, 3]; logLik(f). Columns are
// kept with seven digits, so the last digits of R cannot be met.
TEST(Logit, agrees_with_the_glm_of_r) {
    const auto fit = logit(cars());
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], 18.8662987172041, 1e-5);
    EXPECT_NEAR(fit.coefficients[1], -8.0834751824446, 1e-5);
    EXPECT_NEAR(fit.coefficients[2], 0.0362555960822, 1e-7);
    EXPECT_NEAR(error_of(fit.covariance, 0), 7.4435580602053, 1e-5);
    EXPECT_NEAR(error_of(fit.covariance, 1), 3.0686751130547, 1e-5);
    EXPECT_NEAR(error_of(fit.covariance, 2), 0.0177341536508, 1e-7);
    EXPECT_NEAR(fit.covariance[1][2], -0.0418323880356, 1e-6);
    EXPECT_NEAR(fit.log_likelihood, -5.02955523613, 1e-6);
    EXPECT_EQ(fit.rows, 32);
    EXPECT_EQ(fit.events, 13);
}

// R: sqrt(diag(sandwich::vcovCL(f, cluster = mtcars$cyl, type = "HC0", cadjust = TRUE))).
TEST(Logit, agrees_with_r_about_errors_by_clusters) {
    auto rows = cars();
    rows.clusters = kCylinders;
    const auto fit = logit(rows);
    ASSERT_EQ(fit.clustered_covariance.size(), 3U);
    EXPECT_NEAR(error_of(fit.clustered_covariance, 0), 8.38039261973450, 1e-5);
    EXPECT_NEAR(error_of(fit.clustered_covariance, 1), 3.02920584981209, 1e-5);
    EXPECT_NEAR(error_of(fit.clustered_covariance, 2), 0.00941641422846, 1e-7);
}

// R: glm(am ~ wt + hp, binomial, mtcars, weights = ifelse(gear == 4, 2, 1)).
TEST(Logit, agrees_with_r_where_rows_have_weights) {
    std::vector<float> weights;
    for (const int gears : kGears) weights.push_back(gears == 4 ? 2 : 1);
    auto rows = cars();
    rows.weights = weights;
    const auto fit = logit(rows);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], 22.5246443769199, 1e-5);
    EXPECT_NEAR(fit.coefficients[1], -9.1056146211537, 1e-5);
    EXPECT_NEAR(error_of(fit.covariance, 1), 3.0784377897595, 1e-5);
}

// A second implementation in R, penalty .5 on both slopes: X <- cbind(1, wt, hp); R <- diag(c(0, .5, .5)); a hundred
// times p <- plogis(X %*% b); b <- b + solve(t(X) %*% (p * (1 - p) * X) + R, t(X) %*% (am - p) - R %*% b).
TEST(Logit, agrees_with_a_penalised_fit_in_r) {
    const auto fit = logit(cars(), with_ridge(0.5));
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], 7.5389351604247, 1e-5);
    EXPECT_NEAR(fit.coefficients[1], -3.2408764602713, 1e-5);
    EXPECT_NEAR(fit.coefficients[2], 0.0140178798837, 1e-7);
    EXPECT_NEAR(error_of(fit.covariance, 1), 0.87761785348138, 1e-6);
}

// By hand: 1 of 4 without the sign and 3 of 4 with it: intercept ln(1/3), slope ln 9; errors √(1/1 + 1/3) and √(2·4/3).
TEST(Logit, of_one_yes_or_no_is_the_log_of_the_odds) {
    const std::vector<float> sign{0, 0, 0, 0, 1, 1, 1, 1};
    const std::vector<std::uint8_t> outcome{1, 0, 0, 0, 1, 1, 1, 0};
    const auto fit = logit({{sign}, outcome, {}, {}});
    ASSERT_EQ(fit.end, FitEnd::Converged);
    EXPECT_NEAR(fit.coefficients[0], std::log(1.0 / 3), 1e-9);
    EXPECT_NEAR(fit.coefficients[1], std::log(9.0), 1e-9);
    EXPECT_NEAR(error_of(fit.covariance, 0), std::sqrt(4.0 / 3), 1e-9);
    EXPECT_NEAR(error_of(fit.covariance, 1), std::sqrt(8.0 / 3), 1e-9);
}

TEST(Logit, leaves_rows_of_weight_zero_out) {
    auto longer_sign = std::vector<float>{0, 0, 0, 0, 1, 1, 1, 1, 5, -3};
    const std::vector<std::uint8_t> outcome{1, 0, 0, 0, 1, 1, 1, 0, 0, 1};
    const std::vector<float> weights{1, 1, 1, 1, 1, 1, 1, 1, 0, 0};
    const auto fit = logit({{longer_sign}, outcome, weights, {}});
    ASSERT_EQ(fit.end, FitEnd::Converged);
    EXPECT_NEAR(fit.coefficients[1], std::log(9.0), 1e-9);
    EXPECT_EQ(fit.rows, 8);
}

TEST(Logit, without_columns_is_the_base_rate) {
    const std::vector<std::uint8_t> outcome{1, 0, 0, 0};
    const auto fit = logit({{}, outcome, {}, {}});
    ASSERT_EQ(fit.end, FitEnd::Converged);
    EXPECT_NEAR(logistic(fit.coefficients[0]), 0.25, 1e-12);
}

TEST(Logit, says_that_a_column_separates_the_outcomes) {
    const std::vector<float> column{1, 2, 3, 4, 5, 6};
    const std::vector<std::uint8_t> outcome{0, 0, 0, 1, 1, 1};
    const auto fit = logit({{column}, outcome, {}, {}});
    EXPECT_EQ(fit.end, FitEnd::Separated);
    EXPECT_TRUE(fit.coefficients.empty());
    EXPECT_NE(fit.why_not.find("without error"), std::string::npos) << fit.why_not;
}

// The sign is never there without the event: the slope has no largest likelihood, though other rows overlap.
TEST(Logit, says_so_too_where_only_some_rows_are_separated) {
    const std::vector<float> sign{1, 1, 1, 0, 0, 0, 0, 0, 0};
    const std::vector<std::uint8_t> outcome{1, 1, 1, 1, 0, 0, 1, 0, 0};
    EXPECT_EQ(logit({{sign}, outcome, {}, {}}).end, FitEnd::Separated);
}

TEST(Logit, has_an_answer_for_separated_rows_with_a_penalty) {
    const std::vector<float> column{1, 2, 3, 4, 5, 6};
    const std::vector<std::uint8_t> outcome{0, 0, 0, 1, 1, 1};
    const auto fit = logit({{column}, outcome, {}, {}}, with_ridge(1));
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(-fit.coefficients[0] / fit.coefficients[1], 3.5, 1e-6);
}

TEST(Logit, says_why_there_is_no_answer) {
    const std::vector<float> column{1, 2, 3, 4};
    const std::vector<float> twice{2, 4, 6, 8};
    const std::vector<float> level{7, 7, 7, 7};
    const std::vector<std::uint8_t> never{0, 0, 0, 0};
    const std::vector<std::uint8_t> always{1, 1, 1, 1};
    const std::vector<std::uint8_t> mixed{0, 1, 0, 1};
    EXPECT_EQ(logit({{column}, never, {}, {}}).why_not, "the outcome never happens");
    EXPECT_EQ(logit({{column}, always, {}, {}}).why_not, "the outcome always happens");
    EXPECT_EQ(logit({{level}, mixed, {}, {}}).why_not, "the columns cannot be told apart on these rows");
    EXPECT_EQ(logit({{column, twice, level}, mixed, {}, {}}).why_not, "too few rows: 4");
    EXPECT_EQ(logit({}).why_not, "too few rows: 0");
}

// Simulated with slopes 1 and −.5: an estimate of 20,000 rows lies within four standard errors.
TEST(Logit, finds_the_slopes_that_made_the_outcomes) {
    const RandomStream random(1816, "logit-test");
    std::vector<float> first;
    std::vector<float> second;
    std::vector<std::uint8_t> outcome;
    for (std::uint64_t row = 0; row < 20000; ++row) {
        const double a = random.uniform(0, row);
        const double b = random.uniform(1, row);
        first.push_back(static_cast<float>(a));
        second.push_back(static_cast<float>(b));
        outcome.push_back(random.uniform(2, row) < logistic(-1 + a - 0.5 * b) ? 1 : 0);
    }
    const auto fit = logit({{first, second}, outcome, {}, {}});
    ASSERT_EQ(fit.end, FitEnd::Converged);
    EXPECT_LT(std::abs(fit.coefficients[1] - 1) / error_of(fit.covariance, 1), 4);
    EXPECT_LT(std::abs(fit.coefficients[2] + 0.5) / error_of(fit.covariance, 2), 4);
    EXPECT_LT(error_of(fit.covariance, 1), 0.1);
    // From another start the same answer.
    LogitChoices elsewhere;
    elsewhere.start = {2, -1, 3};
    const auto again = logit({{first, second}, outcome, {}, {}}, elsewhere);
    ASSERT_EQ(again.end, FitEnd::Converged);
    EXPECT_NEAR(again.coefficients[1], fit.coefficients[1], 1e-8);
    const std::vector<double> known{0, 1, -1};
    EXPECT_NEAR(logit_probabilities({{first, second}, outcome, {}, {}}, known)[5],
                logistic(static_cast<double>(first[5]) - static_cast<double>(second[5])), 1e-6);
}

}  // namespace
}  // namespace entente::models
