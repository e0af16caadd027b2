#include "models/multinomial_logit.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "models/known_periods.hpp"
#include "models/logit.hpp"

namespace entente::models {
namespace {

MultinomialRows rows_of(const Periods& periods) {
    return {{periods.x, periods.z, periods.t}, periods.endings, periods.groups};
}

void expect_coefficients(const MultinomialLogit& fit, const std::vector<std::vector<double>>& expected,
                         double precision) {
    ASSERT_EQ(fit.coefficients.size(), expected.size());
    for (std::size_t mode = 0; mode < expected.size(); ++mode) {
        for (std::size_t j = 0; j < expected[mode].size(); ++j) {
            EXPECT_NEAR(fit.coefficients[mode][j], expected[mode][j], precision) << mode << ' ' << j;
        }
    }
}

void expect_errors(const std::vector<std::vector<double>>& covariance, const std::vector<double>& expected,
                   double precision) {
    ASSERT_EQ(covariance.size(), expected.size());
    for (std::size_t j = 0; j < expected.size(); ++j) {
        EXPECT_NEAR(std::sqrt(covariance[j][j]), expected[j], precision) << j;
    }
}

// R: f <- nnet::multinom(factor(end) ~ x + z + t, p, reltol = 1e-16, maxit = 2000): coef(f), logLik(f),
// sqrt(diag(vcov(f))). Its method stops a few digits earlier than Newton's.
TEST(MultinomialLogit, agrees_with_the_multinom_of_r) {
    const auto periods = invented_periods();
    ASSERT_EQ(periods.t.size(), 159U);
    const auto fit = multinomial_logit(rows_of(periods), 3);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    expect_coefficients(fit,
                        {{-2.52260137965237, -0.872045161261137, 0.239356704705293, 0.366688840703236},
                         {-3.60064922663098, -1.030077198098204, 1.079867550545814, 0.381422964170895},
                         {-1.77199730347931, -0.871246339515300, -1.875712800922504, 0.294651246460065}},
                        1e-7);
    expect_errors(fit.covariance,
                  {1.014752244223040, 0.349690933650858, 0.686122603820128, 0.115630990407071, 1.561244969760026,
                   0.492448810529932, 1.160656533650907, 0.168244764405678, 1.058690372045790, 0.434185854923200,
                   1.129488241705743, 0.154383141809225},
                  1e-7);
    EXPECT_NEAR(fit.log_likelihood, -72.1001645670306, 1e-10);
    EXPECT_EQ(fit.happened, (std::vector<double>{11, 5, 6}));
}

// A second implementation in R: sixty of Newton's steps on the softmax likelihood, V the inverse of the information I;
// scores summed by group, V S'S V · 8/7.
TEST(MultinomialLogit, agrees_with_newton_in_r_about_errors_by_clusters) {
    const auto periods = invented_periods();
    const auto fit = multinomial_logit(rows_of(periods), 3);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    expect_coefficients(fit,
                        {{-2.522601382346888, -0.872045161297411, 0.239356698754353, 0.366688836061346},
                         {-3.600649233240236, -1.030077204987200, 1.079867536107104, 0.381422967015175},
                         {-1.771997328842365, -0.871246340768119, -1.875712801254363, 0.294651239072939}},
                        1e-10);
    EXPECT_NEAR(fit.covariance[1][5], 0.0290616686200524, 1e-10);
    expect_errors(fit.clustered_covariance,
                  {0.5658302679281778, 0.2235334435893852, 0.8181835848289005, 0.0938903611690978, 1.4233123262362559,
                   0.5096202262951266, 1.1467738020561853, 0.1418938312680037, 0.6500631174801935, 0.3006137404137928,
                   1.1776663087880654, 0.1186369177717222},
                  1e-9);
}

// The same second implementation with the penalty .5 on all but the intercepts.
TEST(MultinomialLogit, agrees_with_a_penalised_fit_in_r) {
    const auto periods = invented_periods();
    FitChoices choices;
    choices.ridge = 0.5;
    const auto fit = multinomial_logit(rows_of(periods), 3, choices);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    expect_coefficients(fit,
                        {{-2.603096293172530, -0.800854862274864, 0.204539723693098, 0.352348055511165},
                         {-3.492555115210972, -0.897521095742878, 0.692102818724139, 0.357733744517109},
                         {-1.962302285965409, -0.785118865897938, -1.250865567380855, 0.267838229592794}},
                        1e-9);
    EXPECT_NEAR(std::sqrt(fit.covariance[10][10]), 0.789992997628665, 1e-9);
}

TEST(MultinomialLogit, of_one_mode_is_the_logit) {
    auto periods = invented_periods();
    for (auto& ending : periods.endings) ending = ending == 0 ? 0 : 1;
    const auto fit = multinomial_logit(rows_of(periods), 1);
    const auto same = logit({{periods.x, periods.z, periods.t}, periods.endings, {}, periods.groups});
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    ASSERT_EQ(same.end, FitEnd::Converged) << same.why_not;
    for (std::size_t j = 0; j < 4; ++j) {
        EXPECT_NEAR(fit.coefficients[0][j], same.coefficients[j], 1e-9);
        EXPECT_NEAR(fit.covariance[j][j], same.covariance[j][j], 1e-9);
        EXPECT_NEAR(fit.clustered_covariance[j][j], same.clustered_covariance[j][j], 1e-9);
    }
    EXPECT_NEAR(fit.log_likelihood, same.log_likelihood, 1e-10);
}

// The same second implementation with the penalty .5, where z has no coefficient in the second mode and x none in the
// third: their rows and columns taken out of score and information.
TEST(MultinomialLogit, agrees_with_r_where_coefficients_are_held) {
    const auto periods = invented_periods();
    FitChoices choices;
    choices.ridge = 0.5;
    const auto fit = multinomial_logit(rows_of(periods), 3, choices, {{2, 2}, {3, 1}});
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    expect_coefficients(fit,
                        {{-2.716547120526069, -0.7438438734680932, 0.1832950809254829, 0.3433149282728806},
                         {-3.233357752372486, -0.8418777210952512, 0, 0.3576793683973363},
                         {-3.356613981261317, 0, -1.2922216946681850, 0.1274275367954563}},
                        1e-9);
    EXPECT_EQ(fit.coefficients[1][2], 0);
    EXPECT_EQ(fit.covariance[6][6], 0);
    EXPECT_EQ(fit.clustered_covariance[9][3], 0);
    expect_errors(
        fit.clustered_covariance,
        {0.60511471811687978, 0.20835808494115562, 0.65441003738414560, 0.08774597464281884, 1.09651808475741541,
         0.58570185409793285, 0, 0.14063254206422313, 0.59253992065427941, 0, 0.54027914281778489, 0.10291030283757080},
        1e-9);
}

// By hand: of 10 rows 5 go on, 3 end by mode 1 and 2 by mode 2: intercepts ln(3/5) and ln(2/5).
TEST(MultinomialLogit, without_columns_is_the_base_rates) {
    const std::vector<std::uint8_t> outcomes{0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
    const auto fit = multinomial_logit({{}, outcomes, {}}, 2);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    expect_coefficients(fit, {{std::log(0.6)}, {std::log(0.4)}}, 1e-12);
    const auto probabilities = mode_probabilities(fit.coefficients, {});
    EXPECT_NEAR(probabilities[0], 0.3, 1e-12);
    EXPECT_NEAR(probabilities[1], 0.2, 1e-12);
}

TEST(MultinomialLogit, has_hazards_that_never_add_up_to_more_than_1) {
    const std::vector<std::vector<double>> coefficients{{1, 300}, {2, 299}, {-1, -5}};
    for (const double value : {-900.0, -3.0, 0.0, 3.0, 900.0}) {
        const auto probabilities = mode_probabilities(coefficients, std::vector<double>{value});
        const double sum = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
        EXPECT_GE(sum, 0);
        EXPECT_LE(sum, 1 + 1e-15);
    }
}

// Mode 2 is met only where the sign is.
TEST(MultinomialLogit, says_which_coefficient_of_which_mode_has_no_bound) {
    const std::vector<float> sign{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    const std::vector<std::uint8_t> outcomes{0, 0, 0, 1, 1, 0, 0, 0, 1, 2, 2, 0};
    const auto fit = multinomial_logit({{sign}, outcomes, {}}, 2);
    EXPECT_EQ(fit.end, FitEnd::Separated) << fit.why_not;
    EXPECT_TRUE(fit.coefficients.empty());
    ASSERT_FALSE(fit.unbounded.empty());
    for (const auto& place : fit.unbounded) EXPECT_EQ(place.mode, 2U);
    EXPECT_EQ(fit.unbounded.back().column, 1U);
}

TEST(MultinomialLogit, has_an_answer_for_separated_rows_with_a_penalty) {
    const std::vector<float> sign{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    const std::vector<std::uint8_t> outcomes{0, 0, 0, 1, 1, 0, 0, 0, 1, 2, 2, 0};
    FitChoices choices;
    choices.ridge = 1;
    EXPECT_EQ(multinomial_logit({{sign}, outcomes, {}}, 2, choices).end, FitEnd::Converged);
}

TEST(MultinomialLogit, says_why_there_is_no_answer) {
    const std::vector<float> column{1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<std::uint8_t> outcomes{0, 1, 0, 1, 2, 0, 1, 2};
    EXPECT_EQ(multinomial_logit({{column}, outcomes, {}}, 3).why_not, "mode 3 never happens");
    const std::vector<std::uint8_t> always{1, 1, 2, 1, 2, 1, 1, 2};
    EXPECT_EQ(multinomial_logit({{column}, always, {}}, 2).why_not, "every row ends");
    EXPECT_EQ(multinomial_logit({{column, column}, outcomes, {}}, 2).why_not,
              "the columns cannot be told apart on these rows");
    EXPECT_EQ(multinomial_logit({{column, column, column}, outcomes, {}}, 2).why_not, "too few rows: 8");
    FitChoices penalised;
    penalised.ridge = 1;
    EXPECT_EQ(multinomial_logit({{column, column, column}, outcomes, {}}, 2, penalised).end, FitEnd::Converged);
}

}  // namespace
}  // namespace entente::models
