#include "models/discrete_incidence.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "models/known_periods.hpp"

namespace entente::models {
namespace {

MultinomialLogit invented_fit() {
    const auto periods = invented_periods();
    return multinomial_logit({{periods.x, periods.z, periods.t}, periods.endings, periods.groups}, 3);
}

// A unit with x = 3 and z = 1 in its third to seventh period.
const std::vector<std::vector<double>> kAhead{{3, 1, 3}, {3, 1, 4}, {3, 1, 5}, {3, 1, 6}, {3, 1, 7}};

// By hand: .1 and .2 of all; then of the .7 that are left .5 and 0: .35 more, and .35 go on.
TEST(DiscreteIncidence, adds_up_the_hazards_of_those_who_are_left) {
    const auto path = incidences_of({{0.1, 0.2}, {0.5, 0}});
    ASSERT_EQ(path.why_not, "");
    ASSERT_EQ(path.periods.size(), 2U);
    EXPECT_NEAR(path.periods[0].survival, 0.7, 1e-15);
    EXPECT_NEAR(path.periods[1].shares[0], 0.45, 1e-15);
    EXPECT_NEAR(path.periods[1].shares[1], 0.2, 1e-15);
    EXPECT_NEAR(path.periods[1].survival, 0.35, 1e-15);
}

TEST(DiscreteIncidence, refuses_hazards_that_add_up_to_more_than_1) {
    const auto path = incidences_of({{0.1, 0.2}, {0.7, 0.5}});
    EXPECT_EQ(path.why_not, "in period 2 the hazards add up to 1.2000");
    EXPECT_TRUE(path.periods.empty());
    EXPECT_EQ(incidences_of({{-0.1, 0.2}}).why_not, "in period 1 a hazard is not between 0 and 1");
}

// A second implementation in R of the fit and of the recursion, with the slopes by differences of fourth order; the
// interval exp(−exp(ln(−ln p) ± 1.96 se / (p ln p))).
TEST(DiscreteIncidence, agrees_with_r_about_five_periods_ahead) {
    const auto outlook = predicted_incidences(invented_fit(), kAhead);
    ASSERT_EQ(outlook.why_not, "");
    ASSERT_EQ(outlook.periods.size(), 5U);
    const auto& fifth = outlook.periods.back();
    EXPECT_NEAR(fifth.survival, 0.6510378803546920, 1e-10);
    EXPECT_NEAR(fifth.survival_variance, 0.01182279449, 1e-9);
    EXPECT_NEAR(fifth.survival_interval.value().low, 0.398437607947, 1e-8);
    EXPECT_NEAR(fifth.survival_interval.value().high, 0.818587523435, 1e-8);
    const std::vector<double> shares{0.2046126707785492, 0.1089506448482179, 0.0353988040185409};
    const std::vector<double> variances{0.00845694913344, 0.00554770233814, 0.00142800100693};
    const std::vector<double> low{0.0630161547006, 0.0172962860359, 0.00193109750843};
    const std::vector<double> high{0.402255806849, 0.297816750398, 0.167605416624};
    for (std::size_t mode = 0; mode < 3; ++mode) {
        EXPECT_NEAR(fifth.incidences[mode].share, shares[mode], 1e-10);
        EXPECT_NEAR(fifth.incidences[mode].variance, variances[mode], 1e-9);
        EXPECT_NEAR(fifth.incidences[mode].interval.value().low, low[mode], 1e-8);
        EXPECT_NEAR(fifth.incidences[mode].interval.value().high, high[mode], 1e-8);
    }
}

// The same with the covariance by groups.
TEST(DiscreteIncidence, agrees_with_r_about_errors_by_clusters) {
    const auto outlook = predicted_incidences(invented_fit(), kAhead, OutlookErrors::Clustered);
    ASSERT_EQ(outlook.why_not, "");
    const auto& fifth = outlook.periods.back();
    EXPECT_NEAR(fifth.survival_variance, 0.01125433024, 1e-9);
    EXPECT_NEAR(fifth.incidences[0].variance, 0.00613282812, 1e-9);
    EXPECT_NEAR(fifth.incidences[1].variance, 0.00477029050, 1e-9);
    EXPECT_NEAR(fifth.incidences[2].variance, 0.00174209728, 1e-9);
}

TEST(DiscreteIncidence, is_the_path_of_the_hazards_of_the_fit) {
    const auto fit = invented_fit();
    std::vector<std::vector<double>> hazards;
    for (const auto& values : kAhead) hazards.push_back(mode_probabilities(fit.coefficients, values));
    const auto path = incidences_of(hazards);
    const auto outlook = predicted_incidences(fit, kAhead);
    for (std::size_t period = 0; period < kAhead.size(); ++period) {
        double sum = outlook.periods[period].survival;
        for (std::size_t mode = 0; mode < 3; ++mode) {
            sum += outlook.periods[period].incidences[mode].share;
            EXPECT_NEAR(path.periods[period].shares[mode], outlook.periods[period].incidences[mode].share, 1e-14);
        }
        EXPECT_NEAR(sum, 1, 1e-14);
    }
}

TEST(DiscreteIncidence, says_why_there_is_no_outlook) {
    EXPECT_EQ(predicted_incidences(MultinomialLogit{}, kAhead).why_not.rfind("there is no fit", 0), 0U);
    const auto periods = invented_periods();
    const auto fit = multinomial_logit({{periods.x, periods.z, periods.t}, periods.endings, {}}, 3);
    EXPECT_EQ(predicted_incidences(fit, kAhead, OutlookErrors::Clustered).why_not,
              "there are no errors by clusters: none are given, or one only");
    EXPECT_EQ(predicted_incidences(fit, {{1e308, 1e308, 1e308}, {-1e308, 1e308, 1e308}}).why_not,
              "the values lie too far from all that the fit has seen");
}

}  // namespace
}  // namespace entente::models
